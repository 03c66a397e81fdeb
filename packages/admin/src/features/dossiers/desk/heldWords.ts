import type { HeldFactsFragment } from '@chi-tieu/shared/generated/graphql';
import { moment } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import './texts.ts';

/** What is held: one import, or a reading of a source with all of its pages. */
export function heldName({ pages, source }: Pick<HeldFactsFragment, 'pages' | 'source'>, name: string | null): string {
  if (pages > 1) return t('desk.heldReading', { source: source ?? '', count: pages });
  return name ?? source ?? t('dossiers.oneImport');
}

/** Who let a held import in or put it aside, when and why. */
export function settledText({ settledBy, settledAt, reason }: Settled): string {
  const kept = t('desk.keptBy', { by: settledBy ?? '—', at: settledAt === null ? '' : moment(settledAt) });
  return reason === null ? kept : `${kept}: ${reason}`;
}
type Settled = Pick<HeldFactsFragment, 'settledBy' | 'settledAt' | 'reason'>;

type Jump = HeldFactsFragment['jumps'][number];

/** Why an import is held, in a sentence. */
export function jumpText({ kind, unit, month, count, usual }: Jump): string {
  if (kind === 'CHANGED') return t('desk.heldChanged', { count, usual });
  if (kind === 'WITHDRAWN') return t('desk.heldWithdrawn', { count, usual });
  if (kind === 'GONE') return t('desk.heldGone', { count, usual });
  const [year = '', number = ''] = (month ?? '').split('-');
  return t('desk.heldMonth', { unit: unit?.name ?? '', month: `${number}/${year}`, count, usual });
}

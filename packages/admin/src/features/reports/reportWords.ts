import type { ReportKind, ReportRunState, ReportState } from '@chi-tieu/shared/generated/graphql';
import { day } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';

export const KINDS: readonly ReportKind[] = ['MONTHLY', 'QUARTERLY', 'YEARLY'];

/** How a kind is called in addresses. */
export const KIND_PATHS = { MONTHLY: 'thang', QUARTERLY: 'quy', YEARLY: 'nam' } as const satisfies Record<
  ReportKind,
  string
>;

export const kindText = (kind: ReportKind): string => t(`reports.kind.${kind}`);
export const stateText = (state: ReportState): string => t(`reports.state.${state}`);

const TONES: Readonly<Record<ReportState, Tone>> = {
  DRAFT: 'none',
  SUBMITTED: 'risk',
  APPROVED: 'open',
  PUBLISHED: 'met',
};
export const stateTone = (state: ReportState): Tone => TONES[state];

const RUN_TONES: Readonly<Record<ReportRunState, Tone>> = { DUE: 'open', DRAWN: 'met', THERE: 'none', FAILED: 'risk' };
export const runTone = (state: ReportRunState): Tone => RUN_TONES[state];

/** How a report is called within a sentence: by its number and day, else by its reference. */
export function paperText({
  number,
  dated,
  reference,
}: {
  number?: string | null;
  dated?: string | null;
  reference: string;
}): string {
  return number != null && dated != null
    ? t('reports.thePaper', { number, day: day(dated) })
    : t('reports.theOpenPaper', { reference });
}

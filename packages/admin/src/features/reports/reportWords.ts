import type { ReportKind, ReportState } from '@chi-tieu/shared/generated/graphql';
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

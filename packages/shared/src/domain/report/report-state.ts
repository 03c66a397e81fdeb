/** The way of a report, and where a draft ends that nobody goes on with. */
export const REPORT_WAY = ['DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED'] as const;
/** Where a report to the chairman stands. */
export const REPORT_STATES = [...REPORT_WAY, 'GIVEN_UP'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

const MOVES: Readonly<Record<ReportState, readonly ReportState[]>> = {
  DRAFT: ['SUBMITTED', 'GIVEN_UP'],
  SUBMITTED: ['APPROVED', 'DRAFT'],
  APPROVED: ['PUBLISHED', 'DRAFT'],
  PUBLISHED: [],
  GIVEN_UP: [],
};

/** The states into which a person can move a report, the way forward first; a published one stays, and so does one that was given up. */
export function movesOfReport(from: ReportState): readonly ReportState[] {
  return MOVES[from];
}

/** Whether a move has to say why: one that does not lead on. */
export function needsReason(to: ReportState): boolean {
  return to === 'DRAFT' || to === 'GIVEN_UP';
}

/** What a report still becomes on its way until it is published. */
export function wayToPublished(from: ReportState): readonly ReportState[] {
  const at = REPORT_WAY.findIndex((state) => state === from);
  return at < 0 ? ['PUBLISHED'] : REPORT_WAY.slice(at + 1);
}

/** Whether a move is a judgement on somebody's work: with separate duties nobody passes it on their own. */
export function judgesReport(to: ReportState): boolean {
  return to === 'APPROVED' || to === 'PUBLISHED';
}

/**
 * Whether a move takes back what one submitted oneself and nobody approved: its authors do so without a reason, and who may not approve does no
 * other.
 */
export function withdrawsReport(from: ReportState, to: ReportState, isAuthor: boolean): boolean {
  return isAuthor && from === 'SUBMITTED' && to === 'DRAFT';
}

/** The rights of which one is enough for a move: who writes submits and takes back what is not approved; who approves does the rest. */
export function rightsToMoveReport(from: ReportState, to: ReportState): readonly ('report.draft' | 'report.approve')[] {
  if (!MOVES[from].includes(to)) return [];
  if (to === 'SUBMITTED' || to === 'GIVEN_UP') return ['report.draft'];
  return from === 'SUBMITTED' && to === 'DRAFT' ? ['report.draft', 'report.approve'] : ['report.approve'];
}

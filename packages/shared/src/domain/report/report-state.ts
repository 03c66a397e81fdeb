/** Where a report to the chairman stands. */
export const REPORT_STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

const MOVES: Readonly<Record<ReportState, readonly ReportState[]>> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['APPROVED', 'DRAFT'],
  APPROVED: ['PUBLISHED', 'DRAFT'],
  PUBLISHED: [],
};

/** The states into which a person can move a report, the way forward first; a published one stays. */
export function movesOfReport(from: ReportState): readonly ReportState[] {
  return MOVES[from];
}

/** Whether a move is a judgement on somebody's work: with separate duties nobody passes it on their own. */
export function judgesReport(to: ReportState): boolean {
  return to === 'APPROVED' || to === 'PUBLISHED';
}

/** The rights of which one is enough for a move: who writes submits and takes back what is not approved; who approves does the rest. */
export function rightsToMoveReport(from: ReportState, to: ReportState): readonly ('report.draft' | 'report.approve')[] {
  if (!MOVES[from].includes(to)) return [];
  if (to === 'SUBMITTED') return ['report.draft'];
  return from === 'SUBMITTED' && to === 'DRAFT' ? ['report.draft', 'report.approve'] : ['report.approve'];
}

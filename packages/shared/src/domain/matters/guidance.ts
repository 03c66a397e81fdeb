import { compareDays, type Day } from '../days.ts';

/** Guidance holds until it is withdrawn; a changed one is another edition of the same. */
export const GUIDANCE_STATES = ['IN_FORCE', 'WITHDRAWN'] as const;
export type GuidanceState = (typeof GUIDANCE_STATES)[number];

export const guidanceState = ({ withdrawnOn }: { withdrawnOn: Day | null }): GuidanceState =>
  withdrawnOn === null ? 'IN_FORCE' : 'WITHDRAWN';

/** How a receiver stands to guidance: what it took note of is an earlier edition than the one that holds, or that one; late once the day is over. */
export const RECEIPT_STATES = ['TO_ACKNOWLEDGE', 'OVERDUE', 'ACKNOWLEDGED', 'NOT_NEEDED'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** How a receiver stands today. Of what was withdrawn nobody needs to take note any more. */
export function receiptState(
  guidance: { edition: number; acknowledgeBy: Day; withdrawnOn: Day | null },
  acknowledgedEdition: number,
  today: Day,
): ReceiptState {
  if (acknowledgedEdition >= guidance.edition) return 'ACKNOWLEDGED';
  if (guidance.withdrawnOn !== null) return 'NOT_NEEDED';
  return compareDays(today, guidance.acknowledgeBy) > 0 ? 'OVERDUE' : 'TO_ACKNOWLEDGE';
}

/** Whom guidance is sent to: units that are named, all of a kind, all below one; each once, in the order of the tree. */
export interface ReceiversGiven {
  units: ReadonlySet<number>;
  kind: string | null;
  under: number | null;
}

/** The receivers among the units that its sender may tell. */
export function receiversOf(
  all: readonly { unitId: number; kind: string; above: readonly number[] }[],
  { units, kind, under }: ReceiversGiven,
): number[] {
  const isAsked = (one: { unitId: number; kind: string; above: readonly number[] }): boolean => {
    if (units.has(one.unitId)) return true;
    if (kind === null && under === null) return false;
    return (kind === null || one.kind === kind) && (under === null || one.above.includes(under));
  };
  return all.filter(isAsked).map(({ unitId }) => unitId);
}

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

/** Whom guidance is sent to: units that are named, and all below these; all of a kind, all below one; each once, in the order of the tree. */
export interface ReceiversGiven {
  units: ReadonlySet<number>;
  /** Whatever lies below the named ones too. */
  withBelow: boolean;
  kind: string | null;
  under: number | null;
}

/** The receivers among the units that its sender may tell. */
export function receiversOf(
  all: readonly { unitId: number; kind: string; above: readonly number[] }[],
  { units, withBelow, kind, under }: ReceiversGiven,
): number[] {
  const isAsked = (one: { unitId: number; kind: string; above: readonly number[] }): boolean => {
    if (units.has(one.unitId)) return true;
    if (withBelow && one.above.some((id) => units.has(id))) return true;
    if (kind === null && under === null) return false;
    return (kind === null || one.kind === kind) && (under === null || one.above.includes(under));
  };
  return all.filter(isAsked).map(({ unitId }) => unitId);
}

/** What is held of an edition against the one before. */
export interface EditionFacts {
  number: string | null;
  title: string;
  text: string;
  acknowledgeBy: Day;
  files: readonly { sha256: string; name: string }[];
}

/** What another edition changes, of what a receiver reads and keeps to. */
export interface EditionChange {
  number: boolean;
  title: boolean;
  text: boolean;
  acknowledgeBy: boolean;
  /** Names of files that it brought, and of those that it has no more. */
  filesAdded: string[];
  filesGone: string[];
}

export function editionChange(before: EditionFacts, after: EditionFacts): EditionChange {
  const lacks = (files: EditionFacts['files'], sha256: string): boolean => !files.some((one) => one.sha256 === sha256);
  return {
    number: before.number !== after.number,
    title: before.title !== after.title,
    text: before.text !== after.text,
    acknowledgeBy: before.acknowledgeBy !== after.acknowledgeBy,
    filesAdded: after.files.filter(({ sha256 }) => lacks(before.files, sha256)).map(({ name }) => name),
    filesGone: before.files.filter(({ sha256 }) => lacks(after.files, sha256)).map(({ name }) => name),
  };
}

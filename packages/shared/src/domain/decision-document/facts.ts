import type { Day } from '../days.ts';
import type { PlanState } from '../plan-state.ts';
import type { UnitKind } from '../tier.ts';

/** A unit as a decision names it: `Huyện Đại Từ`, of the type `Huyện`. */
export interface NamedUnit {
  code: string;
  name: string;
  type: string;
  kind: UnitKind;
}

/** Numbers of the basis period, and which of them were typed in the plan in place of what was counted. */
export interface BasisFacts {
  volume: number;
  baseline: number | null;
  isVolumeTyped?: boolean;
  isBaselineTyped?: boolean;
}

/** What a plan says of one unit. Percentages in hundredths, null where there is none. */
export interface UnitFacts extends NamedUnit, BasisFacts {
  target: number | null;
  /** What the plan that is amended assigned to it; only of an amending plan. */
  before: number | null;
  /** A unit that ended before the plan's day: named, and part of no sum. */
  isGone: boolean;
}

/** A decision as others cite it; what nobody told yet is null. */
export interface CitedDecision {
  number: string | null;
  issuedOn: Day | null;
}

/** Everything that a decision says of its plan, as data: what templates and tables are filled from. */
export interface DocumentFacts {
  state: PlanState;
  year: number;
  issuer: NamedUnit;
  superior: NamedUnit | null;
  province: NamedUnit;
  indicator: string;
  decision: CitedDecision & { signer: string | null };
  /** By which decision the issuing unit was given its own target; null where nobody gave it one. */
  parent: (CitedDecision & { issuer: NamedUnit }) | null;
  /** What an amending plan amends; null for a plan that amends nothing. */
  amended: CitedDecision | null;
  /** The first and the last day in force. */
  from: Day;
  until: Day;
  /** The period that volumes and baselines are of. */
  basisFrom: Day;
  basisTo: Day;
  required: number | null;
  /** In the order of the codes. */
  units: readonly UnitFacts[];
  /** The issuing unit's own dossiers, where it has any. */
  own: BasisFacts | null;
}

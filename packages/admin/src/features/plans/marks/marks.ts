import { hundredthsOf, percentOf } from '@chi-tieu/shared/domain/percent';
import type { MarkSeason, MilestoneInput, PlanMarksFragment } from '@chi-tieu/shared/generated/graphql';
import { remotePlanOf, type RemotePlan } from '../saving/targets.ts';

/** What a unit should have reached by the end of a month, in hundredths. */
export interface Mark {
  readonly month: number;
  readonly value: number;
  readonly season: MarkSeason;
  /** Typed for a target that the unit no longer has. */
  readonly stale: boolean;
}

/** A mark that is to be typed; null drops what was typed. */
export interface MarkChange {
  readonly code: string;
  readonly month: number;
  readonly value: number | null;
}

/** The marks of a plan by the codes of the units; a unit without a target has none. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

/** A plan as the server has it, with its marks. */
export interface RemoteMarks {
  readonly plan: RemotePlan;
  readonly marks: Marks;
}

/** The last month: its mark is the target, which is not typed here. */
export const DECEMBER = 12;

/** What tells one mark from the others. */
export const markKey = (code: string, month: number): string => `${code} ${String(month)}`;

/** Reads a plan's marks from an answer. */
export function remoteMarksOf(answer: PlanMarksFragment): RemoteMarks {
  const marks = answer.targets.map(({ unit, milestones }): [string, Mark[]] => [
    unit.code,
    milestones.map(({ month, percent, season, stale }) => ({
      month,
      value: hundredthsOf(percent) ?? 0,
      season,
      stale,
    })),
  ]);
  return { plan: remotePlanOf(answer), marks: new Map(marks) };
}

/** A mark as the API takes it. */
export function markInput({ code, month, value }: MarkChange): MilestoneInput {
  return { unit: code, month, percent: value === null ? null : percentOf(value) };
}

/** What was typed for a month; null where nothing was. */
export function typedIn(marks: Marks, code: string, month: number): number | null {
  const mark = marks.get(code)?.find((one) => one.month === month);
  return mark?.season === 'TYPED' ? mark.value : null;
}

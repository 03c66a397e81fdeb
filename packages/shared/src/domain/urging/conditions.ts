import { daysInMonth, type Day } from '../days.ts';

/**
 * What a rule looks for. BEHIND_MILESTONE: below the mark of the month so many months running. SOURCE_SILENT: nothing came for
 * so many days, and that is longer than the unit's own rhythm makes likely. NOT_ASSIGNED: who has units below has not assigned
 * its target to them by a day of the year. OUT_OF_REACH: the target cannot be met any more.
 */
export type ConditionKind = 'BEHIND_MILESTONE' | 'SOURCE_SILENT' | 'NOT_ASSIGNED' | 'OUT_OF_REACH';

export const CONDITION_KINDS: readonly ConditionKind[] = [
  'BEHIND_MILESTONE',
  'SOURCE_SILENT',
  'NOT_ASSIGNED',
  'OUT_OF_REACH',
];

/** A condition as it is typed and kept: what its kind has no use for is null. */
export interface Condition {
  kind: ConditionKind;
  /** The indicator's code; silence is of no indicator. */
  indicator: string | null;
  /** BEHIND_MILESTONE: so many months running. */
  months: number | null;
  /** A month is judged so many days after it is over: until then its counts are still coming in. */
  settleDays: number | null;
  /** SOURCE_SILENT: so many days. */
  days: number | null;
  /** NOT_ASSIGNED: by this day of each year. */
  month: number | null;
  day: number | null;
}

/** What is wrong with a condition. */
export interface ConditionFault {
  field: keyof Condition;
  problem: 'INDICATOR' | 'RANGE' | 'DAY';
  least?: number;
  most?: number;
}

const NEEDS: Readonly<Record<ConditionKind, readonly (keyof Condition)[]>> = {
  BEHIND_MILESTONE: ['indicator', 'months', 'settleDays'],
  SOURCE_SILENT: ['days'],
  NOT_ASSIGNED: ['indicator', 'month', 'day'],
  OUT_OF_REACH: ['indicator'],
};

const BOUNDS: Readonly<Partial<Record<keyof Condition, { least: number; most: number }>>> = {
  months: { least: 1, most: 12 },
  settleDays: { least: 0, most: 60 },
  days: { least: 1, most: 365 },
  month: { least: 1, most: 12 },
  day: { least: 1, most: 31 },
};

/** A condition with what its kind needs and nothing else. */
export function tidyCondition(given: Condition): Condition {
  const keep = <F extends keyof Condition>(field: F): Condition[F] | null =>
    NEEDS[given.kind].includes(field) ? given[field] : null;
  return {
    kind: given.kind,
    indicator: keep('indicator'),
    months: keep('months'),
    settleDays: keep('settleDays'),
    days: keep('days'),
    month: keep('month'),
    day: keep('day'),
  };
}

/** Every fault of a tidied condition; `indicators` are the codes that there are. */
export function conditionFaults(condition: Condition, indicators: readonly string[]): ConditionFault[] {
  const faults = NEEDS[condition.kind].flatMap((field): ConditionFault[] => {
    const value = condition[field];
    if (field === 'indicator')
      return typeof value === 'string' && indicators.includes(value) ? [] : [{ field, problem: 'INDICATOR' }];
    const bounds = BOUNDS[field] ?? { least: 0, most: 0 };
    const isWithin = typeof value === 'number' && Number.isInteger(value);
    return isWithin && value >= bounds.least && value <= bounds.most ? [] : [{ field, problem: 'RANGE', ...bounds }];
  });
  return faults.length > 0 ? faults : dayFaults(condition);
}

/** The 29th of February comes once in four years: a rule goes by days that each year has. */
function dayFaults({ kind, month, day }: Condition): ConditionFault[] {
  if (kind !== 'NOT_ASSIGNED' || month === null || day === null) return [];
  return day <= daysInMonth(2021, month) ? [] : [{ field: 'day', problem: 'DAY' }];
}

/** The last day of a year on which a target may still be assigned by a condition. */
export function deadlineOf({ month, day }: Condition, year: number): Day {
  const two = (number: number | null): string => String(number ?? 1).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

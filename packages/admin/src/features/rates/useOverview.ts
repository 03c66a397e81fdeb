import {
  dayInVietnam,
  monthEnd,
  monthStart,
  previousDay,
  yearOf,
  yearStart,
  type Day,
} from '@chi-tieu/shared/domain/days';
import { daysOf, nameOfDays, shifted, type Days } from '@chi-tieu/shared/domain/periods/periods';
import { OverviewDocument, type OverviewQuery, type OverviewQueryVariables } from '@chi-tieu/shared/generated/graphql';
import { computed, type ComputedRef, type Ref } from 'vue';
import { dataStatus, indicators } from '../../app/session.ts';
import { useAnswer, type Answer } from '../../app/useAnswer.ts';
import { today, type FrameState } from '../../app/useFrame.ts';
import { dayLookedAt } from '../monitoring/standingRows.ts';

/** The last day of the period that can have data: its own end, the last day with data, or today. */
export function lastDayOf(to: Day, lastDay: Day | null): Day {
  return [to, lastDay ?? to, today()].sort()[0] ?? to;
}

/** The end of the month before the last day with data; null where the period had not begun then. */
export function monthBefore(from: Day, last: Day): Day | null {
  const end = previousDay(monthStart(last));
  return end >= from ? end : null;
}

/** What a period is compared with: itself up to the end of the month before, or the period of its kind before it. */
export interface Compared extends Days {
  isSoFar: boolean;
}

/** The figures beside which those of a period stand; null where it had no earlier month and has no name. */
export function comparedWith({ from, to }: Days, last: Day): Compared | null {
  const end = monthBefore(from, last);
  if (end !== null) return { from, to: end, isSoFar: true };
  const named = nameOfDays({ from, to });
  if (!named || named.year < 3) return null;
  return { ...daysOf(shifted(named, -1)), isSoFar: false };
}

/** Whether a period lies within one month: nothing of it is added up. */
export function isWithinMonth({ from, to }: Days): boolean {
  return to <= monthEnd(from);
}

/** Whether a period is a year from its beginning on, of which can be said how it will end: it has begun, and had when things were known. */
export function isYearSoFar({ from, to, knownAt }: { from: Day; to: Day; knownAt: string | null }, now: Day): boolean {
  const known = knownAt === null ? now : [now, dayInVietnam(new Date(knownAt))].sort()[0];
  return from === yearStart(yearOf(from)) && yearOf(to) === yearOf(from) && from <= (known ?? now);
}

export interface Overview {
  answer: Answer<OverviewQuery, OverviewQueryVariables>;
  /** The last day that the figures can rest on. */
  last: ComputedRef<Day>;
  /** The period of the figures that are compared with; null where there is none. */
  before: ComputedRef<Compared | null>;
}

/** Everything the overview of a unit shows to everybody, in one question. */
export function useOverview(root: Ref<string>, frame: FrameState): Overview {
  const last = computed(() => lastDayOf(frame.variables.value.to, dataStatus.value?.lastDay ?? null));
  const before = computed(() => comparedWith(frame.variables.value, last.value));
  /** Indicators that are counted anew for each period have no months to foresee. */
  const hasMonths = computed(() => {
    const found = indicators.value.find(({ code }) => code === frame.variables.value.indicator);
    return !frame.isOfServices.value && found?.eligibilityDate !== 'PERIOD_END';
  });
  const answer = useAnswer(OverviewDocument, () => {
    const { from, to, knownAt } = frame.variables.value;
    return {
      ...frame.variables.value,
      root: root.value,
      beforeFrom: before.value?.from ?? from,
      before: before.value?.to ?? from,
      // A month by itself is shown beside those of its year.
      seriesFrom: isWithinMonth({ from, to }) ? yearStart(yearOf(to)) : from,
      compare: before.value !== null,
      byMonth: !frame.isOfServices.value,
      year: yearOf(to),
      on: dayLookedAt(to, knownAt, today()),
      ofYear: hasMonths.value && isYearSoFar(frame.variables.value, today()),
    };
  });
  return { answer, last, before };
}

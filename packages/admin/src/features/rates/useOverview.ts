import { dayInVietnam, monthStart, previousDay, yearOf, yearStart, type Day } from '@chi-tieu/shared/domain/days';
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

/** Whether a period is a year from its beginning on, of which can be said how it will end: it has begun, and had when things were known. */
export function isYearSoFar({ from, to, knownAt }: { from: Day; to: Day; knownAt: string | null }, now: Day): boolean {
  const known = knownAt === null ? now : [now, dayInVietnam(new Date(knownAt))].sort()[0];
  return from === yearStart(yearOf(from)) && yearOf(to) === yearOf(from) && from <= (known ?? now);
}

export interface Overview {
  answer: Answer<OverviewQuery, OverviewQueryVariables>;
  /** The last day that the figures can rest on. */
  last: ComputedRef<Day>;
  /** The day of the figures that are compared with; null where there is none. */
  before: ComputedRef<Day | null>;
}

/** Everything the overview of a unit shows to everybody, in one question. */
export function useOverview(root: Ref<string>, frame: FrameState): Overview {
  const last = computed(() => lastDayOf(frame.variables.value.to, dataStatus.value?.lastDay ?? null));
  const before = computed(() => monthBefore(frame.variables.value.from, last.value));
  /** Indicators that are counted anew for each period have no months to foresee. */
  const hasMonths = computed(() => {
    const found = indicators.value.find(({ code }) => code === frame.variables.value.indicator);
    return !frame.isOfServices.value && found?.eligibilityDate !== 'PERIOD_END';
  });
  const answer = useAnswer(OverviewDocument, () => {
    const { to, knownAt } = frame.variables.value;
    return {
      ...frame.variables.value,
      root: root.value,
      before: before.value ?? frame.variables.value.from,
      compare: before.value !== null,
      byMonth: !frame.isOfServices.value,
      year: yearOf(to),
      on: dayLookedAt(to, knownAt, today()),
      ofYear: hasMonths.value && isYearSoFar(frame.variables.value, today()),
    };
  });
  return { answer, last, before };
}

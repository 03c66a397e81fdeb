import { monthStart, previousDay, type Day } from '@chi-tieu/shared/domain/days';
import { OverviewDocument, type OverviewQuery, type OverviewQueryVariables } from '@chi-tieu/shared/generated/graphql';
import { computed, type ComputedRef, type Ref } from 'vue';
import { dataStatus } from '../../app/session.ts';
import { useAnswer, type Answer } from '../../app/useAnswer.ts';
import { today, type FrameState } from '../../app/useFrame.ts';

/** The last day of the period that can have data: its own end, the last day with data, or today. */
export function lastDayOf(to: Day, lastDay: Day | null): Day {
  return [to, lastDay ?? to, today()].sort()[0] ?? to;
}

/** The end of the month before the last day with data; null where the period had not begun then. */
export function monthBefore(from: Day, last: Day): Day | null {
  const end = previousDay(monthStart(last));
  return end >= from ? end : null;
}

export interface Overview {
  answer: Answer<OverviewQuery, OverviewQueryVariables>;
  /** The last day that the figures can rest on. */
  last: ComputedRef<Day>;
  /** The day of the figures that are compared with; null where there is none. */
  before: ComputedRef<Day | null>;
}

/** Everything the overview of a unit shows, in one question. */
export function useOverview(root: Ref<string>, frame: FrameState): Overview {
  const last = computed(() => lastDayOf(frame.variables.value.to, dataStatus.value?.lastDay ?? null));
  const before = computed(() => monthBefore(frame.variables.value.from, last.value));
  const answer = useAnswer(OverviewDocument, () => ({
    ...frame.variables.value,
    root: root.value,
    before: before.value ?? frame.variables.value.from,
    compare: before.value !== null,
    byMonth: !frame.isOfServices.value,
  }));
  return { answer, last, before };
}

import { monthStart, yearEnd, yearOf, monthOf, type Day } from '@chi-tieu/shared/domain/days';
import { ratePercent } from '@chi-tieu/shared/domain/rate';
import { PlanMonthsDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef } from 'vue';
import { dataStatus } from '../../../app/session.ts';
import type { Plan } from './planUnit.ts';

const MONTHS = 24;

/** The first days of the months up to and including the one a day is in, oldest first. */
export function monthsUpTo(last: Day, count: number): Day[] {
  const end = yearOf(last) * 12 + monthOf(last) - 1;
  return Array.from({ length: count }, (_, i) => {
    const month = end - count + 1 + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
}

/** The rate of each unit month by month over two years, up to the end of the plan's year or of the data; null where unknown. */
export interface Months {
  readonly first: Day;
  readonly last: Day;
  readonly of: ComputedRef<ReadonlyMap<string, (number | null)[]>>;
}

/** Asks for the months of all units of a plan in one question. */
export function useMonths(plan: Plan): Months {
  const known = dataStatus.value?.lastDay;
  const end = yearEnd(plan.year);
  const last = monthStart(known && known < end ? known : end);
  const months = monthsUpTo(last, MONTHS);
  const first = months[0] ?? last;
  const variables = {
    id: plan.id,
    indicator: plan.indicator.code,
    from: first,
    to: known && known < end ? known : end,
  };
  const { result } = useQuery(PlanMonthsDocument, variables, { fetchPolicy: 'no-cache' });
  const of = computed(
    () =>
      new Map(
        result.value?.targetPlan?.children.map(({ unit, isIssuer }) => {
          const rates = new Map(unit.series.map((point) => [monthStart(point.from), ratePercent(point)]));
          return [isIssuer ? '' : unit.code, months.map((month) => rates.get(month) ?? null)];
        }),
      ),
  );
  return { first, last, of };
}

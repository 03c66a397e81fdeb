import { TERMS } from './classified.queries.ts';

/** What a rule of `eligible` is about beside what it asks (`TERMS`): of two alike one may hold on days on which the other does not. */
const KEY = `definition_id, ${TERMS}, procedure_id, tier, unit_id, but`;

/**
 * A query over two relations with the rows of `eligible`: on which days (`during`) dossiers may count by the one `after` alone (`sign` 1),
 * or by the one `before` alone (−1). Found from these rows, which are few, so that nobody looks at dossiers that count by both.
 */
export function differingDays(before: string, after: string): string {
  const days = (side: string) =>
    `coalesce(range_agg(during) filter (where side = '${side}' and not isempty(during)), '{}')`;
  return `
    select x.*, s.sign, s.during
      from (select ${KEY}, ${days('after')} as after_days, ${days('before')} as before_days
              from (select 'after' as side, * from ${after} union all select 'before', * from ${before}) x
             group by ${KEY}) x
     cross join lateral (
       select 1 as sign, d.during from unnest(x.after_days - x.before_days) as d (during)
       union all
       select -1, d.during from unnest(x.before_days - x.after_days) as d (during)) s`;
}

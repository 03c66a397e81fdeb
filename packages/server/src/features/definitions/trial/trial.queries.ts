import type { CountedAs } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';
import { countsDuring, COUNTING_DAY, eligibleCte, IN_NUMERATOR, isFor } from '../../rates/classified.queries.ts';
import type { DefinitionId } from '../../rates/indicators.queries.ts';

/** Which dossiers two definitions are tried on. */
export interface TrialAsked {
  left: DefinitionId;
  right: DefinitionId;
  units: number[];
  from: string;
  to: string;
  /** One dossier of so many is looked at. */
  every: number;
}

/** How many dossiers stand where by the one definition and where by the other. */
export interface TrialCell {
  left: CountedAs;
  right: CountedAs;
  count: number;
}

/**
 * $1 province, $2 left, $3 right, $4 units, $5 from, $6 to, $7 every: each dossier received or finished in the period, judged twice.
 * Joined and not looked up one by one: what a definition lets count never overlaps, so a dossier meets one row of it at most.
 */
function judged(): string {
  const said = (name: string) => `${name}_said as (
      select d.id, ${IN_NUMERATOR} as numerator
        from looked d
        join ${name} e on e.procedure_id = d.procedure_id and e.tier = d.tier and ${isFor('d.unit_id')} and ${countsDuring('$6')}
       where ${COUNTING_DAY} between $5 and $6)`;
  const word = (name: string) =>
    `case when ${name}_said.numerator then 'NUMERATOR' when not ${name}_said.numerator then 'DENOMINATOR' else 'NOT_COUNTED' end`;
  return `with ${eligibleCte('i.id = $2', 'null', { name: 'lefts' })}, ${eligibleCte('i.id = $3', 'null', { name: 'rights' })},
    looked as materialized (
      select d.*, u.tier
        from dossier d join unit u on u.id = d.unit_id
       where d.province_id = $1 and d.unit_id = any ($4) and (d.finished_day between $5 and $6 or d.received_day between $5 and $6)
         and d.id % $7 = 0),
    ${said('lefts')}, ${said('rights')},
    judged as (
      select d.id, d.code, ${word('lefts')} as at_left, ${word('rights')} as at_right
        from looked d
        left join lefts_said on lefts_said.id = d.id
        left join rights_said on rights_said.id = d.id)`;
}

const params = (provinceId: number, { left, right, units, from, to, every }: TrialAsked): unknown[] => [
  provinceId,
  left,
  right,
  units,
  from,
  to,
  every,
];

/** Only cells in which there is any dossier. */
export function trialCells(sql: Sql, provinceId: number, asked: TrialAsked): Promise<TrialCell[]> {
  return sql.rows<TrialCell>(
    `${judged()} select at_left as left, at_right as right, count(*)::int as count from judged group by 1, 2 order by 1, 2`,
    params(provinceId, asked),
  );
}

/** Some dossiers of each cell in which the definitions disagree, the first ones by their numbers. */
export function trialExamples(
  sql: Sql,
  provinceId: number,
  asked: TrialAsked,
  most: number,
): Promise<{ left: CountedAs; right: CountedAs; code: string }[]> {
  return sql.rows<{ left: CountedAs; right: CountedAs; code: string }>(
    `${judged()} select at_left as left, at_right as right, code from (
       select *, row_number() over (partition by at_left, at_right order by id) as n from judged) j
      where n <= $8 order by at_left, at_right, id`,
    [...params(provinceId, asked), most],
  );
}

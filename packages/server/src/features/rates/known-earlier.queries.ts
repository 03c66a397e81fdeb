import type { Day } from '@chi-tieu/shared/domain/days';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import type { DefinitionId } from './indicators.queries.ts';
import type { PeriodAsked, SeriesCounts, UnitCounts } from './totals.queries.ts';

/**
 * Keeps how the months that a booking changed stand after it (`month_standing`), under the next number of bookings. The months' totals
 * have been added up, and what was booked is in `delta`. Called under the dossier lock: so the order of numbers is that of `moment.at`.
 */
export async function keepStanding(tx: Writer, provinceId: number): Promise<void> {
  await tx.run(
    `insert into booked_moment (province_id, number, moment_id)
     select $1, coalesce(max(number), 0) + 1, $2 from booked_moment where province_id = $1`,
    [provinceId, tx.moment],
  );
  await tx.run(
    `insert into month_standing (province_id, definition_id, month, unit_id, number, numerator, denominator)
     select $1, t.definition_id, t.month, t.unit_id, (select number from booked_moment where province_id = $1 and moment_id = $2),
            t.numerator, t.denominator
       from (select definition_id, unit_id, date_trunc('month', day)::date as month from delta
              group by 1, 2, 3 having sum(numerator) <> 0 or sum(denominator) <> 0) x
       join month_total t on t.province_id = $1 and t.definition_id = x.definition_id and t.month = x.month and t.unit_id = x.unit_id
      order by 2, 3, 4`,
    [provinceId, tx.moment],
  );
}

/** The last booking until an instant, and whether it is the last one of all; 0 where there was none. */
async function bookedUntil(sql: Sql, provinceId: number, knownAt: Date): Promise<{ number: string; isLast: boolean }> {
  const row = await sql.row<{ number: string; isLast: boolean }>(
    `select b.number, b.number = (select max(number) from booked_moment where province_id = $1) as "isLast"
       from moment m join booked_moment b on b.province_id = $1 and b.moment_id = m.id
      where m.at <= $2 order by m.at desc limit 1`,
    [provinceId, knownAt],
  );
  return row ?? { number: '0', isLast: false };
}

/**
 * Counts by receiving unit over a period as known at an instant: of whole months (`months`, first and last day) how each stood after
 * the last booking until then; of the days at the ends the sum of what was booked. Null where nothing was booked since: then the
 * totals of now say it.
 */
export async function countsKnownEarlier(
  sql: Sql,
  provinceId: number,
  definitionId: DefinitionId,
  { from, to, knownAt }: PeriodAsked & { knownAt: Date },
  months: readonly [Day, Day],
): Promise<UnitCounts[] | null> {
  const { number, isLast } = await bookedUntil(sql, provinceId, knownAt);
  if (isLast) return null;
  return sql.rows<UnitCounts>(
    `select unit_id as "unitId", sum(numerator)::int as numerator, sum(denominator)::int as denominator from (
       select t.unit_id, s.numerator, s.denominator
         from month_total t
        cross join lateral (
          select s.numerator, s.denominator from month_standing s
           where s.province_id = t.province_id and s.definition_id = t.definition_id and s.month = t.month and s.unit_id = t.unit_id
             and s.number <= $6
           order by s.number desc limit 1) s
        where t.province_id = $1 and t.definition_id = $2 and t.month between $7::date and $8::date
       union all
       select l.unit_id, l.numerator, l.denominator
         from ledger l join moment m on m.id = l.moment_id and m.at <= $5
        where l.province_id = $1 and l.definition_id = $2
          and (l.day between $3::date and least($4::date, $7::date - 1) or l.day between greatest($3::date, $8::date + 1) and $4::date)) x
      group by unit_id having sum(denominator) <> 0`,
    [provinceId, definitionId, from, to, knownAt, number, ...months],
  );
}

/** How whole months stood, unit by unit, after the last booking until an instant. Null where nothing was booked since. */
export async function monthsKnownEarlier(
  sql: Sql,
  provinceId: number,
  definitionId: DefinitionId,
  { from, to, knownAt }: PeriodAsked & { knownAt: Date },
): Promise<SeriesCounts[] | null> {
  const { number, isLast } = await bookedUntil(sql, provinceId, knownAt);
  if (isLast) return null;
  return sql.rows<SeriesCounts>(
    `select t.unit_id as "unitId", t.month::text as at, s.numerator, s.denominator
       from month_total t
      cross join lateral (
        select s.numerator, s.denominator from month_standing s
         where s.province_id = t.province_id and s.definition_id = t.definition_id and s.month = t.month and s.unit_id = t.unit_id
           and s.number <= $5
         order by s.number desc limit 1) s
      where t.province_id = $1 and t.definition_id = $2 and t.month between $3 and $4 and s.denominator > 0`,
    [provinceId, definitionId, from, to, number],
  );
}

/** What was booked for some receiving units over a period until an instant, row by row of the ledger. */
export async function sumOfLedger(
  sql: Sql,
  provinceId: number,
  definitionId: DefinitionId,
  { from, to, knownAt }: PeriodAsked,
  unitIds: readonly number[],
): Promise<Counts> {
  const row = await sql.row<Counts>(
    `select coalesce(sum(l.numerator), 0)::int as numerator, coalesce(sum(l.denominator), 0)::int as denominator
       from ledger l join moment m on m.id = l.moment_id and m.at <= $5
      where l.province_id = $1 and l.definition_id = $2 and l.day between $3 and $4 and l.unit_id = any ($6)`,
    [provinceId, definitionId, from, to, knownAt, unitIds],
  );
  return row ?? { numerator: 0, denominator: 0 };
}

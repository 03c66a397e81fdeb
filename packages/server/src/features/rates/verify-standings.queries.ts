import type { Sql } from '../../app/sql.ts';

/** How months stood after a booking that are not the sum of what was booked until then; a null where there is no such row. */
export function strayStandings(
  sql: Sql,
  provinceId: number,
): Promise<{ where: string; stored: string | null; expected: string | null }[]> {
  const key = `definition_id, unit_id, month, number`;
  return sql.rows(
    `with stood as (
       select ${key}, numerator - lag(numerator, 1, 0) over w as numerator, denominator - lag(denominator, 1, 0) over w as denominator
         from month_standing where province_id = $1 window w as (partition by definition_id, unit_id, month order by number)),
     booked as (
       select l.definition_id, l.unit_id, date_trunc('month', l.day)::date as month, b.number, sum(l.numerator) as numerator,
              sum(l.denominator) as denominator
         from ledger l left join booked_moment b on b.province_id = l.province_id and b.moment_id = l.moment_id
        where l.province_id = $1 group by 1, 2, 3, 4 having sum(l.numerator) <> 0 or sum(l.denominator) <> 0)
     select concat('definition ', definition_id, ', unit ', unit_id, ', ', month, ', booking ', number) as where,
            s.numerator || '/' || s.denominator as stored, b.numerator || '/' || b.denominator as expected
       from stood s full join booked b using (${key})
      where (s.numerator, s.denominator) is distinct from (b.numerator, b.denominator)
      order by 1 limit 1000`,
    [provinceId],
  );
}

/** Bookings whose numbers are not in the order of their moments. */
export function disorderedBookings(sql: Sql, provinceId: number): Promise<{ number: string }[]> {
  return sql.rows(
    `select number from (
       select b.number, m.at, lag(m.at) over (order by b.number) as before
         from booked_moment b join moment m on m.id = b.moment_id where b.province_id = $1) x
      where at <= before order by number`,
    [provinceId],
  );
}

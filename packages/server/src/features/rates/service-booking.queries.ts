import type { Writer } from '../../app/database.ts';
import type { BookedDefinitions } from './booked.queries.ts';
import { COUNTING_DAY, IN_NUMERATOR, isOfTier, LOOKED_AT } from './classified.queries.ts';

/**
 * The part of a booking that is for definitions that count services: which procedures had dossiers, where and in which month. List
 * and force are not looked at: they are asked on the last day of whatever period is asked for.
 */
export function openServices(tx: Writer): Promise<number> {
  return tx.run(`create temporary table service_booking (
    definition_id int not null, unit_id int not null, procedure_id int not null, month date not null,
    numerator int not null, denominator int not null
  ) on commit drop`);
}

/** Adds or takes out what is `gathered`. The cause is not kept: of services nobody is told why by single bookings. */
export async function takeServices(
  tx: Writer,
  provinceId: number,
  booked: BookedDefinitions,
  sign: 1 | -1,
): Promise<void> {
  await tx.run(
    `insert into service_booking (definition_id, unit_id, procedure_id, month, numerator, denominator)
     select e.id, d.unit_id, d.procedure_id, date_trunc('month', ${COUNTING_DAY})::date,
            $2::int * coalesce(sum(d.n) filter (where ${IN_NUMERATOR}), 0), $2::int * sum(d.n)
       from gathered d
       join unit u on u.id = d.unit_id
       join indicator_definition e on e.province_id = $1 and e.id in (${booked.services.join()})
        and ${LOOKED_AT} and ${isOfTier('u.tier', 'e')}
      where ${booked.isDone('e.id')}
      group by 1, 2, 3, 4`,
    [provinceId, sign],
  );
}

/** Books what is left. */
export async function bookServices(tx: Writer, provinceId: number): Promise<void> {
  await tx.run(`create temporary table service_delta on commit drop as
    select definition_id, unit_id, procedure_id, month, sum(numerator)::int as numerator, sum(denominator)::int as denominator
      from service_booking group by 1, 2, 3, 4 having sum(numerator) <> 0 or sum(denominator) <> 0`);
  const changed = await tx.run(
    `insert into service_ledger (province_id, definition_id, unit_id, procedure_id, month, moment_id, numerator, denominator)
     select $1, definition_id, unit_id, procedure_id, month, $2, numerator, denominator from service_delta order by 2, 5, 3, 4`,
    [provinceId, tx.moment],
  );
  if (changed > 0)
    await tx.run(
      `merge into service_total t using service_delta x
          on t.province_id = $1 and t.definition_id = x.definition_id and t.month = x.month and t.unit_id = x.unit_id
         and t.procedure_id = x.procedure_id
        when matched then update set numerator = t.numerator + x.numerator, denominator = t.denominator + x.denominator
        when not matched then insert (province_id, definition_id, month, unit_id, procedure_id, numerator, denominator)
             values ($1, x.definition_id, x.month, x.unit_id, x.procedure_id, x.numerator, x.denominator)`,
      [provinceId],
    );
  await tx.run('drop table service_booking, service_delta');
}

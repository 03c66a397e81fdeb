import type { Day } from '@chi-tieu/shared/domain/days';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { Sql } from '../../../app/sql.ts';
import type { Cause } from '../../rates/causes.types.ts';
import type { DefinitionId } from '../../rates/indicators.queries.ts';

/** Which rows of the ledger: of a period, booked after one instant and up to another. */
export interface BookedBetween {
  definitionId: DefinitionId;
  from: Day;
  to: Day;
  after: Date;
  until: Date;
}

/** What one cause added to what a receiving unit counts. */
export interface CauseCounts extends Counts {
  unitId: number;
  cause: Cause;
}

/** What was booked by receiving unit and cause; without a look at any dossier. */
export function causesBetween(
  sql: Sql,
  provinceId: number,
  { definitionId, from, to, after, until }: BookedBetween,
): Promise<CauseCounts[]> {
  return sql.rows<CauseCounts>(
    `select l.unit_id as "unitId", l.cause, sum(l.numerator)::int as numerator, sum(l.denominator)::int as denominator
       from ledger l join moment m on m.id = l.moment_id and m.at > $5 and m.at <= $6
      where l.province_id = $1 and l.definition_id = $2 and l.day between $3 and $4
      group by l.unit_id, l.cause`,
    [provinceId, definitionId, from, to, after, until],
  );
}

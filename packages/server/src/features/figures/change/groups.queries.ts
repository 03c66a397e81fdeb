import type { Day } from '@chi-tieu/shared/domain/days';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { Sql } from '../../../app/sql.ts';
import {
  alike,
  countsBy,
  COUNTING_DAY,
  dossiersKnown,
  eligibleCte,
  IN_NUMERATOR,
  isOfTier,
  LOOKED_AT,
} from '../../rates/classified.queries.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';

/** What the dossiers of one procedure that one unit received add in a period. */
export interface GroupCounts extends Counts {
  procedureId: number;
  unitId: number;
  /** The others that the indicator looks at in the period, and that the catalogue keeps from counting. */
  leftOut: number;
}

/**
 * Counts by procedure and receiving unit in a period, as known at an instant (null: now). Counted from the dossiers; whoever keeps
 * totals by procedure answers from them here. Looked at are the dossiers of the period by the day that counts, by its index. Ask of `ctx.figures`.
 */
export function countsByGroup(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { from, to, units, knownAt }: { from: Day; to: Day; units: readonly number[]; knownAt: Date | null },
): Promise<GroupCounts[]> {
  return sql.rows<GroupCounts>(
    // What is alike to every definition is one row, and an `eligible` row at most holds for it: so both are joined by hashing.
    `with ${eligibleCte('i.id = $2', '$6')},
     alike as materialized (${alike(
       dossiersKnown(
         '$6',
         `d.province_id = $1 and d.unit_id = any ($5)
            and d.${indicator.basis === 'RESOLVED' ? 'finished_day' : 'received_day'} between $3 and $4`,
       ),
     )})
     select d.procedure_id as "procedureId", d.unit_id as "unitId",
            coalesce(sum(d.n) filter (where e.definition_id is not null and ${IN_NUMERATOR}), 0)::int as numerator,
            coalesce(sum(d.n) filter (where e.definition_id is not null), 0)::int as denominator,
            coalesce(sum(d.n) filter (where e.definition_id is null), 0)::int as "leftOut"
       from alike d
       join unit u on u.id = d.unit_id
       join indicator_definition i on i.id = $2 and ${isOfTier('u.tier')}
       left join eligible e on ${countsBy('$4')}
      where ${ofDefinition(COUNTING_DAY)} between $3 and $4 and ${ofDefinition(LOOKED_AT)}
      group by 1, 2`,
    [provinceId, indicator.definitionId, from, to, units, knownAt],
  );
}

/** A piece about `e`, asked of the definition `i` itself, whose names for its terms are the same. */
function ofDefinition(piece: string): string {
  return piece.replaceAll(/\be\./g, 'i.');
}

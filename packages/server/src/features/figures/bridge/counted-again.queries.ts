import type { Day } from '@chi-tieu/shared/domain/days';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { Sql } from '../../../app/sql.ts';
import {
  countsBy,
  COUNTING_DAY,
  dossiersKnown,
  eligibleCte,
  IN_NUMERATOR,
  storedEntries,
} from '../../rates/classified.queries.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';

/** How far what was learned between two instants is taken in: each part as known at the first one, or at the second. */
export interface Taken {
  /**
   * NEW: those of the first instant, and those that came since as they are at the second. CORRECTED: as at the second, but those that
   * are gone since, or there again, as at the first.
   */
  dossiers: 'FIRST' | 'NEW' | 'CORRECTED' | 'SECOND';
  list: 'FIRST' | 'SECOND';
  force: 'FIRST' | 'SECOND';
  units: 'FIRST' | 'SECOND';
}

export interface CountedAgain {
  from: Day;
  to: Day;
  /** Receiving units. */
  units: readonly number[];
  first: Date;
  second: Date;
}

const PARAM = { FIRST: '$6', SECOND: '$7' } as const;

/**
 * Counts dossiers, of some receiving units, with some of what was learned between two instants taken in and the rest not yet. For
 * definitions that are booked nowhere. Ask of `ctx.figures`.
 */
export async function countAgain(
  sql: Sql,
  provinceId: number,
  definition: IndicatorRow,
  { from, to, units, first, second }: CountedAgain,
  taken: Taken,
): Promise<Counts> {
  const eligible = eligibleCte('i.id = $2', PARAM[taken.units], {
    entries: storedEntries(PARAM[taken.list]),
    force: PARAM[taken.force],
  });
  const row = await sql.row<Counts>(
    `with ${eligible}
     select count(*) filter (where ${IN_NUMERATOR})::int as numerator, count(*)::int as denominator
       from ${dossiersTaken(taken.dossiers)}
       join unit u on u.id = d.unit_id
       join eligible e on ${countsBy('$4')}
      where ${COUNTING_DAY} between $3 and $4 and $6::timestamptz <= $7::timestamptz`,
    [provinceId, definition.definitionId, from, to, units, first, second],
  );
  return row ?? { numerator: 0, denominator: 0 };
}

/** Of these units, and with a day in the period: only what may count is looked at. */
const MINE = `d.province_id = $1 and d.unit_id = any ($5)
  and (d.finished_day between $3 and $4 or d.received_day between $3 and $4)`;

function dossiersTaken(taken: Taken['dossiers']): string {
  if (taken === 'FIRST' || taken === 'SECOND') return dossiersKnown(PARAM[taken], MINE);
  if (taken === 'NEW')
    return `(select d.* from ${dossiersKnown('$6', MINE)}
             union all
             select d.* from ${dossiersKnown('$7', MINE)} where not ${wasThere('d.id', '$6')}) d`;
  const [then, now] = [goneAt('d.id', '$6'), goneAt('d.id', '$7')];
  return `(select d.* from ${dossiersKnown('$6', MINE)} where ${now} is distinct from ${GONE}
           union all
           select d.* from ${dossiersKnown('$7', MINE)} where coalesce(${then} = ${GONE}, not ${wasThere('d.id', '$6')})) d`;
}

/** How a dossier `d` is gone; empty where it stands. */
const GONE = `coalesce(d.gone::text, '')`;

/** The same of a dossier as known at an instant; null where there was none. */
function goneAt(dossier: string, known: string): string {
  return `(select coalesce(v.gone::text, '') from (
      select recorded_by, null::bigint as superseded_by, gone from dossier where province_id = $1 and id = ${dossier}
      union all
      select recorded_by, superseded_by, gone from dossier_version where province_id = $1 and dossier_id = ${dossier}) v
    join moment m on m.id = v.recorded_by and m.at <= ${known}::timestamptz
   where not exists (select from moment s where s.id = v.superseded_by and s.at <= ${known}::timestamptz))`;
}

/** True for a dossier that was known at an instant, in whichever version. */
export function wasThere(dossier: string, known: string): string {
  return `exists (select 1 from (
      select recorded_by from dossier where province_id = $1 and id = ${dossier} and version = 1
      union all
      select recorded_by from dossier_version where province_id = $1 and dossier_id = ${dossier} and version = 1) f
    join moment m on m.id = f.recorded_by and m.at <= ${known}::timestamptz)`;
}

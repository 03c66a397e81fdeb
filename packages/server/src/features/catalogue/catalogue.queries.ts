import type { Day } from '@chi-tieu/shared/domain/days';
import type { ProcedureText } from '@chi-tieu/shared/domain/procedure-text';
import type { Sql } from '../../app/sql.ts';
import { knownThen } from '../units/units.queries.ts';

/** A procedure as it reads on a day. Days are inclusive; null: open. */
export interface ProcedureRow extends ProcedureText {
  id: number;
  code: string;
  /** How many steps have touched it. */
  version: number;
  /** The days of this text. */
  textFrom: Day | null;
  textTo: Day | null;
  /** The decision that says it, and where. */
  textDecisionId: number | null;
  textLocator: string | null;
  /** The ends of the period in force of the day, else of the last one. */
  inForceFrom: Day | null;
  inForceTo: Day | null;
  isInForce: boolean;
}

/** As of which day (today unless told) and as known at which instant (now unless told). */
export interface AsOf {
  on?: Day | null;
  knownAt?: Date | null;
}

const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

/** The day asked for, as a piece of a statement; `param` is its placeholder. */
const dayOf = (param: string) => `coalesce(${param}::date, ${TODAY})`;

/** The columns of a text `v`, as they are read. */
export const TEXT_COLUMNS = `v.name, v.field, v.tiers::text[] as tiers, v.authority, v.legal_bases as "legalBases",
  v.processing_days::float8 as "processingDays", v.fees, v.documents, v.links, v.conditions`;

/** A procedure `p` with its text `v` and its period `f`. */
export const PROCEDURE_COLUMNS = `p.id, p.code, p.version, ${TEXT_COLUMNS}, lower(v.valid)::text as "textFrom", (upper(v.valid) - 1)::text as "textTo",
  v.decision_id as "textDecisionId", v.locator as "textLocator", lower(f.valid)::text as "inForceFrom", (upper(f.valid) - 1)::text as "inForceTo", coalesce(f.holds, false) as "isInForce"`;

/** Texts `v` of procedures `p` on a day, as known at an instant. */
const textsOn = (on: string, known: string) =>
  `procedure p join procedure_text v on v.procedure_id = p.id and ${knownThen('v', known)} and v.valid @> ${dayOf(on)}`;

/** The period `f` that is shown of procedure `p`. */
const shownPeriod = (on: string, known: string) => periodShown(dayOf(on), knownThen('f', known));

const periodShown = (day: string, isKnown: string) => `left join lateral (
  select f.valid, f.valid @> ${day} as holds from procedure_period f where f.procedure_id = p.id and ${isKnown}
   order by f.valid @> ${day} desc, lower(f.valid) desc nulls last limit 1) f on true`;

/** The same on a day (an expression), as it is known now. */
export const shownPeriodOn = (day: string): string => periodShown(day, 'f.superseded_by is null');

/** The procedures with these national codes, as they read on a day. */
export function proceduresByCode(
  sql: Sql,
  provinceId: number,
  codes: string[],
  { on = null, knownAt = null }: AsOf = {},
): Promise<ProcedureRow[]> {
  return sql.rows<ProcedureRow>(
    `select ${PROCEDURE_COLUMNS} from ${textsOn('$3', '$4')} ${shownPeriod('$3', '$4')} where p.province_id = $1 and p.code = any ($2)`,
    [provinceId, codes, on, knownAt],
  );
}

/** The procedures with these ids, as they read on a day. */
export function proceduresById(
  sql: Sql,
  provinceId: number,
  ids: number[],
  { on = null, knownAt = null }: AsOf = {},
): Promise<ProcedureRow[]> {
  return sql.rows<ProcedureRow>(
    `select ${PROCEDURE_COLUMNS} from ${textsOn('$3', '$4')} ${shownPeriod('$3', '$4')} where p.province_id = $1 and p.id = any ($2)`,
    [provinceId, ids, on, knownAt],
  );
}

/** How many procedures each field has, in Vietnamese order. */
export function fieldCounts(
  sql: Sql,
  provinceId: number,
  inForceOn: Day | null,
): Promise<{ field: string; count: number }[]> {
  return sql.rows<{ field: string; count: number }>(
    `select v.field, count(*)::int as count from ${textsOn('$2', 'null')}
      where p.province_id = $1 and v.field is not null
        and ($2::date is null or exists (select from procedure_period f where f.procedure_id = p.id and f.superseded_by is null and f.valid @> $2::date))
      group by v.field order by v.field collate "vi-VN-x-icu"`,
    [provinceId, inForceOn],
  );
}

/** Makes sure that each code has an identity; returns the ids by code. */
export async function ensureProcedures(sql: Sql, provinceId: number, codes: string[]): Promise<Map<string, number>> {
  await sql.run(
    `insert into procedure (province_id, code) select $1, c from unnest($2::text[]) c
     on conflict on constraint procedure_code_is_unique do nothing`,
    [provinceId, codes],
  );
  const rows = await sql.rows<{ id: number; code: string }>(
    'select id, code from procedure where province_id = $1 and code = any ($2)',
    [provinceId, codes],
  );
  return new Map(rows.map((row) => [row.code, row.id]));
}

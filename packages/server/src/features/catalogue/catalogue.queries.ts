import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { ProcedureText } from '@chi-tieu/shared/domain/procedure-text';
import type { Page } from '../../app/connection.ts';
import type { UnitKind } from '../../app/enums.ts';
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

const COLUMNS = `p.id, p.code, p.version, ${TEXT_COLUMNS}, lower(v.valid)::text as "textFrom", (upper(v.valid) - 1)::text as "textTo",
  v.decision_id as "textDecisionId", v.locator as "textLocator", lower(f.valid)::text as "inForceFrom", (upper(f.valid) - 1)::text as "inForceTo", coalesce(f.holds, false) as "isInForce"`;

/** Texts `v` of procedures `p` on a day, as known at an instant. */
const textsOn = (on: string, known: string) =>
  `procedure p join procedure_text v on v.procedure_id = p.id and ${knownThen('v', known)} and v.valid @> ${dayOf(on)}`;

/** The period `f` that is shown of procedure `p`. */
const shownPeriod = (on: string, known: string) => `left join lateral (
  select f.valid, f.valid @> ${dayOf(on)} as holds from procedure_period f where f.procedure_id = p.id and ${knownThen('f', known)}
   order by f.valid @> ${dayOf(on)} desc, lower(f.valid) desc nulls last limit 1) f on true`;

/** The procedures with these national codes, as they read on a day. */
export function proceduresByCode(
  sql: Sql,
  provinceId: number,
  codes: string[],
  { on = null, knownAt = null }: AsOf = {},
): Promise<ProcedureRow[]> {
  return sql.rows<ProcedureRow>(
    `select ${COLUMNS} from ${textsOn('$3', '$4')} ${shownPeriod('$3', '$4')} where p.province_id = $1 and p.code = any ($2)`,
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
    `select ${COLUMNS} from ${textsOn('$3', '$4')} ${shownPeriod('$3', '$4')} where p.province_id = $1 and p.id = any ($2)`,
    [provinceId, ids, on, knownAt],
  );
}

export interface ProcedureFilter {
  /** Folded words, all of which must occur. */
  words: string[];
  /** The words with their marks (domain/fold.ts): a name in which all of them occur as typed ranks higher. */
  marked: string[];
  field: string | null;
  tier: UnitKind | null;
  inForceOn: Day | null;
}

/** Ranks a name that has the typed marks before one that only folds to the same letters; then the order of the codes. */
export type ProcedureKey = [rank: number, code: string];

export function isProcedureKey(key: unknown): key is ProcedureKey {
  const [rank, code, ...more] = Array.isArray(key) ? (key as unknown[]) : [];
  return (rank === 0 || rank === 1) && typeof code === 'string' && nationalCode(code) === code && more.length === 0;
}

const CONDITION = `p.province_id = $1
  and (select coalesce(bool_and(v.search like '%' || word || '%'), true) from unnest($2::text[]) word)
  and ($4::text is null or v.field = $4) and ($5::tier is null or $5 = any (v.tiers))
  and ($6::date is null or exists (select from procedure_period f where f.procedure_id = p.id and f.superseded_by is null and f.valid @> $6::date))`;
const RANK = `(case when (select coalesce(bool_and(position(word in v.search_marked) > 0), true)
  from unnest($3::text[]) word) then 0 else 1 end)`;

/** What is asked for reads as on the day of `inForceOn`, else today. */
function filterParams(provinceId: number, filter: ProcedureFilter): unknown[] {
  const words = filter.words.map((word) => word.replace(/[\\%_]/g, '\\$&'));
  return [provinceId, words, filter.marked, filter.field, filter.tier, filter.inForceOn];
}

/** One page of the catalogue, with one row more than asked for. */
export function searchProcedures(
  sql: Sql,
  provinceId: number,
  filter: ProcedureFilter,
  page: Page<ProcedureKey>,
): Promise<(ProcedureRow & { rank: number })[]> {
  return sql.rows<ProcedureRow & { rank: number }>(
    `with found as (
       select p.id, v.id as text_id, ${RANK} as rank from ${textsOn('$6', 'null')} where ${CONDITION}
          and ($7::int is null or (${RANK}, p.code) > ($7::int, $8::text))
        order by rank, p.code limit $9)
     select ${COLUMNS}, x.rank
       from found x join procedure p on p.id = x.id join procedure_text v on v.id = x.text_id ${shownPeriod('$6', 'null')}
      order by x.rank, p.code`,
    [...filterParams(provinceId, filter), page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
}

export async function countProcedures(sql: Sql, provinceId: number, filter: ProcedureFilter): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from ${textsOn('$6', 'null')} where ${CONDITION} and ${RANK} >= 0`,
    filterParams(provinceId, filter),
  );
  return row?.n ?? 0;
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

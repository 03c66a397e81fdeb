import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Page } from '../../app/connection.ts';
import type { UnitKind } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';

/** A procedure's identity with its current version. Days are inclusive; null: open. */
export interface ProcedureRow {
  id: number;
  code: string;
  name: string;
  field: string | null;
  tiers: UnitKind[];
  inForceFrom: Day | null;
  inForceTo: Day | null;
}

const COLUMNS = `p.id, p.code, v.name, v.field, v.tiers::text[] as tiers,
  lower(v.in_force)::text as "inForceFrom", (upper(v.in_force) - 1)::text as "inForceTo"`;
const FROM = 'procedure p join procedure_version v on v.procedure_id = p.id and v.superseded_by is null';

/** The procedures with these national codes. */
export function proceduresByCode(sql: Sql, provinceId: number, codes: string[]): Promise<ProcedureRow[]> {
  return sql.rows<ProcedureRow>(`select ${COLUMNS} from ${FROM} where p.province_id = $1 and p.code = any ($2)`, [
    provinceId,
    codes,
  ]);
}

/** The procedures with these ids. */
export function proceduresById(sql: Sql, provinceId: number, ids: number[]): Promise<ProcedureRow[]> {
  return sql.rows<ProcedureRow>(`select ${COLUMNS} from ${FROM} where p.province_id = $1 and p.id = any ($2)`, [
    provinceId,
    ids,
  ]);
}

/** How many versions of each procedure were ever recorded; a procedure without any is left out. */
export function countVersions(sql: Sql, ids: number[]): Promise<{ id: number; version: number }[]> {
  return sql.rows<{ id: number; version: number }>(
    `select procedure_id as id, count(*)::int as version from procedure_version
      where procedure_id = any ($1) group by procedure_id`,
    [ids],
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
  and ($6::date is null or v.in_force @> $6::date)`;
const RANK = `(case when (select coalesce(bool_and(position(word in v.search_marked) > 0), true)
  from unnest($3::text[]) word) then 0 else 1 end)`;

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
    `select ${COLUMNS}, ${RANK} as rank from ${FROM} where ${CONDITION}
        and ($7::int is null or (${RANK}, p.code) > ($7::int, $8::text))
      order by rank, p.code limit $9`,
    [...filterParams(provinceId, filter), page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
}

export async function countProcedures(sql: Sql, provinceId: number, filter: ProcedureFilter): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from ${FROM} where ${CONDITION} and ${RANK} >= 0`,
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
    `select v.field, count(*)::int as count from ${FROM}
      where p.province_id = $1 and v.field is not null and ($2::date is null or v.in_force @> $2::date)
      group by v.field order by v.field collate "vi-VN-x-icu"`,
    [provinceId, inForceOn],
  );
}

/** What a new version of a procedure says. */
export interface NewVersion extends Omit<ProcedureRow, 'id'> {
  search: string;
  searchMarked: string;
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

/** Supersedes the current versions of procedures and records new ones. */
export async function replaceVersions(
  sql: Sql,
  provinceId: number,
  moment: string,
  versions: (NewVersion & { id: number })[],
): Promise<void> {
  await sql.run(
    'update procedure_version set superseded_by = $1 where procedure_id = any ($2) and superseded_by is null',
    [moment, versions.map((version) => version.id)],
  );
  await sql.run(
    `insert into procedure_version (province_id, procedure_id, name, field, tiers, in_force, search, search_marked, recorded_by)
     select $1, x.id, x.name, x.field, array (select jsonb_array_elements_text(x.tiers)::tier), daterange(x."inForceFrom", x."inForceTo", '[]'),
            x.search, x."searchMarked", $2
       from jsonb_to_recordset($3::jsonb) as x (id int, name text, field text, tiers jsonb, "inForceFrom" date, "inForceTo" date,
            search text, "searchMarked" text)`,
    [provinceId, moment, JSON.stringify(versions)],
  );
}

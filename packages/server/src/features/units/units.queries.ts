import type { Day } from '@chi-tieu/shared/domain/days';
import type { SuccessionRow, UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Sql } from '../../app/sql.ts';

/** A dated version with what only the record itself shows. */
export interface UnitVersionRecord extends UnitVersionRow {
  source: string;
  codeIsOfficial: boolean;
}

export interface SuccessionRecord extends SuccessionRow {
  source: string;
}

/**
 * SQL that is true for rows known at a moment. With null the current rows; otherwise those recorded at or before it and
 * not yet superseded then. `recorded` and `superseded` are column names, `param` the placeholder of the instant.
 */
export function knownThen(table: string, param: string): string {
  return `(case when ${param}::timestamptz is null then ${table}.superseded_by is null else
    exists (select 1 from moment m where m.id = ${table}.recorded_by and m.at <= ${param}::timestamptz)
    and not exists (select 1 from moment m where m.id = ${table}.superseded_by and m.at <= ${param}::timestamptz) end)`;
}

/** All dated versions of all units of the province, as known at an instant (null: now). */
export function unitVersions(sql: Sql, provinceId: number, knownAt: Date | null): Promise<UnitVersionRecord[]> {
  return sql.rows<UnitVersionRecord>(
    `select v.unit_id as "unitId", v.code, v.name, v.type, u.kind, v.parent_id as "parentId", v.source,
            u.code_is_official as "codeIsOfficial",
            lower(v.valid)::text as "from", (upper(v.valid) - 1)::text as "to"
       from unit_version v join unit u on u.id = v.unit_id
      where v.province_id = $1 and ${knownThen('v', '$2')}
      order by v.code, lower(v.valid) nulls first`,
    [provinceId, knownAt],
  );
}

/** The code and name of each of these units as of a day, else as of the last day before or the first after it. */
export function unitNames(
  sql: Sql,
  provinceId: number,
  ids: number[],
  day: Day,
): Promise<{ unitId: number; code: string; name: string }[]> {
  return sql.rows(
    `select distinct on (unit_id) unit_id as "unitId", code, name from unit_version
      where province_id = $1 and unit_id = any ($2) and superseded_by is null
      order by unit_id, valid @> $3::date desc, lower(valid) <= $3::date desc nulls first, lower(valid) desc nulls last`,
    [provinceId, ids, day],
  );
}

/** Which unit followed which, as known at an instant (null: now). */
export function unitSuccessions(sql: Sql, provinceId: number, knownAt: Date | null): Promise<SuccessionRecord[]> {
  return sql.rows<SuccessionRecord>(
    `select predecessor_id as "predecessorId", successor_id as "successorId", on_day::text as "on",
            is_main as "isMain", source
       from unit_succession s where province_id = $1 and ${knownThen('s', '$2')} order by on_day, predecessor_id, successor_id`,
    [provinceId, knownAt],
  );
}

export interface AliasRow {
  unitId: number;
  alias: string;
  key: string;
}

/** All aliases of all units, in the order in which they were given. */
export function unitAliases(sql: Sql, provinceId: number): Promise<AliasRow[]> {
  return sql.rows<AliasRow>(
    `select unit_id as "unitId", alias, key from unit_alias where province_id = $1 order by unit_id, position`,
    [provinceId],
  );
}

/** Held while aliases are replaced. */
const ALIAS_LOCK = 793_006;

/**
 * Replaces a unit's aliases by the given ones; one writer at a time, each of whom sees what the last one wrote. Gives those
 * that it had, in their order.
 */
export async function replaceAliases(
  sql: Sql,
  provinceId: number,
  unitId: number,
  aliases: { alias: string; key: string }[],
): Promise<string[]> {
  await sql.run('select pg_advisory_xact_lock($1)', [ALIAS_LOCK]);
  const before = await sql.rows<{ alias: string }>(
    `with gone as (delete from unit_alias where province_id = $1 and unit_id = $2 returning alias, position)
     select alias from gone order by position`,
    [provinceId, unitId],
  );
  await sql.run(
    `insert into unit_alias (province_id, unit_id, position, alias, key)
     select $1, $2, row_number() over (), a.alias, a.key from unnest($3::text[], $4::text[]) as a (alias, key)`,
    [provinceId, unitId, aliases.map((a) => a.alias), aliases.map((a) => a.key)],
  );
  return before.map(({ alias }) => alias);
}

/** The aliases of one unit, in their order. */
export function aliasesOfUnit(sql: Sql, provinceId: number, unitId: number): Promise<{ alias: string; key: string }[]> {
  return sql.rows(`select alias, key from unit_alias where province_id = $1 and unit_id = $2 order by position`, [
    provinceId,
    unitId,
  ]);
}

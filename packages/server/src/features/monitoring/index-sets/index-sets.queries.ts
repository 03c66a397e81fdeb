import type { Day } from '@chi-tieu/shared/domain/days';
import type { IndexSetFacts } from '@chi-tieu/shared/domain/index-set/index-set';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** A version of an index set. */
export interface IndexSetRow extends IndexSetFacts {
  id: number;
  code: string;
  version: number;
  savedAt: Date;
  savedBy: string | null;
}

const COLUMNS = `s.id, s.code, v.version, v.name, v.source, v.inputs, v.components, m.at as "savedAt", account_name(v.account_id) as "savedBy"`;
const FROM = 'index_set s join index_set_version v on v.set_id = s.id join moment m on m.id = v.recorded_by';

/** The version of each set that stood at an instant (null: now), in the order of the codes. */
export function indexSetsAt(sql: Sql, provinceId: number, knownAt: Date | null): Promise<IndexSetRow[]> {
  return sql.rows<IndexSetRow>(
    `select distinct on (s.code) ${COLUMNS} from ${FROM}
      where s.province_id = $1 and ($2::timestamptz is null or m.at <= $2) order by s.code, v.version desc`,
    [provinceId, knownAt],
  );
}

/** All versions of a set, the latest first. */
export function versionsOfSet(sql: Sql, provinceId: number, code: string): Promise<IndexSetRow[]> {
  return sql.rows<IndexSetRow>(
    `select ${COLUMNS} from ${FROM} where s.province_id = $1 and s.code = $2 order by v.version desc`,
    [provinceId, code],
  );
}

/** The set of a code, made where it is not there; nobody else saves a version of it until the transaction ends. */
export async function lockSet(tx: Writer, provinceId: number, code: string): Promise<{ id: number; version: number }> {
  await tx.run('insert into index_set (province_id, code) values ($1, $2) on conflict do nothing', [provinceId, code]);
  const set = await tx.row<{ id: number }>('select id from index_set where province_id = $1 and code = $2 for update', [
    provinceId,
    code,
  ]);
  if (!set) throw new Error('The database gave no index set.');
  const latest = await tx.row<{ version: number }>(
    'select coalesce(max(version), 0) as version from index_set_version where set_id = $1',
    [set.id],
  );
  return { id: set.id, version: latest?.version ?? 0 };
}

export async function insertVersion(
  tx: Writer,
  provinceId: number,
  { id, version }: { id: number; version: number },
  facts: IndexSetFacts,
  accountId: number | null,
): Promise<void> {
  await tx.run(
    `insert into index_set_version (province_id, set_id, version, name, source, inputs, components, recorded_by, account_id)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9)`,
    [
      provinceId,
      id,
      version,
      facts.name,
      facts.source,
      JSON.stringify(facts.inputs),
      JSON.stringify(facts.components),
      tx.moment,
      accountId,
    ],
  );
}

/** A number that was given for a unit and period. */
export interface IndexValueRow {
  unitId: number;
  input: string;
  /** A decimal; null where it was taken back. */
  value: string | null;
  evidence: string;
}

/** What had been given at an instant (null: now) for exactly this period. */
export function indexValuesAt(
  sql: Sql,
  provinceId: number,
  setId: number,
  { from, to }: { from: Day; to: Day },
  knownAt: Date | null,
): Promise<IndexValueRow[]> {
  return sql.rows<IndexValueRow>(
    `select x.unit_id as "unitId", x.input, trim_scale(x.value)::text as value, x.evidence
       from index_value x join moment m on m.id = x.recorded_by left join moment e on e.id = x.superseded_by
      where x.province_id = $1 and x.set_id = $2 and x.from_day = $3 and x.to_day = $4 and x.value is not null
        and case when $5::timestamptz is null then x.superseded_by is null else m.at <= $5 and (e.at is null or e.at > $5) end`,
    [provinceId, setId, from, to, knownAt],
  );
}

/** Puts numbers in the place of those that stood. */
export async function putValues(
  tx: Writer,
  provinceId: number,
  setId: number,
  { from, to }: { from: Day; to: Day },
  values: readonly IndexValueRow[],
  accountId: number | null,
): Promise<void> {
  const given = JSON.stringify(values);
  await tx.run(
    `update index_value x set superseded_by = $6
       from jsonb_to_recordset($5::jsonb) as g ("unitId" int, input text)
      where x.province_id = $1 and x.set_id = $2 and x.from_day = $3 and x.to_day = $4 and x.unit_id = g."unitId" and x.input = g.input
        and x.superseded_by is null`,
    [provinceId, setId, from, to, given, tx.moment],
  );
  await tx.run(
    `insert into index_value (province_id, set_id, input, unit_id, from_day, to_day, value, evidence, recorded_by, account_id)
     select $1, $2, g.input, g."unitId", $3, $4, g.value::numeric, g.evidence, $6, $7
       from jsonb_to_recordset($5::jsonb) as g ("unitId" int, input text, value text, evidence text)`,
    [provinceId, setId, from, to, given, tx.moment, accountId],
  );
}

import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../../app/sql.ts';

export type SourceMode = 'PUSH' | 'PORTAL' | 'FOLDER' | 'SFTP';
export type CodeKind = 'UNIT' | 'PROCEDURE' | 'STATUS' | 'CHANNEL';

/** A source as it is shown: never with what signs in. */
export interface SourceRow {
  id: number;
  unitId: number;
  name: string;
  system: string | null;
  mode: SourceMode;
  loginName: string | null;
  hasPassword: boolean;
  accountId: number;
  rank: number;
  nineIsFinished: boolean;
  enabled: boolean;
  version: number;
  lastContactAt: Date | null;
  lastDataAt: Date | null;
  unitIds: number[];
}

const SELECT = `select s.id, s.unit_id as "unitId", s.name, s.system, s.mode, s.login_name as "loginName",
    s.login_hash is not null as "hasPassword", s.account_id as "accountId", s.rank, s.nine_is_finished as "nineIsFinished",
    s.enabled, s.version, s.last_contact_at as "lastContactAt", s.last_data_at as "lastDataAt",
    array(select u.unit_id from dossier_source_unit u where u.source_id = s.id order by u.unit_id) as "unitIds"
  from dossier_source s where s.province_id = $1 and s.removed_at is null`;

/** The sources within some units (null: all), those that are believed most first. */
export function sourcesWithin(sql: Sql, provinceId: number, units: number[] | null): Promise<SourceRow[]> {
  return sql.rows<SourceRow>(
    `${SELECT} and ($2::int[] is null or s.unit_id = any ($2)) order by s.rank, s.name, s.id`,
    [provinceId, units],
  );
}

/** One of them; with `lock` nobody else changes it meanwhile. */
export function sourceWithin(
  sql: Sql,
  provinceId: number,
  units: number[] | null,
  id: number,
  lock = false,
): Promise<SourceRow | null> {
  return sql.row<SourceRow>(
    `${SELECT} and ($2::int[] is null or s.unit_id = any ($2)) and s.id = $3 ${lock ? 'for update' : ''}`,
    [provinceId, units, id],
  );
}

/** The best rank of the sources of some units; null where they have none. */
export async function bestRankOf(sql: Sql, provinceId: number, units: readonly number[]): Promise<number | null> {
  const row = await sql.row<{ rank: number | null }>(
    'select min(rank) as rank from dossier_source where province_id = $1 and unit_id = any ($2) and removed_at is null',
    [provinceId, units],
  );
  return row?.rank ?? null;
}

/** The units whose identifiers some keys are. */
export function unitsOfKeys(
  sql: Sql,
  provinceId: number,
  keys: readonly string[],
): Promise<{ key: string; unitId: number }[]> {
  return sql.rows<{ key: string; unitId: number }>(
    `select distinct key, unit_id as "unitId" from unit_alias where province_id = $1 and key = any ($2) and key not like 'name:%'`,
    [provinceId, keys],
  );
}

/** What one tells of a source. */
export type SourceFacts = Pick<
  SourceRow,
  'name' | 'system' | 'loginName' | 'rank' | 'nineIsFinished' | 'enabled' | 'unitId'
>;

export async function insertSource(
  sql: Sql,
  provinceId: number,
  facts: SourceFacts & { accountId: number },
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `insert into dossier_source (province_id, unit_id, name, system, mode, login_name, rank, nine_is_finished, enabled, account_id)
     values ($1, $2, $3, $4, 'PUSH', $5, $6, $7, $8, $9) returning id`,
    [
      provinceId,
      facts.unitId,
      facts.name,
      facts.system,
      facts.loginName,
      facts.rank,
      facts.nineIsFinished,
      facts.enabled,
      facts.accountId,
    ],
  );
  return row?.id ?? 0;
}

export async function updateSource(sql: Sql, id: number, facts: SourceFacts): Promise<void> {
  await sql.run(
    `update dossier_source set unit_id = $2, name = $3, system = $4, login_name = $5, rank = $6, nine_is_finished = $7, enabled = $8,
            login_hash = case when $5::text is null then null else login_hash end, version = version + 1
      where id = $1`,
    [id, facts.unitId, facts.name, facts.system, facts.loginName, facts.rank, facts.nineIsFinished, facts.enabled],
  );
}

export async function saveLoginHash(sql: Sql, id: number, hash: string): Promise<void> {
  await sql.run('update dossier_source set login_hash = $2 where id = $1', [id, hash]);
}

/** Says for which units a source speaks from now on. */
export async function replaceUnits(sql: Sql, id: number, units: readonly number[]): Promise<void> {
  await sql.run('delete from dossier_source_unit where source_id = $1', [id]);
  await sql.run('insert into dossier_source_unit (source_id, unit_id) select $1, unnest($2::int[])', [id, units]);
}

/** It is gone: nothing signs in by it any more, what it said is believed no longer than others say otherwise. */
export async function endSource(
  sql: Sql,
  { id, accountId }: Pick<SourceRow, 'id' | 'accountId'>,
  by: number,
): Promise<void> {
  await sql.run(
    `update dossier_source set removed_at = now(), enabled = false, login_hash = null, secret = null, version = version + 1 where id = $1`,
    [id],
  );
  await sql.run('update account set active = false where id = $1', [accountId]);
  await sql.run(
    'update access_token set revoked_at = now(), revoked_by = $2 where account_id = $1 and revoked_at is null',
    [accountId, by],
  );
}

/** Ends the sessions of a source: it signs in again, by what holds now. */
export async function endSourceSessions(sql: Sql, id: number): Promise<void> {
  await sql.run('delete from session where source_id = $1', [id]);
}

/** Makes the account of a source, without grants. */
export async function insertSourceAccount(
  sql: Sql,
  account: { username: string; name: string; unitId: number; createdBy: number },
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `insert into account (username, name, kind, unit_id, created_by) values ($1, $2, 'PROGRAM', $3, $4) returning id`,
    [account.username, account.name, account.unitId, account.createdBy],
  );
  return row?.id ?? 0;
}

export async function renameSourceAccount(
  sql: Sql,
  account: { id: number; name: string; unitId: number },
): Promise<void> {
  await sql.run('update account set name = $2, unit_id = $3 where id = $1', [account.id, account.name, account.unitId]);
}

export interface CodeRow {
  sourceId: number;
  kind: CodeKind;
  theirs: string;
  key: string;
  ours: string;
  unitId: number | null;
}

export function codesOf(sql: Sql, sourceIds: readonly number[]): Promise<CodeRow[]> {
  return sql.rows<CodeRow>(
    `select source_id as "sourceId", kind, theirs, key, ours, unit_id as "unitId" from source_code where source_id = any ($1)
      order by kind, theirs`,
    [sourceIds],
  );
}

/** Replaces the whole mapping of a source. */
export async function replaceCodes(sql: Sql, id: number, codes: readonly Omit<CodeRow, 'sourceId'>[]): Promise<void> {
  await sql.run('delete from source_code where source_id = $1', [id]);
  await sql.run(
    `insert into source_code (source_id, kind, theirs, key, ours, unit_id)
     select $1, x.kind, x.theirs, x.key, x.ours, x."unitId"
       from jsonb_to_recordset($2::jsonb) as x (kind text, theirs text, key text, ours text, "unitId" int)`,
    [id, JSON.stringify(codes)],
  );
  await sql.run('update dossier_source set version = version + 1 where id = $1', [id]);
}

/** A value of the source's bad rows that nobody knows, how many rows wait for it, and what the unit is called there. */
export interface UnknownRow {
  kind: CodeKind;
  theirs: string;
  called: string | null;
  rows: number;
}

const MOST_UNKNOWN = 100;

/** What open rows of a source's batches name that nobody knows, the most frequent first; of rows within sight alone. */
export function unknownCodes(sql: Sql, sourceId: number): Promise<UnknownRow[]> {
  return sql.rows<UnknownRow>(
    `with open as (
       select case q.field when 'MaHoSo' then 'UNIT' when 'MaTTHC' then 'PROCEDURE' when 'TrangThaiHoSo' then 'STATUS' else 'CHANNEL' end as kind,
              case q.field when 'MaHoSo' then regexp_replace(q.code_key, '-\\d+-\\d+$', '') else q.fields ->> q.field end as theirs,
              case q.field when 'MaHoSo' then q.fields ->> 'DonViXuLy' end as called
         from quarantine q join ingest_batch b on b.id = q.batch_id
        where b.source_id = $1 and q.closed_by is null
          and (q.problem in ('UNKNOWN_UNIT', 'UNKNOWN_PROCEDURE') or q.field in ('TrangThaiHoSo', 'KenhThucHien')))
     select kind, theirs, mode() within group (order by called) as called, count(*)::int as rows from open
      where theirs is not null and theirs <> U&'\\FFFD' group by kind, theirs order by rows desc, theirs limit ${MOST_UNKNOWN}`,
    [sourceId],
  );
}

export async function countWaiting(sql: Sql, provinceId: number, sourceId: number): Promise<number> {
  const row = await sql.row<{ n: number }>(
    'select count(*)::int as n from progress_waiting where province_id = $1 and source_id = $2',
    [provinceId, sourceId],
  );
  return row?.n ?? 0;
}

/** The days of a unit of which a source had something, in order and not before one; and the last of all. */
export interface UnitDays {
  unitId: number;
  days: Day[];
  lastDay: Day;
}

export function unitDays(sql: Sql, sourceId: number, { from, on }: { from: Day; on: Day }): Promise<UnitDays[]> {
  return sql.rows<UnitDays>(
    `select unit_id as "unitId", max(day)::text as "lastDay",
            coalesce(array_agg(day::text order by day) filter (where day >= $2::date), '{}') as days
       from source_day where source_id = $1 and day <= $3::date group by unit_id`,
    [sourceId, from, on],
  );
}

import type { Sql } from '../../../app/sql.ts';
import type { PullParams, PullResult } from './pull-failure.ts';

export interface SourceRow {
  id: number;
  name: string;
  url: string;
  username: string;
  organisation: string;
  secret: Buffer | null;
  everyMinutes: number;
  enabled: boolean;
  version: number;
  nextAt: Date;
  lastAt: Date | null;
  lastResult: PullResult | null;
  lastParams: PullParams;
  lastImport: string | null;
  failures: number;
}

const COLUMNS = `id, name, url, username, organisation, secret, every_minutes as "everyMinutes", enabled, version,
  next_at as "nextAt", last_at as "lastAt", last_result as "lastResult", last_params as "lastParams",
  last_import as "lastImport", failures`;
const THERE = 'removed_at is null';

export function sourcesOf(sql: Sql, provinceId: number): Promise<SourceRow[]> {
  return sql.rows<SourceRow>(
    `select ${COLUMNS} from catalogue_source where province_id = $1 and ${THERE} order by name, id`,
    [provinceId],
  );
}

export function sourceById(sql: Sql, provinceId: number, id: number, lock = false): Promise<SourceRow | null> {
  return sql.row<SourceRow>(
    `select ${COLUMNS} from catalogue_source where province_id = $1 and id = $2 and ${THERE} ${lock ? 'for update' : ''}`,
    [provinceId, id],
  );
}

/** Those whose time has come. */
export function dueSources(sql: Sql, provinceId: number): Promise<{ id: number }[]> {
  return sql.rows<{ id: number }>(
    `select id from catalogue_source where province_id = $1 and ${THERE} and enabled and next_at <= now() order by next_at`,
    [provinceId],
  );
}

export type SourceFacts = Pick<SourceRow, 'name' | 'url' | 'username' | 'organisation' | 'everyMinutes' | 'enabled'>;

export async function insertSource(sql: Sql, provinceId: number, facts: SourceFacts): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `insert into catalogue_source (province_id, name, url, username, organisation, every_minutes, enabled)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [provinceId, facts.name, facts.url, facts.username, facts.organisation, facts.everyMinutes, facts.enabled],
  );
  return row?.id ?? 0;
}

/** Writes what was told; it is asked anew at once. */
export async function updateSource(sql: Sql, id: number, facts: SourceFacts): Promise<void> {
  await sql.run(
    `update catalogue_source set name = $2, url = $3, username = $4, organisation = $5, every_minutes = $6, enabled = $7,
            version = version + 1, failures = 0, next_at = now() where id = $1`,
    [id, facts.name, facts.url, facts.username, facts.organisation, facts.everyMinutes, facts.enabled],
  );
}

export async function saveSecret(sql: Sql, id: number, secret: Buffer): Promise<void> {
  await sql.run('update catalogue_source set secret = $2 where id = $1', [id, secret]);
}

/** Another address is another source: what was read of the old one counts no more. */
export async function forgetItems(sql: Sql, id: number): Promise<void> {
  await sql.run('delete from catalogue_source_item where source_id = $1', [id]);
}

/** It is gone; what it signed in with is gone too. */
export async function removeSource(sql: Sql, id: number): Promise<void> {
  await sql.run('update catalogue_source set removed_at = now(), enabled = false, secret = null where id = $1', [id]);
}

export interface ItemRow {
  code: string;
  listedAs: string;
}

/** What was read of a source, those first whose details are oldest. */
export function itemsOfSource(sql: Sql, id: number): Promise<ItemRow[]> {
  return sql.rows<ItemRow>(
    `select code, listed_as as "listedAs" from catalogue_source_item where source_id = $1 order by fetched_at, code`,
    [id],
  );
}

export async function saveItems(sql: Sql, id: number, items: readonly ItemRow[]): Promise<void> {
  await sql.run(
    `insert into catalogue_source_item (source_id, code, listed_as, fetched_at)
     select $1, x.code, x.listed, now() from jsonb_to_recordset($2::jsonb) as x (code text, listed text)
     on conflict (source_id, code) do update set listed_as = excluded.listed_as, fetched_at = excluded.fetched_at`,
    [id, JSON.stringify(items.map(({ code, listedAs }) => ({ code, listed: listedAs })))],
  );
}

export interface PullOutcome {
  result: PullResult;
  params: PullParams;
  importId: string | null;
  isFailure: boolean;
  /** So many minutes until it is asked again. */
  minutes: number;
}

/** What came of a pull, and when the next is due. */
export async function savePulled(sql: Sql, id: number, outcome: PullOutcome): Promise<void> {
  await sql.run(
    `update catalogue_source set last_at = now(), last_result = $2, last_params = $3, last_import = coalesce($4, last_import),
            failures = case when $5 then failures + 1 else 0 end, next_at = now() + make_interval(secs => $6::float8 * 60) where id = $1`,
    [id, outcome.result, JSON.stringify(outcome.params), outcome.importId, outcome.isFailure, outcome.minutes],
  );
}

import type { ChainHead } from '../../app/audit/chain.ts';
import type { Page } from '../../app/connection.ts';
import type { ActorKind } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';

/** An event as it is shown. */
export interface AuditRow {
  seq: string;
  at: Date;
  actorKind: ActorKind;
  actorId: number | null;
  actorName: string | null;
  address: string | null;
  requestId: string | null;
  what: string;
  aboutKind: string;
  aboutId: string | null;
  unitId: number | null;
  body: string;
}

/** Which events: what is null does not narrow. */
export interface AuditFilter {
  /** Those of these units; null: all, those of no unit too. */
  units: readonly number[] | null;
  aboutKinds: readonly string[] | null;
  aboutId: string | null;
  by: number | null;
  /** What was done. */
  act: string | null;
  /** From this instant on. */
  since: Date | null;
  /** Before this instant. */
  until: Date | null;
  /** That one alone. */
  seq: string | null;
}

const FITS = `($1::int[] is null or unit_id = any ($1)) and ($2::text[] is null or about_kind = any ($2))
  and ($3::text is null or about_id = $3) and ($4::int is null or actor_id = $4) and ($5::text is null or what = $5)
  and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
  and ($8::bigint is null or seq = $8)`;

const valuesOf = ({ units, aboutKinds, aboutId, by, act, since, until, seq }: AuditFilter) => [
  units,
  aboutKinds,
  aboutId,
  by,
  act,
  since,
  until,
  seq,
];

/** Events that fit, newest first, one more than asked for. */
export function listEvents(sql: Sql, filter: AuditFilter, page: Page<string>): Promise<AuditRow[]> {
  return sql.rows<AuditRow>(
    `select seq, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", address,
            request_id as "requestId", what, about_kind as "aboutKind",
            about_id as "aboutId", unit_id as "unitId", body
       from audit_event where ${FITS} and ($9::bigint is null or seq < $9) order by seq desc limit $10`,
    [...valuesOf(filter), page.after, page.first + 1],
  );
}

export async function countEvents(sql: Sql, filter: AuditFilter): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from audit_event where ${FITS}`,
    valuesOf(filter),
  );
  return row?.n ?? 0;
}

/** What accounts are called, whoever may see the accounts themselves. */
export function accountNames(sql: Sql, ids: number[]): Promise<{ id: number; name: string | null }[]> {
  return sql.rows('select id, account_name(id) as name from unnest($1::int[]) as asked (id)', [ids]);
}

/** The last characters of tokens, revoked ones too, and the programs they are of. */
export function tokenHints(sql: Sql, ids: number[]): Promise<{ id: number; hint: string; name: string | null }[]> {
  return sql.rows('select id, hint, account_name(account_id) as name from access_token where id = any ($1)', [ids]);
}

/** Of plans what they are called by. */
export function plansOfEvents(
  sql: Sql,
  provinceId: number,
  ids: string[],
): Promise<{ id: string; issuerId: number; year: number }[]> {
  return sql.rows(
    `select id::text as id, issuer_id as "issuerId", year from target_plan where province_id = $1 and id = any ($2::uuid[])`,
    [provinceId, ids],
  );
}

/** A row as the chain sees it: hashes in hexadecimal digits, the hashed columns as text in the order of `audit_text`. */
export interface ChainRow {
  seq: number;
  previous: string;
  hash: string;
  values: (string | null)[];
}

/** The next rows after a number (null: from the first on), in the order of their numbers. */
export function chainRows(sql: Sql, after: number | null, most: number): Promise<ChainRow[]> {
  return sql.rows<ChainRow>(
    `select seq::float8 as seq, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash,
            array[seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), moment_id::text, actor_id::text,
                  actor_kind, actor_name, on_behalf_of::text, address, request_id, what, about_kind, about_id, unit_id::text,
                  body] as values
       from audit_event where $1::bigint is null or seq > $1 order by seq limit $2`,
    [after, most],
  );
}

/** Where the chain ends by its own word; null where somebody took that away. */
export function storedHead(sql: Sql): Promise<ChainHead | null> {
  return sql.row<{ seq: number; hash: string }>(
    `select seq::float8 as seq, encode(hash, 'hex') as hash from audit_head`,
  );
}

/** The newest event of one act, about whatever. */
export function newestOf(sql: Sql, act: string): Promise<{ at: Date; body: string } | null> {
  return sql.row<{ at: Date; body: string }>(
    'select at, body from audit_event where what = $1 order by seq desc limit 1',
    [act],
  );
}

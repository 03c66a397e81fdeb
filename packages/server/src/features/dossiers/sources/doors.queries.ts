import type { Sql } from '../../../app/sql.ts';

/** A source as whoever sends in its name meets it. */
export interface SourceAtDoor {
  id: number;
  unitId: number;
  accountId: number;
  loginHash: string | null;
  nineIsFinished: boolean;
  enabled: boolean;
}

const COLUMNS = `s.id, s.unit_id as "unitId", s.account_id as "accountId", s.login_hash as "loginHash", s.nine_is_finished as "nineIsFinished", s.enabled`;

/** The source that signs in by a name; null where none does, or not now. */
export function sourceCalled(sql: Sql, loginName: string): Promise<SourceAtDoor | null> {
  return sql.row<SourceAtDoor>(
    `select ${COLUMNS} from source_called($1) s join account_of(s.account_id) a on a.active`,
    [loginName],
  );
}

/** The source whose account this is. */
export function sourceOfAccount(sql: Sql, accountId: number): Promise<SourceAtDoor | null> {
  return sql.row<SourceAtDoor>(`select ${COLUMNS} from source_of_account($1) s`, [accountId]);
}

/** A session ends as those of people do: so long after it began, or was used last. */
const LASTS = `t.expires_at > now() and t.last_seen_at > now() - interval '30 minutes'`;

/** So many sessions has a source: some systems sign in for every message, and never out. */
const MOST_SESSIONS = 50;

/** Opens a session of a source, beside the newest of those that it has; it opens nothing but the one-stop endpoint. */
export async function insertSourceSession(
  sql: Sql,
  { tokenHash, source, address }: { tokenHash: Buffer; source: SourceAtDoor; address: string },
): Promise<void> {
  await sql.run(
    `insert into session (token_hash, account_id, address, user_agent, stage, method, expires_at, source_id)
     values ($1, $2, $3, '', 'FULL', 'PASSWORD', now() + interval '12 hours', $4)`,
    [tokenHash, source.accountId, address, source.id],
  );
  await sql.run(
    `delete from session where source_id = $1
        and id not in (select id from session where source_id = $1 order by id desc limit ${MOST_SESSIONS})`,
    [source.id],
  );
}

export interface SourceSession extends SourceAtDoor {
  username: string;
  name: string;
}

/** The source of a session that is not over, or null; notes, at most once a minute, that it was used. */
export function sourceOfSession(sql: Sql, tokenHash: Buffer): Promise<SourceSession | null> {
  return sql.row<SourceSession>(
    `with opened as (
       select ${COLUMNS}, a.username, a.name
         from session t cross join account_of(t.account_id) a cross join source_of_account(t.account_id) s
        where t.token_hash = $1 and t.source_id = s.id and ${LASTS} and a.active and s.enabled
     ), seen as (
       update session set last_seen_at = now()
        where token_hash = $1 and last_seen_at < now() - interval '1 minute' and exists (select 1 from opened)
     )
     select * from opened`,
    [tokenHash],
  );
}

/** Notes that a source was heard of, and whether it brought something. Opens no moment: figures stay as they are known. */
export async function noteContact(sql: Sql, sourceId: number, brought: boolean): Promise<void> {
  await sql.run('select note_contact($1, $2)', [sourceId, brought]);
}

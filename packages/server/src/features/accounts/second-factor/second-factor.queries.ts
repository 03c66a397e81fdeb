import type { Sql } from '../../../app/sql.ts';

/** A factor that was offered, and, where `active`, confirmed. */
export interface FactorRow {
  secret: Buffer;
  active: boolean;
}

/** The factor of an account, or null. */
export function factorOf(sql: Sql, accountId: number): Promise<FactorRow | null> {
  return sql.row<FactorRow>(
    'select secret, confirmed_at is not null as active from second_factor where account_id = $1',
    [accountId],
  );
}

/** Keeps what was offered, in place of an earlier offer; false where a factor is active. */
export async function keepOffer(sql: Sql, accountId: number, secret: Buffer): Promise<boolean> {
  const kept = await sql.run(
    `insert into second_factor (account_id, secret) values ($1, $2)
     on conflict (account_id) do update set secret = excluded.secret, offered_at = now(), last_step = 0
      where second_factor.confirmed_at is null`,
    [accountId, secret],
  );
  return kept === 1;
}

/** Makes an offer of less than an hour a factor, with the step of the code that confirmed it; false where it is another one by now. */
export async function confirmOffer(
  sql: Sql,
  accountId: number,
  { secret, step }: { secret: Buffer; step: number },
): Promise<boolean> {
  const confirmed = await sql.run(
    `update second_factor set confirmed_at = now(), last_step = $3
      where account_id = $1 and secret = $2 and confirmed_at is null and offered_at > now() - interval '1 hour'`,
    [accountId, secret, step],
  );
  return confirmed === 1;
}

/** Takes the code of a step, if none of it or of a later one was taken before; whether it was. */
export async function spendStep(sql: Sql, accountId: number, step: number): Promise<boolean> {
  const spent = await sql.run(
    'update second_factor set last_step = $2 where account_id = $1 and confirmed_at is not null and last_step < $2',
    [accountId, step],
  );
  return spent === 1;
}

/** Takes a recovery code that was not taken before; whether it was. */
export async function spendRecoveryCode(sql: Sql, accountId: number, hash: Buffer): Promise<boolean> {
  const spent = await sql.run(
    `update recovery_code set used_at = now() where account_id = $1 and code_hash = $2 and used_at is null
        and exists (select from second_factor f where f.account_id = $1 and f.confirmed_at is not null)`,
    [accountId, hash],
  );
  return spent === 1;
}

/** Puts new recovery codes in the place of all that there were. */
export async function replaceRecoveryCodes(sql: Sql, accountId: number, hashes: Buffer[]): Promise<void> {
  await sql.run('delete from recovery_code where account_id = $1', [accountId]);
  await sql.run('insert into recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])', [
    accountId,
    hashes,
  ]);
}

/** How many recovery codes can still be used. */
export async function recoveryCodesLeft(sql: Sql, accountId: number): Promise<number> {
  const row = await sql.row<{ count: number }>(
    'select count(*)::int as count from recovery_code where account_id = $1 and used_at is null',
    [accountId],
  );
  return row?.count ?? 0;
}

/** Takes the factor and its recovery codes away; whether it was active. */
export async function deleteFactor(sql: Sql, accountId: number): Promise<boolean> {
  await sql.run('delete from recovery_code where account_id = $1', [accountId]);
  await sql.run('delete from second_factor_failure where account_id = $1', [accountId]);
  const row = await sql.row<{ active: boolean }>(
    'delete from second_factor where account_id = $1 returning confirmed_at is not null as active',
    [accountId],
  );
  return row?.active ?? false;
}

/** Held while a try at a code is counted. */
const CODE_LOCK = 793_010;

const MOST_A_MINUTE = 10;
/** Guessing on for hours gets no further than this. */
const MOST_AN_HOUR = 60;
const MINUTE = 60;
const HOUR = 3600;

/**
 * Counts a try at a code: its number, or how long (s) one has to wait. A browser in which the account signed in before has a
 * count of its own, so that whoever knows only the password does not keep its owner out.
 */
export async function countCode(
  sql: Sql,
  accountId: number,
  deviceId: string | null,
): Promise<{ attempt: string } | { wait: number }> {
  await sql.run(`delete from second_factor_failure where at < now() - interval '1 hour'`);
  await sql.run('select pg_advisory_lock($1, $2)', [CODE_LOCK, accountId]);
  try {
    const seen = await sql.row<{ minute: number; hour: number }>(
      `select count(*) filter (where at > now() - interval '1 minute')::int as minute, count(*)::int as hour
         from second_factor_failure where account_id = $1 and device_id is not distinct from $2::bigint
          and at > now() - interval '1 hour'`,
      [accountId, deviceId],
    );
    if ((seen?.hour ?? 0) >= MOST_AN_HOUR) return { wait: HOUR };
    if ((seen?.minute ?? 0) >= MOST_A_MINUTE) return { wait: MINUTE };
    const row = await sql.row<{ id: string }>(
      'insert into second_factor_failure (account_id, device_id) values ($1, $2::bigint) returning id::text',
      [accountId, deviceId],
    );
    return { attempt: row?.id ?? '0' };
  } finally {
    await sql.run('select pg_advisory_unlock($1, $2)', [CODE_LOCK, accountId]);
  }
}

/** Takes back a try that turned out to be right. */
export async function forgetCode(sql: Sql, attempt: string): Promise<void> {
  await sql.run('delete from second_factor_failure where id = $1', [attempt]);
}

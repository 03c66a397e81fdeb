import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import type { SignedIn } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import { AccountEntity } from './account.entity.ts';
import { deleteSession, insertFailure, insertSession, recentFailures, sessionAccount } from './sessions.queries.ts';

/** Failed sign-ins a minute after which one has to wait: for a name, for an address. */
const MOST_BY_NAME = 10;
const MOST_BY_ADDRESS = 30;
const SESSION_HOURS = 12;

export type SignInOutcome =
  { kind: 'OK'; token: string; account: SignedIn } | { kind: 'WRONG' } | { kind: 'WAIT'; seconds: number };

/** argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** Compared against when nobody bears the name, so that known and unknown names take the same time. */
const NOBODY = hashPassword(randomBytes(16).toString('hex'));

/** Checks a name and a password and opens a session; wrong names and wrong passwords look the same. */
export async function signIn(
  db: DataSource,
  who: { username: string; password: string; address: string },
): Promise<SignInOutcome> {
  const nameKey = who.username.normalize('NFC').trim().toLowerCase().slice(0, 200);
  const failures = await withClient(db, (sql) => recentFailures(sql, nameKey, who.address));
  if (failures.byName >= MOST_BY_NAME || failures.byAddress >= MOST_BY_ADDRESS) return { kind: 'WAIT', seconds: 60 };
  const account = await db.getRepository(AccountEntity).findOne({ where: { username: nameKey } });
  const right = await verify(account?.passwordHash ?? (await NOBODY), who.password.slice(0, 1_000)).catch(() => false);
  if (!account || !right || !account.active) {
    await withClient(db, (sql) => insertFailure(sql, nameKey, who.address));
    return { kind: 'WRONG' };
  }
  const token = randomBytes(32).toString('base64url');
  await withClient(db, (sql) => insertSession(sql, tokenHash(token), account.id, SESSION_HOURS));
  return { kind: 'OK', token, account: { id: account.id, username: account.username, name: account.name } };
}

/** Whose session a token opens, or null. */
export function findSession(db: DataSource, token: string): Promise<SignedIn | null> {
  return withClient(db, (sql) => sessionAccount(sql, tokenHash(token)));
}

export function endSession(db: DataSource, token: string): Promise<void> {
  return withClient(db, (sql) => deleteSession(sql, tokenHash(token)));
}

/** Tokens are stored as hashes only: who reads the table cannot sign in. */
function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

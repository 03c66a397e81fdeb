import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import type { SignedIn } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import { AccountEntity } from './account.entity.ts';
import {
  countAttempt,
  deleteExpiredSessions,
  deleteSession,
  forgetAttempt,
  insertSession,
  sessionAccount,
} from './sessions.queries.ts';

/** Failed sign-ins a minute after which one has to wait: for a name, for an address. */
const LIMITS = { byName: 10, byAddress: 30 };
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
  const nameKey = nameKeyOf(who.username);
  // Counted before the password is looked at, so that many tries at once do not all pass; taken back if it is right.
  const attempt = await withClient(db, (sql) => countAttempt(sql, nameKey, who.address, LIMITS));
  if (attempt === null) return { kind: 'WAIT', seconds: 60 };
  const account = await db.getRepository(AccountEntity).findOne({ where: { username: nameKey } });
  const right = await verify(account?.passwordHash ?? (await NOBODY), who.password.slice(0, 1_000)).catch(() => false);
  if (!account || !right || !account.active) return { kind: 'WRONG' };
  const token = randomBytes(32).toString('base64url');
  await withClient(db, async (sql) => {
    await forgetAttempt(sql, attempt);
    await deleteExpiredSessions(sql);
    await insertSession(sql, tokenHash(token), account.id, SESSION_HOURS);
  });
  return { kind: 'OK', token, account: { id: account.id, username: account.username, name: account.name } };
}

/** Names are compared without regard to capitals, blanks around them and how letters are composed. */
function nameKeyOf(username: string): string {
  const storable = username.replace(/\0|\p{Surrogate}/gu, '\ufffd');
  return storable.normalize('NFC').trim().toLowerCase().slice(0, 200);
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

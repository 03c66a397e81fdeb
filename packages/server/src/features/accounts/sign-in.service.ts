import type { DataSource } from 'typeorm';
import type { SignedIn } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import { accountAtDoor } from './accounts.queries.ts';
import { countAttempt, forgetAttempt, keepDevice, knownDevice } from './attempts.queries.ts';
import { recordVisit, type Visit } from './audit-account.ts';
import { isPassword } from './passwords.service.ts';
import { newSecret, secretHash } from './secrets.ts';
import { deleteExpiredSessions, deleteSession, insertSession, sessionAccount } from './sessions.queries.ts';

/** Somebody at the door: what they say, and what their browser carries from before. */
export interface Arrival {
  username: string;
  password: string;
  address: string;
  requestId: string;
  userAgent: string;
  /** The cookie of a browser that signed in before. */
  device: string | null;
  /** The cookie of a session, which a right password ends. */
  session: string | null;
}

/** `token` opens the session, `device` makes the browser known. */
export type SignInOutcome =
  | { kind: 'OK'; token: string; device: string; account: SignedIn }
  | { kind: 'WRONG' }
  | { kind: 'WAIT'; seconds: number };

/** So long has to wait (s) who tried too often: then the last minute has seen none. */
export const WAIT_SECONDS = 60;

const LONGEST_USER_AGENT = 200;

/** Checks a name and a password and opens a session; wrong names and wrong passwords look the same. */
export async function signIn(db: DataSource, arrival: Arrival): Promise<SignInOutcome> {
  const nameKey = nameKeyOf(arrival.username);
  const old = arrival.device === null ? null : secretHash(arrival.device);
  // Counted before the password is looked at, so that many tries at once do not all pass; taken back if it is right.
  const attempt = await withClient(db, async (sql) => {
    const deviceId = old && (await knownDevice(sql, old, nameKey));
    return countAttempt(sql, { nameKey, address: arrival.address, deviceId });
  });
  if (attempt === null) return { kind: 'WAIT', seconds: WAIT_SECONDS };
  const account = await withClient(db, (sql) => accountAtDoor(sql, nameKey));
  const right = await isPassword(account?.passwordHash ?? null, arrival.password);
  if (!account || !right || !account.active) {
    await recordVisit(db, 'SIGN_IN_REFUSED', account, arrival);
    return { kind: 'WRONG' };
  }
  const opened = await openSession(db, account.id, { arrival, attempt, old });
  await recordVisit(db, 'SIGNED_IN', account, arrival);
  const { id, username, name, mustChange } = account;
  return { kind: 'OK', ...opened, account: { id, username, name, mustChange } };
}

async function openSession(
  db: DataSource,
  accountId: number,
  { arrival, attempt, old }: { arrival: Arrival; attempt: string; old: Buffer | null },
): Promise<{ token: string; device: string }> {
  const [token, device] = [newSecret(), newSecret()];
  const userAgent = storable(arrival.userAgent).slice(0, LONGEST_USER_AGENT);
  await withClient(db, async (sql) => {
    await forgetAttempt(sql, attempt);
    await deleteExpiredSessions(sql);
    if (arrival.session !== null) await deleteSession(sql, secretHash(arrival.session));
    await insertSession(sql, { tokenHash: secretHash(token), accountId, address: arrival.address, userAgent });
    await keepDevice(sql, { old, next: secretHash(device), accountId });
  });
  return { token, device };
}

/** Names are compared without regard to capitals, blanks around them and how letters are composed. */
export function nameKeyOf(username: string): string {
  return storable(username).normalize('NFC').trim().toLowerCase().slice(0, 200);
}

function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** Whose session a token opens, or null. */
export function findSession(db: DataSource, token: string): Promise<SignedIn | null> {
  return withClient(db, (sql) => sessionAccount(sql, secretHash(token)));
}

/** Ends the session that a token opens, if it does. */
export async function endSession(db: DataSource, token: string, visit: Visit): Promise<void> {
  const account = await withClient(db, (sql) => deleteSession(sql, secretHash(token)));
  if (account) await recordVisit(db, 'SIGNED_OUT', account, visit);
}

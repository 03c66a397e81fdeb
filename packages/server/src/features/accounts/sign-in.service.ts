import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import type { App, SignedIn } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import { metricsOf } from '../../app/metrics.ts';
import type { Sql } from '../../app/sql.ts';
import { NOTHING } from '../../app/wall.ts';
import { accountAtDoor, holdAccount } from './accounts.queries.ts';
import { countAttempt, forgetAttempt, keepDevice, knownDevice } from './attempts.queries.ts';
import { recordVisit, type Visit } from './audit-account.ts';
import { isPassword } from './passwords.service.ts';
import { factorOf } from './second-factor/second-factor.queries.ts';
import { newSecret, secretHash } from './secrets.ts';
import { deleteExpiredSessions, deleteSession, insertSession, sessionAccount } from './sessions.queries.ts';

/** From where somebody comes, and what their browser carries from before. */
export interface Arrival {
  address: string;
  requestId: string;
  userAgent: string;
  /** The cookie of a browser that signed in before. */
  device: string | null;
  /** The cookie of a session, which a sign-in ends. */
  session: string | null;
}

export interface Credentials {
  username: string;
  password: string;
}

/** `token` opens the session, `device` makes the browser known: not before the sign-in is whole. */
export type SignInOutcome =
  | { kind: 'OK'; token: string; device: string | null; account: SignedIn }
  | { kind: 'WRONG' }
  | { kind: 'WAIT'; seconds: number };

/** So long has to wait (s) who tried too often: then the last minute has seen none. */
export const WAIT_SECONDS = 60;

const LONGEST_USER_AGENT = 200;

/**
 * Checks a name and a password and opens a session; wrong names and wrong passwords look the same. Where the account has a
 * second factor, the session awaits its code.
 */
export async function signIn(app: App, credentials: Credentials, arrival: Arrival): Promise<SignInOutcome> {
  const outcome = await tryPassword(app, credentials, arrival);
  if (outcome.kind === 'WRONG') metricsOf(app).countSignIn('wrong');
  if (outcome.kind === 'WAIT') metricsOf(app).countSignIn('wait');
  // Whose code is awaited is not in yet.
  if (outcome.kind === 'OK' && outcome.account.stage !== 'TOTP') metricsOf(app).countSignIn('ok');
  return outcome;
}

async function tryPassword(app: App, { username, password }: Credentials, arrival: Arrival): Promise<SignInOutcome> {
  const { db } = app;
  const nameKey = nameKeyOf(username);
  const old = hashOf(arrival.device);
  // Counted before the password is looked at, so that many tries at once do not all pass; taken back if it is right.
  const attempt = await withClient(db, async (sql) => {
    const deviceId = old && (await knownDevice(sql, old, nameKey));
    return countAttempt(sql, { nameKey, address: arrival.address, deviceId });
  });
  if (attempt === null) return { kind: 'WAIT', seconds: WAIT_SECONDS };
  const account = await withClient(db, (sql) => accountAtDoor(sql, nameKey));
  const right = await isPassword(account?.passwordHash ?? null, password);
  if (!account || !right || !account.active) {
    await recordVisit(db, 'SIGN_IN_REFUSED', account, arrival);
    return { kind: 'WRONG' };
  }
  await withClient(db, (sql) => forgetAttempt(sql, attempt));
  const opened = await withClient(db, (sql) => openByPassword(sql, account, arrival), NOTHING);
  if (opened === null) {
    await recordVisit(db, 'SIGN_IN_REFUSED', account, arrival);
    return { kind: 'WRONG' };
  }
  await recordVisit(db, opened.device === null ? 'CODE_AWAITED' : 'SIGNED_IN', account, arrival);
  const signedIn = await findSession(app, opened.token);
  return signedIn ? { kind: 'OK', ...opened, account: signedIn } : { kind: 'WRONG' };
}

/**
 * Opens the session of whose password was found right, unless it is another one by now or the account was closed: looking at it
 * takes a while. Within a transaction.
 */
async function openByPassword(
  sql: Sql,
  { id, passwordHash }: { id: number; passwordHash: string | null },
  arrival: Arrival,
): Promise<{ token: string; device: string | null } | null> {
  const held = await holdAccount(sql, id);
  if (!held?.active || held.passwordHash !== passwordHash) return null;
  const isAwaited = (await factorOf(sql, id))?.active ?? false;
  const token = await openSession(sql, id, arrival, { stage: isAwaited ? 'TOTP' : 'FULL', method: 'PASSWORD' });
  return { token, device: isAwaited ? null : await knowBrowser(sql, id, arrival) };
}

/** Opens a session in the place of the one that the browser carried; gives its token. Who calls it holds the account. */
export async function openSession(
  sql: Sql,
  accountId: number,
  { address, userAgent, session }: Arrival,
  kind: { stage: 'FULL' | 'TOTP'; method: 'PASSWORD' | 'OIDC' },
): Promise<string> {
  const token = newSecret();
  await deleteExpiredSessions(sql);
  if (session !== null) await deleteSession(sql, secretHash(session));
  const shown = storable(userAgent).slice(0, LONGEST_USER_AGENT);
  await insertSession(sql, { tokenHash: secretHash(token), accountId, address, userAgent: shown, ...kind });
  return token;
}

/** Knows the browser for the account from now on; gives the token that it is known by. */
export async function knowBrowser(sql: Sql, accountId: number, { device }: Pick<Arrival, 'device'>): Promise<string> {
  const next = newSecret();
  await keepDevice(sql, { old: hashOf(device), next: secretHash(next), accountId });
  return next;
}

function hashOf(cookie: string | null): Buffer | null {
  return cookie === null ? null : secretHash(cookie);
}

/** Names are compared without regard to capitals, blanks around them and how letters are composed. */
export function nameKeyOf(username: string): string {
  return storable(username).normalize('NFC').trim().toLowerCase().slice(0, 200);
}

function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** Whose session a token opens, and how far it has come, or null. */
export function findSession(app: App, token: string, { renews = true } = {}): Promise<SignedIn | null> {
  const asked = { roles: app.config.requireSecondFactor, day: dayInVietnam(app.now()), renews };
  return withClient(app.db, (sql) => sessionAccount(sql, secretHash(token), asked));
}

/** Ends the session that a token opens, if it does. */
export async function endSession(app: App, token: string, visit: Visit): Promise<void> {
  const account = await withClient(app.db, (sql) => deleteSession(sql, secretHash(token)));
  if (account) await recordVisit(app.db, 'SIGNED_OUT', account, visit);
}

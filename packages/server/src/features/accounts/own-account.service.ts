import type { Context } from '../../app/context.ts';
import { isNumberKey } from '../../app/connection.ts';
import { withClient } from '../../app/database.ts';
import { AppError, badInput, conflict } from '../../app/errors.ts';
import { auditOwn, recordVisit } from './audit-account.ts';
import { changePasswordHash, passwordHashOf } from './accounts.queries.ts';
import { countAttempt, forgetAttempt } from './attempts.queries.ts';
import { accountById, isManaged } from './managed-accounts.service.ts';
import { checkNewPassword, hashPassword, isPassword } from './passwords.service.ts';
import { newSecret, secretHash } from './secrets.ts';
import { deleteSessionOf, deleteSessionsOf, renewSession, sessionsOf, type SessionRow } from './sessions.queries.ts';
import { WAIT_SECONDS } from './sign-in.service.ts';

/**
 * Changes one's own password and ends one's other sessions; this one goes on under a new token. A wrong current password counts
 * as a sign-in that failed: after
 * too many one has to wait. BAD_USER_INPUT where one of the two is not right, FORBIDDEN for programs.
 */
export async function changePassword(ctx: Context, current: string, next: string): Promise<void> {
  const { id, username, name, sessionId } = ctx.signedIn();
  if (sessionId === undefined) throw new AppError('FORBIDDEN', 'auth.forbidden');
  await ctx.close();
  checkNewPassword('next', next, [username, name]);
  const from = await rightPassword(ctx, { id, username }, current);
  if (await isPassword(from, next)) throw badInput('next', 'password.same');
  const to = await hashPassword(next);
  const token = newSecret();
  await ctx.write('changePassword', async (tx) => {
    if (!(await changePasswordHash(tx, id, { from, to }))) throw conflict('write.busy');
    await deleteSessionsOf(tx, id, sessionId);
    await renewSession(tx, id, sessionId, secretHash(token));
    await auditOwn(tx, id, { what: 'PASSWORD_CHANGED' });
  });
  ctx.giveSession(token);
}

/** The hash of the current password, if that is what was given; BAD_USER_INPUT at the path where it is not, or tried too often. */
export async function rightPassword(
  ctx: Context,
  { id, username }: { id: number; username: string },
  current: string,
  path: 'current' | 'password' = 'current',
): Promise<string> {
  const { db } = ctx.app;
  const address = ctx.actor.address ?? '';
  const attempt = await withClient(db, (sql) => countAttempt(sql, { nameKey: username, address, deviceId: null }));
  if (attempt === null) throw badInput(path, 'auth.wait', { seconds: WAIT_SECONDS });
  const stored = await withClient(db, (sql) => passwordHashOf(sql, id));
  if (!(await isPassword(stored, current)) || stored === null) {
    await recordVisit(db, 'SIGN_IN_REFUSED', await accountById(ctx, id), { address, requestId: ctx.requestId });
    throw badInput(path, 'password.current');
  }
  await withClient(db, (sql) => forgetAttempt(sql, attempt));
  return stored;
}

/** The sessions that are not over of one of many accounts: one's own, or one that the caller manages; else none. */
export async function sessionsOfAccount(ctx: Context, accountId: number): Promise<SessionRow[]> {
  if (accountId !== ctx.signedIn().id && !(await isManaged(ctx, accountId))) return [];
  const found = await ctx.loadAll('sessions', { id: String(accountId) }, async (questions) => {
    const rows = await sessionsOf(
      ctx.read,
      questions.map(({ id }) => Number(id)),
    );
    return rows.map(({ accountId: account, ...session }) => ({ id: String(account), session }));
  });
  return found.map(({ session }) => session);
}

/** Ends one of one's own sessions; false where there is none of that number, whoever else's it may be. */
export async function revokeSession(ctx: Context, id: string): Promise<boolean> {
  const account = ctx.signedIn();
  if (!isNumberKey(id)) return false;
  return ctx.write('revokeSession', async (tx) => {
    const isOne = (await deleteSessionOf(tx, account.id, id)) > 0;
    if (isOne) await auditOwn(tx, account.id, { what: 'SESSION_ENDED', about: { kind: 'SESSION', id } });
    return isOne;
  });
}

/** Ends all of one's own sessions but this one; how many they were. */
export function revokeOtherSessions(ctx: Context): Promise<number> {
  const { id, sessionId = null } = ctx.signedIn();
  return ctx.write('revokeOtherSessions', async (tx) => {
    const count = await deleteSessionsOf(tx, id, sessionId);
    const about = { kind: 'SESSION', id: null } as const;
    if (count > 0) await auditOwn(tx, id, { what: 'SESSION_ENDED', about, after: { count } });
    return count;
  });
}

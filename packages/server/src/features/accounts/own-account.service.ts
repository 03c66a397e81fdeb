import type { Context } from '../../app/context.ts';
import { isNumberKey } from '../../app/connection.ts';
import { withClient } from '../../app/database.ts';
import { AppError, badInput, conflict } from '../../app/errors.ts';
import { changePasswordHash, passwordHashOf } from './accounts.queries.ts';
import { countAttempt, forgetAttempt } from './attempts.queries.ts';
import { checkNewPassword, hashPassword, isPassword } from './passwords.service.ts';
import { deleteSessionOf, deleteSessionsOf, sessionsOf, type SessionRow } from './sessions.queries.ts';
import { WAIT_SECONDS } from './sign-in.service.ts';

/**
 * Changes one's own password and ends one's other sessions. A wrong current password counts as a sign-in that failed: after
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
  await ctx.write('changePassword', async (tx) => {
    if (!(await changePasswordHash(tx, id, { from, to }))) throw conflict('write.busy');
    await deleteSessionsOf(tx, id, sessionId);
  });
}

/** The hash of the current password, if that is what was given. */
async function rightPassword(
  ctx: Context,
  { id, username }: { id: number; username: string },
  current: string,
): Promise<string> {
  const { db } = ctx.app;
  const address = ctx.actor.address ?? '';
  const attempt = await withClient(db, (sql) => countAttempt(sql, { nameKey: username, address, deviceId: null }));
  if (attempt === null) throw badInput('current', 'auth.wait', { seconds: WAIT_SECONDS });
  const stored = await withClient(db, (sql) => passwordHashOf(sql, id));
  if (!(await isPassword(stored, current)) || stored === null) throw badInput('current', 'password.current');
  await withClient(db, (sql) => forgetAttempt(sql, attempt));
  return stored;
}

/** One's own sessions that are not over. */
export function ownSessions(ctx: Context): Promise<SessionRow[]> {
  return sessionsOf(ctx.read, ctx.signedIn().id);
}

/** Ends one of one's own sessions; false where there is none of that number, whoever else's it may be. */
export async function revokeSession(ctx: Context, id: string): Promise<boolean> {
  const account = ctx.signedIn();
  if (!isNumberKey(id)) return false;
  return (await ctx.write('revokeSession', (tx) => deleteSessionOf(tx, account.id, id))) > 0;
}

/** Ends all of one's own sessions but this one; how many they were. */
export function revokeOtherSessions(ctx: Context): Promise<number> {
  const { id, sessionId = null } = ctx.signedIn();
  return ctx.write('revokeOtherSessions', (tx) => deleteSessionsOf(tx, id, sessionId));
}

import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { write } from '../../app/database.ts';
import { lockAccounts, personByUsername, resetPasswordHash } from './accounts.queries.ts';
import { forgetDevices } from './attempts.queries.ts';
import { auditAccount } from './audit-account.ts';
import { hashPassword } from './passwords.service.ts';
import { deleteFactor } from './second-factor/second-factor.queries.ts';
import { deleteSessionsOf } from './sessions.queries.ts';
import { nameKeyOf } from './sign-in.service.ts';

/**
 * Gives somebody a random password, which they have to change, and ends all that the old one opened: for who stands at the
 * machine, where no other administrator can. Takes the second factor away too where it is told to, for it outlives a password.
 * Null where nobody bears the user name.
 */
export async function replaceLostPassword(
  db: DataSource,
  username: string,
  { secondFactorToo = false }: { secondFactorToo?: boolean } = {},
): Promise<{ password: string; stillAsksForCode: boolean } | null> {
  const password = randomBytes(12).toString('base64url');
  const hash = await hashPassword(password);
  return write(db, { purpose: 'lost password', accountId: null }, async (tx) => {
    await lockAccounts(tx);
    const account = await personByUsername(tx, nameKeyOf(username));
    if (!account) return null;
    await resetPasswordHash(tx, account.id, hash);
    await deleteSessionsOf(tx, account.id);
    await forgetDevices(tx, account.id);
    auditAccount(tx, account, { what: 'PASSWORD_RESET' });
    const isGone = secondFactorToo && (await deleteFactor(tx, account.id));
    if (isGone) auditAccount(tx, account, { what: 'SECOND_FACTOR_REMOVED' });
    return { password, stillAsksForCode: account.hasSecondFactor && !isGone };
  });
}

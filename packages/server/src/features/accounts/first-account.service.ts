import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Config } from '../../app/config.ts';
import { write } from '../../app/database.ts';
import { AccountEntity } from './account.entity.ts';
import { hashPassword } from './passwords.service.ts';

/** Held while the first account is made, so that of two servers started on one empty database one waits. */
const FIRST_ACCOUNT_LOCK = 793_005;

/**
 * Makes the first administrator where there is no account yet. Returns the password to print once where a random one was
 * made, else null; a random one stands in the log from then on, so that nothing but changing it can be done with it.
 */
export async function ensureFirstAccount(db: DataSource, config: Config, provinceId: number): Promise<string | null> {
  if ((await db.getRepository(AccountEntity).count()) > 0) return null;
  const made = config.adminPassword === null ? randomBytes(12).toString('base64url') : null;
  const passwordHash = await hashPassword(config.adminPassword ?? made ?? '');
  const username = config.adminUsername.normalize('NFC').trim().toLowerCase();
  return write(db, { purpose: 'first account', accountId: null }, async (tx) => {
    await tx.run('select pg_advisory_xact_lock($1)', [FIRST_ACCOUNT_LOCK]);
    if ((await tx.row('select 1 from account limit 1')) !== null) return null;
    const row = await tx.row<{ id: number }>(
      'insert into account (username, name, password_hash, unit_id, must_change) values ($1, $2, $3, $4, $5) returning id',
      [username, 'Quản trị hệ thống', passwordHash, provinceId > 0 ? provinceId : null, made !== null],
    );
    if (provinceId > 0) {
      await tx.run(`insert into account_grant (account_id, role, unit_id) values ($1, 'ADMINISTRATOR', $2)`, [
        row?.id,
        provinceId,
      ]);
    }
    return made;
  });
}

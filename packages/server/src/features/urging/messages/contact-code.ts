import { createHmac } from 'node:crypto';
import type { Config } from '../../../app/config.ts';
import { sealingKey } from '../../../app/sealing.ts';
import type { ContactRow } from './contacts.queries.ts';

const DIGITS = 8;

/**
 * The code that is sent to an address. It follows from a key that the database does not hold, so that nobody reads it there, and from
 * when it ends, so that another one sent later is another one.
 */
export async function codeOf(
  config: Pick<Config, 'secretsKey' | 'dataDir'>,
  { id, email, codeUntil }: Pick<ContactRow, 'id' | 'email' | 'codeUntil'>,
): Promise<string> {
  const key = await sealingKey(config);
  const told = createHmac('sha256', key).update(`contact ${id} ${email} ${codeUntil.toISOString()}`).digest();
  return String(told.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}

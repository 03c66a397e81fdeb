import type { App } from '../../../app/context.ts';
import type { Sql } from '../../../app/sql.ts';
import { bare, isAppCode, recoveryHash, stepOfCode } from './codes.ts';
import { sealingKey, unseal } from '../../../app/sealing.ts';
import { factorOf, spendRecoveryCode, spendStep } from './second-factor.queries.ts';

/** What a code turned out to be; LOCKED: it cannot be checked, for its secret was sealed with another key. */
export type SpentCode = 'APP' | 'RECOVERY' | 'WRONG' | 'LOCKED';

/** Where a secret may be opened: sealed for one account, it is no use for another. */
export function placeOf(accountId: number): string {
  return `second factor of ${accountId}`;
}

/** Takes a code of the app, or a recovery code, if it is right and was not taken before. */
export async function spendCode(app: App, sql: Sql, accountId: number, code: string): Promise<SpentCode> {
  if (!isAppCode(code)) return (await spendRecoveryCode(sql, accountId, recoveryHash(code))) ? 'RECOVERY' : 'WRONG';
  const factor = await factorOf(sql, accountId);
  if (!factor?.active) return 'WRONG';
  const secret = unseal(await sealingKey(app.config), factor.secret, placeOf(accountId));
  if (secret === null) {
    app.log.error(
      { accountId },
      'the secret of a second factor was sealed with another key: see SECRETS_KEY in the runbook',
    );
    return 'LOCKED';
  }
  const step = stepOfCode(secret, bare(code), app.now());
  return step !== null && (await spendStep(sql, accountId, step)) ? 'APP' : 'WRONG';
}

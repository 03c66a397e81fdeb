import type { App, SignedIn } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import { metricsOf, type SignInOutcome } from '../../../app/metrics.ts';
import { NOTHING } from '../../../app/wall.ts';
import { accountToJudge, holdAccount } from '../accounts.queries.ts';
import { knownDevice } from '../attempts.queries.ts';
import { recordVisit } from '../audit-account.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { completeSession } from '../sessions.queries.ts';
import { findSession, knowBrowser, type Arrival } from '../sign-in.service.ts';
import { countCode, forgetCode } from './second-factor.queries.ts';
import { spendCode, type SpentCode } from './spend-code.service.ts';

/** NOBODY: no session awaits a code. LOCKED: the code cannot be checked, a recovery code can. */
export type CodeOutcome =
  | { kind: 'OK'; token: string; device: string; account: SignedIn }
  | { kind: 'NOBODY' | 'WRONG' | 'LOCKED' }
  | { kind: 'WAIT'; seconds: number };

/** What counts as a sign-in of it: a code that nobody awaits, or that cannot be checked, is none. */
const COUNTED: Partial<Record<CodeOutcome['kind'], SignInOutcome>> = { OK: 'ok', WRONG: 'wrong', WAIT: 'wait' };

/** Opens the session that awaits a code, under a new token, where the code is right. */
export async function giveCode(app: App, code: string, arrival: Arrival): Promise<CodeOutcome> {
  const outcome = await lookAtCode(app, code, arrival);
  const counted = COUNTED[outcome.kind];
  if (counted) metricsOf(app).countSignIn(counted);
  return outcome;
}

async function lookAtCode(app: App, code: string, arrival: Arrival): Promise<CodeOutcome> {
  const waiting = arrival.session === null ? null : await findSession(app, arrival.session);
  if (arrival.session === null || waiting?.stage !== 'TOTP') return { kind: 'NOBODY' };
  const tried = await tryCode(app, waiting, code, arrival.device);
  if ('wait' in tried) return { kind: 'WAIT', seconds: tried.wait };
  const account = await withClient(app.db, (sql) => accountToJudge(sql, waiting.id));
  if (tried.spent === 'WRONG' || tried.spent === 'LOCKED') {
    await recordVisit(app.db, 'CODE_REFUSED', account, arrival);
    return { kind: tried.spent };
  }
  const token = newSecret();
  const [old, next] = [secretHash(arrival.session), secretHash(token)];
  const complete = async (sql: Sql) => {
    const held = await holdAccount(sql, waiting.id);
    return held?.active && (await completeSession(sql, old, next)) ? knowBrowser(sql, waiting.id, arrival) : null;
  };
  const device = await withClient(app.db, complete, NOTHING);
  const signedIn = await findSession(app, token);
  if (device === null || !signedIn) return { kind: 'NOBODY' };
  await recordVisit(app.db, 'SIGNED_IN', account, arrival, { code: tried.spent });
  return { kind: 'OK', token, device, account: signedIn };
}

/** Counted before the code is looked at, taken back where it is right or was never looked at. */
async function tryCode(
  app: App,
  { id, username }: SignedIn,
  code: string,
  device: string | null,
): Promise<{ spent: SpentCode } | { wait: number }> {
  return withClient(app.db, async (sql) => {
    const deviceId = device === null ? null : await knownDevice(sql, secretHash(device), username);
    const counted = await countCode(sql, id, deviceId);
    if ('wait' in counted) return counted;
    const spent = await spendCode(app, sql, id, code);
    if (spent !== 'WRONG') await forgetCode(sql, counted.attempt);
    return { spent };
  });
}

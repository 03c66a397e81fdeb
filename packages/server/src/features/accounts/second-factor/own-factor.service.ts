import type { Context } from '../../../app/context.ts';
import { withClient, type Writer } from '../../../app/database.ts';
import { AppError, badInput, conflict } from '../../../app/errors.ts';
import { holdAccount, passwordHashOf } from '../accounts.queries.ts';
import { auditOwn } from '../audit-account.ts';
import { rightPassword } from '../own-account.service.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { deleteSessionsOf, renewSession } from '../sessions.queries.ts';
import { bare, factorUri, newFactorSecret, newRecoveryCodes, recoveryHash, stepOfCode } from './codes.ts';
import { seal, sealingKey, unseal } from '../../../app/sealing.ts';
import {
  confirmOffer,
  countCode,
  deleteFactor,
  factorOf,
  forgetCode,
  keepOffer,
  recoveryCodesLeft,
  replaceRecoveryCodes,
} from './second-factor.queries.ts';
import { placeOf, spendCode } from './spend-code.service.ts';

/** A secret for an app on a phone, as text and as the address that a QR code carries. */
export interface Offer {
  secret: string;
  uri: string;
}

/** What one's own second factor is like; null for who has no password to put it beside. */
export async function ownFactor(ctx: Context): Promise<{ active: boolean; recoveryCodesLeft: number } | null> {
  const { id } = ctx.signedIn();
  if ((await passwordHashOf(ctx.read, id)) === null) return null;
  const factor = await factorOf(ctx.read, id);
  return { active: factor?.active ?? false, recoveryCodesLeft: await recoveryCodesLeft(ctx.read, id) };
}

/** Offers a secret, in the place of an earlier offer. CONFLICT where a factor is active. */
export async function offerFactor(ctx: Context): Promise<Offer> {
  const { id, username } = await withPassword(ctx);
  const secret = newFactorSecret();
  const sealed = seal(await sealingKey(ctx.app.config), secret, placeOf(id));
  await ctx.write('offerSecondFactor', async (tx) => {
    if (!(await keepOffer(tx, id, sealed))) throw conflict('secondFactor.active');
    await auditOwn(tx, id, { what: 'SECOND_FACTOR_OFFERED' });
  });
  return { secret, uri: factorUri(secret, username) };
}

/**
 * Makes the offer one's second factor: by a code that it gives, and the password. One's other sessions end, this one goes on under
 * a new token. Gives the recovery codes, which are shown once.
 */
export async function confirmFactor(ctx: Context, code: string, password: string): Promise<string[]> {
  const { id, username, sessionId } = await withPassword(ctx);
  await rightPassword(ctx, { id, username }, password, 'password');
  const { secret, step } = await offered(ctx, id, code);
  const token = newSecret();
  const codes = await ctx.write('confirmSecondFactor', async (tx) => {
    await holdAccount(tx, id);
    if (!(await confirmOffer(tx, id, { secret, step }))) throw conflict('secondFactor.noOffer');
    await deleteSessionsOf(tx, id, sessionId);
    await renewSession(tx, id, sessionId, secretHash(token));
    await auditOwn(tx, id, { what: 'SECOND_FACTOR_SET' });
    return makeRecoveryCodes(tx, id);
  });
  ctx.giveSession(token);
  return codes;
}

/** Turns one's second factor off: by the password and a code. */
export async function removeFactor(ctx: Context, code: string, password: string): Promise<void> {
  const { id, username } = await withPassword(ctx);
  await rightPassword(ctx, { id, username }, password, 'password');
  await rightCode(ctx, id, code);
  await ctx.write('removeSecondFactor', async (tx) => {
    await holdAccount(tx, id);
    if (await deleteFactor(tx, id)) await auditOwn(tx, id, { what: 'SECOND_FACTOR_REMOVED' });
  });
}

/** New recovery codes in the place of all that there were: by the password and a code. */
export async function renewRecoveryCodes(ctx: Context, code: string, password: string): Promise<string[]> {
  const { id, username } = await withPassword(ctx);
  await rightPassword(ctx, { id, username }, password, 'password');
  await rightCode(ctx, id, code);
  return ctx.write('renewRecoveryCodes', (tx) => makeRecoveryCodes(tx, id));
}

async function makeRecoveryCodes(tx: Writer, id: number): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, id, codes.map(recoveryHash));
  await auditOwn(tx, id, { what: 'RECOVERY_CODES_MADE', after: { count: codes.length } });
  return codes;
}

/** FORBIDDEN for programs, and for who signs in by a single sign-on alone: that asks for its own second factor. */
async function withPassword(ctx: Context): Promise<{ id: number; username: string; sessionId: string }> {
  const { id, username, sessionId } = ctx.signedIn();
  if (sessionId === undefined || (await passwordHashOf(ctx.read, id)) === null)
    throw new AppError('FORBIDDEN', 'secondFactor.noPassword');
  await ctx.close();
  return { id, username, sessionId };
}

/** The offer and the step of a code that it gives; BAD_USER_INPUT where the code is not right, or tried too often. */
async function offered(ctx: Context, id: number, code: string): Promise<{ secret: Buffer; step: number }> {
  const { app } = ctx;
  const key = await sealingKey(app.config);
  const found = await countingCodes(ctx, id, async (sql) => {
    const factor = await factorOf(sql, id);
    if (factor?.active) throw conflict('secondFactor.active');
    const secret = factor && unseal(key, factor.secret, placeOf(id));
    if (!factor || secret === null) throw conflict('secondFactor.noOffer');
    const step = stepOfCode(secret, bare(code), app.now());
    return step === null ? null : { secret: factor.secret, step };
  });
  if (found === null) throw badInput('code', 'secondFactor.wrong');
  return found;
}

/** BAD_USER_INPUT where a code of the factor is not right, or tried too often; CONFLICT where there is no factor. */
async function rightCode(ctx: Context, id: number, code: string): Promise<void> {
  const spent = await countingCodes(ctx, id, async (sql) => {
    if (!(await factorOf(sql, id))?.active) throw conflict('secondFactor.none');
    const found = await spendCode(ctx.app, sql, id, code);
    return found === 'WRONG' ? null : found;
  });
  if (spent === 'LOCKED') throw badInput('code', 'secondFactor.locked');
  if (spent === null) throw badInput('code', 'secondFactor.wrong');
}

/** Counts a try before it is made, and takes it back unless it comes to nothing; what could not be tried was none. */
function countingCodes<T>(
  ctx: Context,
  id: number,
  attempt: (sql: Parameters<typeof factorOf>[0]) => Promise<T | null>,
): Promise<T | null> {
  return withClient(ctx.app.db, async (sql) => {
    const counted = await countCode(sql, id, null);
    if ('wait' in counted) throw badInput('code', 'auth.wait', { seconds: counted.wait });
    const takeBack = () => forgetCode(sql, counted.attempt);
    const result = await attempt(sql).catch(async (error: unknown) => {
      await takeBack();
      throw error;
    });
    if (result !== null) await takeBack();
    return result;
  });
}

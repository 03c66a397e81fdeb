import { randomUUID } from 'node:crypto';
import type { Role } from '@chi-tieu/shared/domain/access/rights';
import { addDays, compareDays, dayInVietnam, daysBetween, type Day } from '@chi-tieu/shared/domain/days';
import type { App, Context, SignedIn } from '../../app/context.ts';
import { withClient, type Writer } from '../../app/database.ts';
import { badInput } from '../../app/errors.ts';
import { today } from '../units/units.service.ts';
import { readName, rowNumber } from './account-input.ts';
import { auditToken } from './audit-account.ts';
import { lockAccounts } from './accounts.queries.ts';
import { placeOfRole } from './grants.service.ts';
import { asList, beyondReach } from './managed-accounts.service.ts';
import { endsOf, need, reached } from './reach.service.ts';
import { newSecret, secretHash } from './secrets.ts';
import {
  endToken,
  endTokenBy,
  insertProgram,
  insertToken,
  programsWithToken,
  tokenAccount,
  tokensWithin,
  type TokenRow,
} from './tokens.queries.ts';

/** What every token begins with, so that one that was left lying about is recognised. */
const MARK = 'ct_';
/** So many characters at its end tell it from others. */
const HINT = 4;
/** So long does the old token hold beside the new one. */
const OVERLAP_DAYS = 14;
/** So long does a token hold at the most. */
const LONGEST_DAYS = 366;

/** A token as it is shown, once. */
export interface MadeToken {
  id: number;
  token: string;
}

/** The tokens of programs for the units that the caller manages tokens of. */
export async function listTokens(ctx: Context): Promise<TokenRow[]> {
  return tokensWithin(ctx.read, asList(await reached(ctx, 'token.manage')));
}

/** Whether one of the tokens of one of many programs can be used today. */
export async function hasTokenToday(ctx: Context, accountId: number): Promise<boolean> {
  return (
    (await ctx.load('programWithToken', accountId, (ids) => programsWithToken(ctx.read, ids, today(ctx)))) !== null
  );
}

/**
 * Makes a program with a role for a unit, and its first token, which holds until the end of a day from today on: at most 366
 * days, and no longer than its maker may make any.
 */
export async function createToken(
  ctx: Context,
  input: { name: string; role: Role; unit: string; expiresOn: Day },
): Promise<MadeToken> {
  const unitId = await placeOfRole(ctx, input, 'input.');
  await need(ctx, 'token.manage', [unitId]);
  const name = readName('input.name', input.name);
  const latest = latestEnd(ctx, (await endsOf(ctx, 'token.manage'))(unitId));
  checkEnd(ctx, 'input.expiresOn', input.expiresOn, latest);
  const createdBy = ctx.signedIn().id;
  return ctx.write('createToken', async (tx) => {
    const program = { username: `token:${randomUUID()}`, name, role: input.role, unitId, createdBy };
    const accountId = await insertProgram(tx, program);
    const made = await makeToken(tx, ctx, accountId, input.expiresOn);
    const after = { account: accountId, role: input.role, expiresOn: input.expiresOn };
    auditToken(tx, { id: made.id, unitId }, { what: 'TOKEN_MADE', after });
    return made;
  });
}

/** A token of a program that is there already, whose maker's own right ends on a day (null: never). */
export async function makeTokenOf(
  tx: Writer,
  ctx: Context,
  program: { accountId: number; unitId: number; expiresOn: Day; own: Day | null },
): Promise<MadeToken> {
  const { accountId, unitId, expiresOn, own } = program;
  checkEnd(ctx, 'expiresOn', expiresOn, latestEnd(ctx, own));
  const made = await makeToken(tx, ctx, accountId, expiresOn);
  auditToken(
    tx,
    { id: made.id, unitId },
    { what: 'TOKEN_MADE', after: { account: accountId, role: 'INTEGRATION', expiresOn } },
  );
  return made;
}

/**
 * A second token of the same program, for as many days as the first was made for, or as one may be made for now, unless told; the
 * first holds beside it for 14 days more at the most.
 */
export async function rotateToken(ctx: Context, id: string, expiresOn: Day | null): Promise<MadeToken> {
  const now = today(ctx);
  const endOf = await endsOf(ctx, 'token.manage');
  return changeToken(ctx, id, 'rotateToken', async (tx, old) => {
    const latest = latestEnd(ctx, endOf(old.unitId));
    if (expiresOn !== null) checkEnd(ctx, 'expiresOn', expiresOn, latest);
    const until = expiresOn ?? earlier(addDays(now, daysBetween(old.createdOn, old.expiresOn)), latest);
    await endTokenBy(tx, old.id, addDays(now, OVERLAP_DAYS));
    const made = await makeToken(tx, ctx, old.accountId, until);
    auditToken(tx, old, { what: 'TOKEN_ROTATED', after: { token: made.id, expiresOn: until } });
    return made;
  });
}

/** Takes a token back: the next call with it is nobody's. */
export async function revokeToken(ctx: Context, id: string): Promise<boolean> {
  await changeToken(ctx, id, 'revokeToken', async (tx, token) => {
    await endToken(tx, token.id, ctx.signedIn().id);
    auditToken(tx, token, { what: 'TOKEN_REVOKED' });
  });
  return true;
}

/** Which program a token stands for today, or null. The same question is asked for a token that never was. */
export function findTokenAccount(app: App, token: string): Promise<SignedIn | null> {
  const day = dayInVietnam(app.now());
  return withClient(app.db, (sql) => tokenAccount(sql, secretHash(token), day));
}

async function changeToken<T>(
  ctx: Context,
  id: string,
  purpose: string,
  change: (tx: Writer, token: TokenRow) => Promise<T>,
): Promise<T> {
  const within = await reached(ctx, 'token.manage');
  return ctx.write(purpose, async (tx) => {
    await lockAccounts(tx);
    const number = rowNumber(id);
    const [token] = number === null ? [] : await tokensWithin(tx, asList(within), number);
    if (!token) throw beyondReach('token.manage', within, 'token.unknown');
    return change(tx, token);
  });
}

async function makeToken(tx: Writer, ctx: Context, accountId: number, expiresOn: Day): Promise<MadeToken> {
  const token = `${MARK}${newSecret()}`;
  const days = { createdOn: today(ctx), expiresOn };
  const facts = { accountId, hash: secretHash(token), hint: token.slice(-HINT), createdBy: ctx.signedIn().id };
  return { id: await insertToken(tx, { ...facts, ...days }), token };
}

/** The last day that a token may have that is made today by somebody whose own right ends on a day. */
function latestEnd(ctx: Context, own: Day | null): Day {
  const longest = addDays(today(ctx), LONGEST_DAYS);
  return own === null ? longest : earlier(own, longest);
}

function earlier(a: Day, b: Day): Day {
  return compareDays(a, b) < 0 ? a : b;
}

function checkEnd(ctx: Context, path: string, expiresOn: Day, latest: Day): void {
  if (compareDays(expiresOn, today(ctx)) < 0) throw badInput(path, 'token.over');
  if (compareDays(expiresOn, latest) > 0) throw badInput(path, 'token.tooLong', { day: latest });
}

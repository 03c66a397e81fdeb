import type { ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { AppError, badInput, conflict, notFound } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { wordsOf, readSearchWords } from '../../app/search-words.ts';
import { today, unitInInput } from '../units/units.service.ts';
import { readName, readUsername, rowNumber } from './account-input.ts';
import {
  accountsById,
  accountsWithin,
  insertAccount,
  lockAccounts,
  resetPasswordHash,
  standingAdministrators,
  updateActive,
  updateName,
  type AccountRow,
} from './accounts.queries.ts';
import { auditAccount } from './audit-account.ts';
import { forgetDevices } from './attempts.queries.ts';
import { checkNewPassword, hashPassword } from './passwords.service.ts';
import { forbidden, need, reached } from './reach.service.ts';
import { deleteFactor } from './second-factor/second-factor.queries.ts';
import { deleteSessionsOf } from './sessions.queries.ts';

/** An account by its number; null where there is none. */
export function accountById(ctx: Context, id: number): Promise<AccountRow | null> {
  return ctx.load('account', id, (ids) => accountsById(ctx.read, ids));
}

/** The people whose accounts the caller may see and whose names have every word of a search, by user name. */
export async function listAccounts(ctx: Context, search: string | null): Promise<AccountRow[]> {
  const units = asList(await reached(ctx, 'account.read'));
  const wanted = readSearchWords(search);
  const found = await accountsWithin(ctx.read, { units, day: today(ctx) });
  if (wanted.query === '') return found;
  if (wanted.words.length === 0) return [];
  return found.filter(({ username, name }) => {
    const said = wordsOf(`${username} ${name}`).words.join(' ');
    return wanted.words.every((word) => said.includes(word));
  });
}

/** What somebody is to be called, where they are at home, and the password that they will have to change. */
export interface AccountFacts {
  username: string;
  name: string;
  unit: string;
  password: string;
}

/** Makes an account at home in a unit of today. CONFLICT where the user name is taken. */
export async function createAccount(ctx: Context, facts: AccountFacts): Promise<AccountRow> {
  const unitId = await unitOfToday(ctx, 'input.unit', facts.unit);
  await need(ctx, 'account.manage', [unitId]);
  const username = readUsername('input.username', facts.username);
  const name = readName('input.name', facts.name);
  checkNewPassword('input.password', facts.password, [username, name]);
  const passwordHash = await hashPassword(facts.password);
  const createdBy = ctx.signedIn().id;
  const id = await ctx.write('createAccount', async (tx) => {
    const made = await insertAccount(tx, { username, name, passwordHash, unitId, createdBy });
    auditAccount(tx, { id: made, unitId }, { what: 'ACCOUNT_CREATED' });
    return made;
  });
  return shown(ctx, id);
}

/** Lets somebody sign in, or no longer: then their sessions end. What they did stays. The last administrator stays too. */
export function setAccountActive(ctx: Context, id: string, active: boolean): Promise<AccountRow> {
  return changeAccount(ctx, id, 'setAccountActive', async (tx, account) => {
    await updateActive(tx, account.id, active);
    if (!active) await deleteSessionsOf(tx, account.id);
    const change = { before: { active: account.active }, after: { active } };
    if (account.active !== active)
      auditAccount(tx, account, { what: active ? 'ACCOUNT_OPENED' : 'ACCOUNT_CLOSED', ...change });
  });
}

/** Changes the name that is shown; what was done under the old one stays under it. */
export function renameAccount(ctx: Context, id: string, given: string): Promise<AccountRow> {
  return changeAccount(ctx, id, 'renameAccount', async (tx, account) => {
    await updateName(tx, account.id, readName('name', given));
    auditAccount(tx, account, { what: 'ACCOUNT_CHANGED', after: { changed: ['name'] } });
  });
}

/** Gives somebody else a password that they have to change, and ends all that the old one opened. */
export async function resetPassword(ctx: Context, id: string, password: string): Promise<AccountRow> {
  const account = await manageable(ctx, id);
  if (account.id === ctx.signedIn().id) throw new AppError('FORBIDDEN', 'account.own');
  checkNewPassword('password', password, [account.username, account.name]);
  const hash = await hashPassword(password);
  return changeAccount(ctx, id, 'resetPassword', async (tx, found) => {
    await resetPasswordHash(tx, found.id, hash);
    await deleteSessionsOf(tx, found.id);
    await forgetDevices(tx, found.id);
    auditAccount(tx, found, { what: 'PASSWORD_RESET' });
  });
}

/** Takes somebody else's second factor away, and ends their sessions; who has none keeps what they have. */
export async function resetSecondFactor(ctx: Context, id: string): Promise<AccountRow> {
  if ((await manageable(ctx, id)).id === ctx.signedIn().id) throw new AppError('FORBIDDEN', 'secondFactor.own');
  return changeAccount(ctx, id, 'resetSecondFactor', async (tx, account) => {
    if (!(await deleteFactor(tx, account.id))) return;
    await deleteSessionsOf(tx, account.id);
    await forgetDevices(tx, account.id);
    auditAccount(tx, account, { what: 'SECOND_FACTOR_REMOVED' });
  });
}

/** Changes an account that the caller manages, one change at a time, and shows what it has become. */
export async function changeAccount(
  ctx: Context,
  id: string,
  purpose: string,
  change: (tx: Writer, account: AccountRow) => Promise<void>,
): Promise<AccountRow> {
  const within = await reached(ctx, 'account.manage');
  const accountId = await ctx.write(purpose, async (tx) => {
    await lockAccounts(tx);
    const account = await managedAccount(tx, ctx, id, within);
    await keepingAdministrators(tx, ctx, () => change(tx, account));
    return account.id;
  });
  return shown(ctx, accountId);
}

/** CONFLICT where a change would leave the province without anybody who administers it for good. */
export async function keepingAdministrators(tx: Writer, ctx: Context, change: () => Promise<void>): Promise<void> {
  const count = () => standingAdministrators(tx, ctx.provinceId, today(ctx));
  const before = await count();
  await change();
  if (before > 0 && (await count()) === 0) throw conflict('account.lastAdministrator');
}

/** An account of somebody whose home and grants lie within; else what `beyondReach` says. */
export async function managedAccount(tx: Writer, ctx: Context, id: string, within: ReachedUnits): Promise<AccountRow> {
  const number = rowNumber(id);
  const query = { units: asList(within), day: today(ctx), id: number };
  const [found] = number === null ? [] : await accountsWithin(tx, query);
  if (!found) throw beyondReach('account.manage', within, 'account.unknown');
  return found;
}

async function manageable(ctx: Context, id: string): Promise<AccountRow> {
  const within = await reached(ctx, 'account.manage');
  const number = rowNumber(id);
  const query = { units: asList(within), day: today(ctx), id: number };
  const [found] = number === null ? [] : await accountsWithin(ctx.read, query);
  if (!found) throw beyondReach('account.manage', within, 'account.unknown');
  return found;
}

/** Ids can be counted: that there is nothing is told only to who would see it. */
export function beyondReach(right: Right, within: ReachedUnits, text: ErrorText): AppError {
  return within === 'ALL' ? notFound(text) : forbidden(right);
}

/** Units as a query takes them: null for all. */
export function asList(units: ReachedUnits): number[] | null {
  return units === 'ALL' ? null : [...units];
}

/** The number of a unit of today that an input names; BAD_USER_INPUT for one that is not, or no longer. */
export async function unitOfToday(ctx: Context, path: string, code: string): Promise<number> {
  const day = today(ctx);
  const { version, on } = await unitInInput(ctx, path, code);
  if (on !== day) throw badInput(path, 'unit.gone', { day });
  return version.unitId;
}

async function shown(ctx: Context, id: number): Promise<AccountRow> {
  const account = await accountById(ctx, id);
  if (!account) throw notFound('account.unknown');
  return account;
}

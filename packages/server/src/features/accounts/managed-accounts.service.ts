import type { ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import type { Right, Role } from '@chi-tieu/shared/domain/access/rights';
import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import { AppError, badInput, conflict, notFound } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { wordsOf, readSearchWords } from '../../app/search-words.ts';
import { today, unitInInput, unitTree } from '../units/units.service.ts';
import { readName, readUsername, rowNumber } from './account-input.ts';
import {
  accountsById,
  accountsWithin,
  didWithinADay,
  holdAccount,
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
import { grantsOf } from './grants.queries.ts';
import { managing, outlasting, type Managing } from './managing.service.ts';
import { checkNewPassword, hashPassword } from './passwords.service.ts';
import { forbidden, need, reached } from './reach.service.ts';
import { deleteFactor } from './second-factor/second-factor.queries.ts';
import { deleteSessionsOf } from './sessions.queries.ts';

/** An account by its number; null where there is none. */
export function accountById(ctx: Context, id: number): Promise<AccountRow | null> {
  return ctx.load('account', id, (ids) => accountsById(ctx.read, ids));
}

/** Which accounts a list is to show: all that is told has to hold. */
export interface AccountFilter {
  /** Words of the name or user name. */
  search: string | null;
  active: boolean | null;
  /** Held today, or from a day to come on. */
  role: Role | null;
  /** By its code: at home, or holding something, there or below it. */
  unit: string | null;
  /** Programs too. */
  programs: boolean;
}

/** The accounts that the caller may see, by user name. */
export async function listAccounts(ctx: Context, filter: AccountFilter): Promise<AccountRow[]> {
  const units = asList(await reached(ctx, 'account.read'));
  const wanted = readSearchWords(filter.search);
  if (wanted.query !== '' && wanted.words.length === 0) return [];
  const day = today(ctx);
  const found = await accountsWithin(ctx.read, { units, day, programs: filter.programs });
  const named = found.filter(({ username, name, active }) => {
    if (filter.active !== null && active !== filter.active) return false;
    const said = wordsOf(`${username} ${name}`).words.join(' ');
    return wanted.words.every((word) => said.includes(word));
  });
  return filter.role === null && filter.unit === null ? named : heldThere(ctx, named, filter, day);
}

async function heldThere(
  ctx: Context,
  accounts: AccountRow[],
  { role, unit }: AccountFilter,
  day: Day,
): Promise<AccountRow[]> {
  const tree = await unitTree(ctx, day);
  const place = unit === null ? null : await unitOfToday(ctx, 'unit', unit);
  const ids = accounts.map(({ id }) => id);
  const grants = (await grantsOf(ctx.read, ids)).filter(({ to }) => to === null || compareDays(day, to) <= 0);
  const isThere = (id: number | null): boolean =>
    place === null || (id !== null && tree.isWithin(tree.liveUnitOf(id) ?? id, place));
  return accounts.filter(({ id, unitId }) => {
    const held = grants.filter(({ accountId }) => accountId === id);
    if (role === null) return isThere(unitId) || held.some((grant) => isThere(grant.unitId));
    return held.some((grant) => grant.role === role && isThere(grant.unitId));
  });
}

/** An account that the caller may see; null for any other, programs too. */
export async function visibleAccount(ctx: Context, id: string): Promise<AccountRow | null> {
  const units = asList(await reached(ctx, 'account.read'));
  const number = rowNumber(id);
  if (number === null) return null;
  const [found] = await accountsWithin(ctx.read, { units, day: today(ctx), id: number, programs: true });
  return found ?? null;
}

/** Whether the caller manages an account of somebody; asked once a request for all of them. */
export async function isManaged(ctx: Context, id: number): Promise<boolean> {
  const by = await managing(ctx);
  const managed = await ctx.once('managed accounts', async () => {
    const found = await accountsWithin(ctx.read, { units: asList(by.units), day: today(ctx) });
    const ids = found.map((account) => account.id);
    const longer = await outlasting(ctx.read, ctx, ids, by);
    return new Set(ids.filter((one) => !longer.has(one)));
  });
  return managed.has(id);
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

/**
 * Gives somebody else a password that they have to change, and ends all that the old one opened. FORBIDDEN to who took the
 * account's second factor away within 24 hours.
 */
export async function resetPassword(ctx: Context, id: string, password: string): Promise<AccountRow> {
  const account = await managedAccount(ctx.read, ctx, id, await managing(ctx));
  if (account.id === ctx.signedIn().id) throw new AppError('FORBIDDEN', 'account.own');
  checkNewPassword('password', password, [account.username, account.name]);
  const hash = await hashPassword(password);
  return changeAccount(ctx, id, 'resetPassword', async (tx, found) => {
    await refuseBothBySame(tx, ctx, found.id, 'SECOND_FACTOR_REMOVED');
    await resetPasswordHash(tx, found.id, hash);
    await deleteSessionsOf(tx, found.id);
    await forgetDevices(tx, found.id);
    auditAccount(tx, found, { what: 'PASSWORD_RESET' });
  });
}

/** Ends the sessions of somebody else, who may sign in again; how many there were. One's own are ended otherwise. */
export async function revokeSessionsOf(ctx: Context, id: string): Promise<number> {
  const by = await managing(ctx);
  return ctx.write('revokeAccountSessions', async (tx) => {
    await lockAccounts(tx);
    const account = await managedAccount(tx, ctx, id, by);
    if (account.id === ctx.signedIn().id) throw new AppError('FORBIDDEN', 'account.ownSessions');
    const count = await deleteSessionsOf(tx, account.id);
    const about = { kind: 'SESSION', id: null } as const;
    if (count > 0)
      tx.audit({ what: 'SESSION_ENDED', about, unitId: account.unitId, after: { account: account.id, count } });
    return count;
  });
}

/**
 * Takes somebody else's second factor away, and ends their sessions; who has none keeps what they have. FORBIDDEN to who gave
 * the account a password within 24 hours.
 */
export async function resetSecondFactor(ctx: Context, id: string): Promise<AccountRow> {
  const { id: number } = await managedAccount(ctx.read, ctx, id, await managing(ctx));
  if (number === ctx.signedIn().id) throw new AppError('FORBIDDEN', 'secondFactor.own');
  return changeAccount(ctx, id, 'resetSecondFactor', async (tx, account) => {
    await holdAccount(tx, account.id);
    if (!(await deleteFactor(tx, account.id))) return;
    await refuseBothBySame(tx, ctx, account.id, 'PASSWORD_RESET');
    await deleteSessionsOf(tx, account.id);
    await forgetDevices(tx, account.id);
    auditAccount(tx, account, { what: 'SECOND_FACTOR_REMOVED' });
  });
}

/** FORBIDDEN where the caller did the other half a short while ago: who does both signs in as somebody else. */
async function refuseBothBySame(
  tx: Writer,
  ctx: Context,
  account: number,
  other: 'PASSWORD_RESET' | 'SECOND_FACTOR_REMOVED',
): Promise<void> {
  const done = await didWithinADay(tx, { actor: ctx.signedIn().id, act: other, account });
  if (done) throw new AppError('FORBIDDEN', 'account.bothFactors');
}

/** Changes an account that the caller manages, one change at a time, and shows what it has become. */
export async function changeAccount(
  ctx: Context,
  id: string,
  purpose: string,
  change: (tx: Writer, account: AccountRow) => Promise<void>,
): Promise<AccountRow> {
  const by = await managing(ctx);
  const accountId = await ctx.write(purpose, async (tx) => {
    await lockAccounts(tx);
    const account = await managedAccount(tx, ctx, id, by);
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

/**
 * An account of somebody whose home and grants lie within; else what `beyondReach` says. FORBIDDEN where they may decide about
 * others for longer than the caller.
 */
export async function managedAccount(
  sql: Sql,
  ctx: Context,
  id: string,
  by: Managing,
  unknown: ErrorText = 'account.unknown',
): Promise<AccountRow> {
  const number = rowNumber(id);
  const query = { units: asList(by.units), day: today(ctx), id: number };
  const [found] = number === null ? [] : await accountsWithin(sql, query);
  if (!found) throw beyondReach('account.manage', by.units, unknown);
  if ((await outlasting(sql, ctx, [found.id], by)).size > 0) throw new AppError('FORBIDDEN', 'account.outlasts');
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

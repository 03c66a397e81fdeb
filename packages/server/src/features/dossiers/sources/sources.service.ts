import { randomUUID } from 'node:crypto';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { withClient, type Writer } from '../../../app/database.ts';
import { badInputs, conflict, type FieldProblem } from '../../../app/errors.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { lockAccounts } from '../../accounts/accounts.queries.ts';
import { auditGrant, rowNumber } from '../../accounts/door.service.ts';
import { endGrant, grantById, grantsOf, insertGrant } from '../../accounts/grants.queries.ts';
import { asList, beyondReach } from '../../accounts/managed-accounts.service.ts';
import { hashPassword } from '../../accounts/passwords.service.ts';
import { endsOf, need, reached } from '../../accounts/reach.service.ts';
import { nameKeyOf } from '../../accounts/sign-in.service.ts';
import { makeTokenOf, type MadeToken } from '../../accounts/tokens.service.ts';
import { today, unitInInput, unitTree } from '../../units/units.service.ts';
import {
  bestRankOf,
  endSource,
  endSourceSessions,
  insertSource,
  insertSourceAccount,
  renameSourceAccount,
  replaceUnits,
  saveLoginHash,
  sourcesWithin,
  sourceWithin,
  updateSource,
  type SourceFacts,
  type SourceRow,
} from './sources.queries.ts';

/** What one tells of a source to be set up or changed. */
export interface SourceDraft {
  id?: string | null | undefined;
  name: string;
  system?: string | null | undefined;
  units: readonly string[];
  loginName?: string | null | undefined;
  /** Not told: as it was. */
  password?: string | null | undefined;
  rank?: number | null | undefined;
  nineIsFinished?: boolean | null | undefined;
  enabled?: boolean | null | undefined;
  expectedVersion?: number | null | undefined;
}

const LONGEST = { name: 200, system: 200, loginName: 60 };
const PASSWORD = { least: 8, most: 200 };
const MOST_UNITS = 50;
const USUAL_RANK = 100;

/** The sources within the caller's reach, those that are believed most first. */
export async function listSources(ctx: Context): Promise<SourceRow[]> {
  return sourcesWithin(ctx.read, ctx.provinceId, asList(await reached(ctx, 'source.read')));
}

/** One of them; null where there is none within reach. */
export async function findSource(ctx: Context, id: string): Promise<SourceRow | null> {
  const within = asList(await reached(ctx, 'source.read'));
  const number = rowNumber(id);
  return number === null ? null : sourceWithin(ctx.read, ctx.provinceId, within, number);
}

/** Sets a source up, with an account of its own that may send for its units and no others, or changes one. */
export async function saveSource(ctx: Context, draft: SourceDraft): Promise<SourceRow> {
  const units = await unitsIn(ctx, draft.units);
  const home = await homeOf(ctx, units);
  await need(ctx, 'source.edit', [home, ...units]);
  const facts = factsIn(draft, home);
  const endOf = await endsOf(ctx, 'source.edit');
  const best = await bestRankAbove(ctx, home);
  const hash = draft.password ? await hashPassword(draft.password) : null;
  const change = async (tx: Writer, before: SourceRow | null): Promise<number> => {
    if (best !== null && facts.rank < best && facts.rank !== before?.rank)
      throw badInputs([{ path: 'input.rank', text: 'dossierSource.rankAbove', params: { rank: best } }]);
    const createdBy = ctx.signedIn().id;
    const account = { name: facts.name, unitId: home };
    const accountId =
      before?.accountId ??
      (await insertSourceAccount(tx, { ...account, username: `source:${randomUUID()}`, createdBy }));
    const id = before?.id ?? (await insertSource(tx, ctx.provinceId, { ...facts, accountId }));
    if (before) {
      await updateSource(tx, id, facts);
      await renameSourceAccount(tx, { id: accountId, ...account });
    }
    await replaceUnits(tx, id, units);
    await giveGrants(tx, { accountId, units, by: createdBy, day: today(ctx), endOf });
    if (hash !== null && facts.loginName !== null) await saveLoginHash(tx, id, hash);
    if (hash !== null || !facts.enabled || before?.loginName !== facts.loginName) await endSourceSessions(tx, id);
    tx.audit({
      what: 'DOSSIER_SOURCE_SAVED',
      about: { kind: 'DOSSIER_SOURCE', id },
      unitId: home,
      ...(before && { before: audited(before, before.unitIds) }),
      after: { ...audited(facts, units), ...(hash !== null && { secretChanged: true }) },
    });
    return id;
  };
  const id = draft.id
    ? await changeSource(ctx, draft.id, { purpose: 'saveDossierSource', version: draft.expectedVersion }, change)
    : await ctx.write('saveDossierSource', (tx) => change(tx, null));
  return required(ctx, id);
}

function audited(facts: Pick<SourceFacts, 'rank' | 'enabled' | 'nineIsFinished'>, units: readonly number[]) {
  const { rank, enabled, nineIsFinished } = facts;
  return { rank, enabled, nineIsFinished, units: units.length };
}

/** Gives the account of a source a grant for each of its units, no longer than the giver's own right, and takes others back. */
async function giveGrants(
  tx: Writer,
  {
    accountId,
    units,
    by,
    day,
    endOf,
  }: { accountId: number; units: readonly number[]; by: number; day: Day; endOf: (unit: number) => Day | null },
): Promise<void> {
  const held = await grantsOf(tx, [accountId]);
  for (const grant of held.filter(({ unitId, to }) => !units.includes(unitId) || (to !== null && to < day))) {
    await endGrant(tx, grant.id, by);
    auditGrant(tx, 'GRANT_REVOKED', grant);
  }
  for (const unitId of units) {
    const given = { accountId, role: 'INTEGRATION', unitId, from: null, to: endOf(unitId), source: 'HAND' } as const;
    const id = await insertGrant(tx, { ...given, delegatedFrom: null, grantedBy: by });
    const grant = id === null ? null : await grantById(tx, id);
    if (grant) auditGrant(tx, 'GRANT_GIVEN', grant);
  }
}

async function unitsIn(ctx: Context, codes: readonly string[]): Promise<number[]> {
  if (codes.length === 0) throw badInputs([{ path: 'input.units', text: 'dossierSource.empty', params: {} }]);
  if (codes.length > MOST_UNITS)
    throw badInputs([{ path: 'input.units', text: 'dossierSource.many', params: { most: MOST_UNITS } }]);
  const found = await Promise.all(
    codes.map((code, n) => unitInInput(ctx, `input.units.${n}`, code, { on: today(ctx) })),
  );
  return [...new Set(found.map(({ version }) => version.unitId))];
}

/**
 * The rank that whoever does not reach the province may not go beyond: that of the best source of the units above, seen or not. What is said from
 * below never goes before it. Null: there is none.
 */
async function bestRankAbove(ctx: Context, home: number): Promise<number | null> {
  if ((await reached(ctx, 'source.edit')) === 'ALL') return null;
  const above = (await unitTree(ctx, today(ctx))).lineOf(home).filter((id) => id !== home);
  return withClient(ctx.app.db, (sql) => bestRankOf(sql, ctx.provinceId, above), EVERYTHING);
}

/** The lowest unit that all of some stand below: who reaches it deals with the source. */
async function homeOf(ctx: Context, units: readonly number[]): Promise<number> {
  const tree = await unitTree(ctx, today(ctx));
  const [first = ctx.provinceId, ...rest] = units;
  return tree.lineOf(first).find((above) => rest.every((id) => tree.isWithin(id, above))) ?? ctx.provinceId;
}

function factsIn(draft: SourceDraft, unitId: number): SourceFacts {
  const text = (given: string | null | undefined) => given?.normalize('NFC').trim() ?? '';
  const name = text(draft.name);
  const system = text(draft.system) || null;
  const loginName = nameKeyOf(draft.loginName ?? '') || null;
  const rank = draft.rank ?? USUAL_RANK;
  const problems: FieldProblem[] = [];
  const tell = (field: string, problem: FieldProblem['text'], params = {}) =>
    problems.push({ path: `input.${field}`, text: problem, params });
  if (name === '') tell('name', 'dossierSource.empty');
  for (const [field, value] of Object.entries({ name, system, loginName }) as [keyof typeof LONGEST, string | null][])
    if ((value ?? '').length > LONGEST[field]) tell(field, 'dossierSource.long', { most: LONGEST[field] });
  if (rank < 1 || rank > 1000) tell('rank', 'dossierSource.rank');
  const { password } = draft;
  if (password && loginName === null) tell('loginName', 'dossierSource.empty');
  if (password && (password.length < PASSWORD.least || password.length > PASSWORD.most))
    tell('password', 'dossierSource.password', PASSWORD);
  if (problems.length > 0) throw badInputs(problems);
  const { nineIsFinished, enabled } = draft;
  return { unitId, name, system, loginName, rank, nineIsFinished: nineIsFinished ?? false, enabled: enabled ?? true };
}

/** Changes a source within the caller's reach; CONFLICT where somebody was faster. */
export async function changeSource<T>(
  ctx: Context,
  id: string,
  { purpose, version }: { purpose: string; version?: number | null | undefined },
  change: (tx: Writer, source: SourceRow) => Promise<T>,
): Promise<T> {
  const within = await reached(ctx, 'source.edit');
  return ctx.write(purpose, async (tx) => {
    await lockAccounts(tx);
    const number = rowNumber(id);
    const source = number === null ? null : await sourceWithin(tx, ctx.provinceId, asList(within), number, true);
    if (!source) throw beyondReach('source.edit', within, 'dossierSource.unknown');
    if (typeof version === 'number' && version !== source.version)
      throw conflict('dossierSource.version', { version: source.version }, { facts: { version: source.version } });
    return change(tx, source);
  });
}

async function required(ctx: Context, id: number): Promise<SourceRow> {
  const source = await sourceWithin(ctx.read, ctx.provinceId, null, id);
  if (!source) throw new Error('the source that was just written is gone');
  return source;
}

/** The source as it is after a change. */
export const sourceAfter = required;

/** Takes a source away: nothing signs in by it any more; what it brought stays. */
export async function removeSource(ctx: Context, id: string): Promise<void> {
  await changeSource(ctx, id, { purpose: 'removeDossierSource' }, async (tx, source) => {
    await endSource(tx, source, ctx.signedIn().id);
    await endSourceSessions(tx, source.id);
    tx.audit({
      what: 'DOSSIER_SOURCE_REMOVED',
      about: { kind: 'DOSSIER_SOURCE', id: source.id },
      unitId: source.unitId,
      before: audited(source, source.unitIds),
    });
  });
}

/** A token of a source's account, shown once: it goes as `Authorization: Bearer` to /ingest, or as the password at /lgsp/login. */
export async function makeSourceToken(ctx: Context, id: string, expiresOn: Day): Promise<MadeToken> {
  const endOf = await endsOf(ctx, 'source.edit');
  return changeSource(ctx, id, { purpose: 'makeSourceToken' }, (tx, { accountId, unitId }) =>
    makeTokenOf(tx, ctx, { accountId, unitId, expiresOn, own: endOf(unitId) }),
  );
}

import { isAbsolute, normalize } from 'node:path';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInputs, conflict, type FieldProblem } from '../../../app/errors.ts';
import { seal, sealingKey } from '../../../app/sealing.ts';
import { changeSource, sourceAfter } from '../sources/sources.service.ts';
import { endSourceSessions, type SourceMode, type SourceRow } from '../sources/sources.queries.ts';
import { wakeJobs } from './pull-jobs.ts';
import {
  askAgain,
  askNow,
  askStop,
  pullRow,
  savePull,
  saveSecret,
  type PullFacts,
  type PullRow,
} from './pull.queries.ts';
import { secretPlace } from './read-source.ts';

/** How a source is to be fetched from. */
export interface PullDraft {
  mode: SourceMode;
  address?: string | null | undefined;
  username?: string | null | undefined;
  /** Not told: as it was. */
  secret?: string | null | undefined;
  organisation?: string | null | undefined;
  hostKey?: string | null | undefined;
  from?: string | null | undefined;
  pageSize?: number | null | undefined;
  overlapMinutes?: number | null | undefined;
  everyMinutes?: number | null | undefined;
  wholeEveryDays?: number | null | undefined;
  wholeSaysGone?: boolean | null | undefined;
}

const LONGEST = { address: 2_000, username: 200, organisation: 100, secret: 10_000 };
const BOUNDS = {
  pageSize: [10, 5_000],
  overlapMinutes: [1, 60 * 24 * 31],
  everyMinutes: [5, 60 * 24 * 31],
  wholeEveryDays: [1, 366],
} as const;

/** Says how a source is fetched from, or that it sends itself again. What signs in there is sealed, and never shown. */
export async function setSourcePull(
  ctx: Context,
  id: string,
  draft: PullDraft,
  version: number | null,
): Promise<SourceRow> {
  const facts = factsIn(draft);
  const { secret } = draft;
  const number = await changeSource(ctx, id, { purpose: 'setSourcePull', version }, async (tx, source) => {
    const before = await rowOf(tx, source.id);
    const isElsewhere = before.mode !== facts.mode || before.address !== facts.address;
    // Another address must not be given what was meant for this one.
    const isKept = !isElsewhere && before.hasSecret;
    const needsSecret = facts.mode === 'PORTAL' || facts.mode === 'SFTP';
    if (needsSecret && !secret && !isKept)
      throw badInputs([
        { path: 'input.secret', text: before.hasSecret ? 'pull.secretAgain' : 'dossierSource.empty', params: {} },
      ]);
    await savePull(tx, source.id, facts, isElsewhere);
    if (needsSecret && secret)
      await saveSecret(tx, source.id, seal(await sealingKey(ctx.app.config), secret, secretPlace(source.id)));
    if (facts.mode !== 'PUSH') await endSourceSessions(tx, source.id);
    tx.audit({
      what: 'DOSSIER_SOURCE_PULL_SET',
      about: { kind: 'DOSSIER_SOURCE', id: source.id },
      unitId: source.unitId,
      before: audited(before),
      after: { ...audited(facts), ...(needsSecret && secret && { secretChanged: true }) },
    });
    return source.id;
  });
  await wakeJobs(ctx.app);
  return sourceAfter(ctx, number);
}

async function rowOf(tx: Writer, id: number): Promise<PullRow> {
  const row = await pullRow(tx, id);
  if (!row) throw new Error('the source that is being changed is gone');
  return row;
}

function audited({
  mode,
  address,
  everyMinutes,
  wholeEveryDays,
  settings,
}: Pick<PullRow, 'mode' | 'address' | 'everyMinutes' | 'wholeEveryDays' | 'settings'>) {
  const host = address !== null && URL.canParse(address) ? new URL(address).host : null;
  return {
    mode,
    ...(host !== null && { host }),
    everyMinutes,
    wholeEveryDays,
    wholeSaysGone: settings.wholeSaysGone ?? false,
  };
}

function factsIn(draft: PullDraft): PullFacts {
  const { mode } = draft;
  const text = (given: string | null | undefined) => given?.normalize('NFC').trim() || null;
  const problems: FieldProblem[] = [];
  const tell = (field: string, problem: FieldProblem['text'], params = {}) =>
    problems.push({ path: `input.${field}`, text: problem, params });
  const told = { address: text(draft.address), username: text(draft.username), organisation: text(draft.organisation) };
  for (const [field, value] of Object.entries({ ...told, secret: draft.secret ?? null }) as [
    keyof typeof LONGEST,
    string | null,
  ][])
    if ((value ?? '').length > LONGEST[field]) tell(field, 'dossierSource.long', { most: LONGEST[field] });
  for (const [field, [least, most]] of Object.entries(BOUNDS) as [keyof typeof BOUNDS, readonly [number, number]][]) {
    const value = draft[field];
    if (typeof value === 'number' && (value < least || value > most)) tell(field, 'pull.bounds', { least, most });
  }
  const wrongAddress = addressProblem(mode, told.address);
  if (wrongAddress) tell('address', wrongAddress);
  if ((mode === 'PORTAL' || mode === 'SFTP') && told.username === null) tell('username', 'dossierSource.empty');
  const hostKey = text(draft.hostKey);
  if (mode === 'SFTP' && !/^SHA256:[\w+/]{43}$/.test(hostKey ?? '')) tell('hostKey', 'pull.hostKey');
  if (problems.length > 0) throw badInputs(problems);
  if (mode === 'PUSH')
    return {
      mode,
      address: null,
      username: null,
      organisation: null,
      hostKey: null,
      settings: {},
      everyMinutes: null,
      wholeEveryDays: null,
    };
  const { from, pageSize, overlapMinutes, wholeEveryDays } = draft;
  const settings = {
    ...(mode === 'PORTAL' && {
      ...(from && { from }),
      pageSize: pageSize ?? 500,
      overlapMinutes: overlapMinutes ?? 120,
    }),
    ...(draft.wholeSaysGone && { wholeSaysGone: true }),
  };
  const isThere = mode === 'SFTP' || mode === 'PORTAL';
  return {
    mode,
    address: told.address,
    username: isThere ? told.username : null,
    organisation: mode === 'PORTAL' ? told.organisation : null,
    hostKey: mode === 'SFTP' ? hostKey : null,
    settings,
    everyMinutes: draft.everyMinutes ?? 60,
    wholeEveryDays: wholeEveryDays ?? null,
  };
}

/** What is wrong with an address; null where nothing is. */
function addressProblem(mode: SourceMode, address: string | null): FieldProblem['text'] | null {
  if (mode === 'PUSH') return null;
  if (address === null) return 'dossierSource.empty';
  if (mode === 'FOLDER') {
    const way = normalize(address);
    return isAbsolute(address) || way === '.' || way.startsWith('..') || address.includes('\0') ? 'pull.folder' : null;
  }
  const url = URL.canParse(address) ? new URL(address) : null;
  const wanted = mode === 'PORTAL' ? ['http:', 'https:'] : ['sftp:'];
  if (!url || !wanted.includes(url.protocol) || url.hostname === '')
    return mode === 'PORTAL' ? 'pull.portalAddress' : 'pull.sftpAddress';
  return url.username !== '' || url.password !== '' ? 'pull.addressSecret' : null;
}

/** Reads a source at once, whatever its schedule says and also while its breaker is open: whoever asks tries. */
export function runSource(ctx: Context, id: string): Promise<SourceRow> {
  return steer(ctx, id, 'DOSSIER_SOURCE_RUN_ASKED', {}, (tx, { id: number }) => askNow(tx, number, ctx.signedIn().id));
}

/** Ends the reading that is under way after the page that is being taken; what was taken stays. */
export function stopSource(ctx: Context, id: string): Promise<SourceRow> {
  return steer(ctx, id, 'DOSSIER_SOURCE_STOPPED', {}, (tx, { id: number }) => askStop(tx, number));
}

/** Reads a source again from a day on, or all of it; what is as it was changes nothing. */
export function replaySource(ctx: Context, id: string, from: string | null): Promise<SourceRow> {
  return steer(ctx, id, 'DOSSIER_SOURCE_REPLAYED', { from }, (tx, { id: number }) =>
    askAgain(tx, number, { from, by: ctx.signedIn().id }),
  );
}

type Steer = Parameters<typeof changeSource<void>>[3];

async function steer(
  ctx: Context,
  id: string,
  what: 'DOSSIER_SOURCE_RUN_ASKED' | 'DOSSIER_SOURCE_STOPPED' | 'DOSSIER_SOURCE_REPLAYED',
  after: { from?: string | null },
  change: Steer,
): Promise<SourceRow> {
  const number = await changeSource(ctx, id, { purpose: 'steer source' }, async (tx, source) => {
    if (source.mode === 'PUSH' || !source.enabled) throw conflict('pull.notFetched');
    await change(tx, source);
    tx.audit({ what, about: { kind: 'DOSSIER_SOURCE', id: source.id }, unitId: source.unitId, after });
    return source.id;
  });
  await wakeJobs(ctx.app);
  return sourceAfter(ctx, number);
}

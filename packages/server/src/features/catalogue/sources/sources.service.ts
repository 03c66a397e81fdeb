import type { App } from '../../../app/context.ts';
import type { Context } from '../../../app/context.ts';
import { badInputs, conflict, notFound, type FieldProblem } from '../../../app/errors.ts';
import { sealSecret } from './pull-source.ts';
import { beginPull, progressOf, type PullProgress } from './running-pulls.ts';
import {
  forgetItems,
  insertSource,
  removeSource,
  saveSecret,
  sourceById,
  sourcesOf,
  updateSource,
  type SourceFacts,
  type SourceRow,
} from './sources.queries.ts';

export interface SourceDraft extends SourceFacts {
  id?: string | null | undefined;
  /** What one signs in with there; not told: as it was. */
  secret?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}

/** A source as it is shown: never with what one signs in with. */
export interface ShownSource extends Omit<SourceRow, 'secret'> {
  hasSecret: boolean;
  running: PullProgress | null;
}

const LONGEST = { name: 200, url: 2_000, username: 200, organisation: 100, secret: 1_000 };
const LEAST_MINUTES = 15;
const MOST_MINUTES = 60 * 24 * 31;

export async function listSources(ctx: Context): Promise<ShownSource[]> {
  return (await sourcesOf(ctx.read, ctx.provinceId)).map((row) => shown(ctx.app, row));
}

function shown(app: App, { secret, ...row }: SourceRow): ShownSource {
  return { ...row, hasSecret: secret !== null, running: progressOf(app, row.id) };
}

async function required(ctx: Context, id: number): Promise<ShownSource> {
  const row = await sourceById(ctx.read, ctx.provinceId, id);
  if (!row) throw notFound('source.unknown');
  return shown(ctx.app, row);
}

const numberOf = (id: string): number => (/^\d{1,9}$/.test(id) ? Number(id) : 0);

/** Sets a source up, or changes one. What it signs in with is sealed, and never shown again. */
export async function saveSource(ctx: Context, draft: SourceDraft): Promise<ShownSource> {
  const { id: given, secret, expectedVersion, ...told } = draft;
  const facts = { ...told, name: told.name.normalize('NFC').trim(), url: told.url.trim() };
  const problems = problemsOf(facts, secret ?? null, given === null || given === undefined);
  if (problems.length > 0) throw badInputs(problems);
  const id = await ctx.write('saveCatalogueSource', async (tx) => {
    const before = given ? await sourceById(tx, ctx.provinceId, numberOf(given), true) : null;
    if (given && !before) throw notFound('source.unknown');
    if (before && typeof expectedVersion === 'number' && expectedVersion !== before.version)
      throw conflict('source.version', { version: before.version }, { facts: { version: before.version } });
    const number = before?.id ?? (await insertSource(tx, ctx.provinceId, facts));
    if (before) await updateSource(tx, number, facts);
    if (before && before.url !== facts.url) await forgetItems(tx, number);
    // Another address must not be given what was meant for this one.
    if (before && before.url !== facts.url && !secret)
      throw badInputs([{ path: 'input.secret', text: 'source.secretAgain', params: {} }]);
    if (secret) await saveSecret(tx, number, await sealSecret(ctx.app, number, secret));
    tx.audit({
      what: 'SOURCE_SAVED',
      about: { kind: 'SOURCE', id: String(number) },
      unitId: ctx.provinceId,
      ...(before && { before: audited(before) }),
      after: { ...audited(facts), ...(secret && { secretChanged: true }) },
    });
    return number;
  });
  return required(ctx, id);
}

function audited({ url, everyMinutes, enabled }: SourceFacts) {
  return { host: new URL(url).host, everyMinutes, enabled };
}

function problemsOf(facts: SourceFacts, secret: string | null, isNew: boolean): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tell = (field: string, text: FieldProblem['text'], params = {}) =>
    problems.push({ path: `input.${field}`, text, params });
  for (const field of ['name', 'username', 'organisation'] as const) {
    if (facts[field].trim() === '') tell(field, 'source.empty');
    if (facts[field].length > LONGEST[field]) tell(field, 'source.long', { most: LONGEST[field] });
  }
  const url = URL.canParse(facts.url) ? new URL(facts.url) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || facts.url.length > LONGEST.url) tell('url', 'source.url');
  else if (url.username !== '' || url.password !== '') tell('url', 'source.urlSecret');
  if (isNew && !secret) tell('secret', 'source.empty');
  if ((secret ?? '').length > LONGEST.secret) tell('secret', 'source.long', { most: LONGEST.secret });
  if (facts.everyMinutes < LEAST_MINUTES || facts.everyMinutes > MOST_MINUTES)
    tell('everyMinutes', 'source.every', { least: LEAST_MINUTES });
  return problems;
}

/** Takes a source away: it is asked no more, and what it signed in with is gone. */
export async function deleteSource(ctx: Context, id: string): Promise<void> {
  await ctx.write('deleteCatalogueSource', async (tx) => {
    const source = await sourceById(tx, ctx.provinceId, numberOf(id), true);
    if (!source) throw notFound('source.unknown');
    await removeSource(tx, source.id);
    await forgetItems(tx, source.id);
    tx.audit({
      what: 'SOURCE_REMOVED',
      about: { kind: 'SOURCE', id: String(source.id) },
      unitId: ctx.provinceId,
      before: audited(source),
    });
  });
}

/** Begins to read a source at once; CONFLICT while one is being read. */
export async function pullNow(ctx: Context, id: string): Promise<ShownSource> {
  const source = await required(ctx, numberOf(id));
  if (!(await beginPull(ctx.app, source.id))) throw conflict('source.busy');
  return required(ctx, source.id);
}

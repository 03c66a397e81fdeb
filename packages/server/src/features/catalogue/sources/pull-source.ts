import { createHash } from 'node:crypto';
import type { Row } from '@chi-tieu/shared/domain/row-problem';
import { THE_PROCESS } from '../../../app/audit/event.ts';
import type { App } from '../../../app/context.ts';
import { withClient, write, type Writer } from '../../../app/database.ts';
import { AppError } from '../../../app/errors.ts';
import { seal, sealingKey, unseal } from '../../../app/sealing.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { takePulled } from '../import/pulled-import.service.ts';
import { ASK_TIMES, NationalDatabase, type AskTimes } from './national-database.ts';
import { PullFailure } from './pull-failure.ts';
import {
  itemsOfSource,
  saveItems,
  savePulled,
  sourceById,
  type ItemRow,
  type PullOutcome,
  type SourceRow,
} from './sources.queries.ts';

export interface PullOptions {
  signal: AbortSignal;
  times?: AskTimes;
  /** Told how many details were fetched, of how many. */
  progress?: (done: number, of: number) => void;
}

/** So many details of what is neither new nor renamed are fetched again each time, the oldest first: other changes are not listed. */
const LOOKED_AT_AGAIN = 200;
const AT_ONCE = 4;
const FIRST_WAIT_MINUTES = 5;
const LONGEST_WAIT_MINUTES = 24 * 60;
/** A catalogue that shrinks to so small a part of what it was is a fault of the source. */
const LEAST_PART = 0.5;

/** Seals what one signs in with at a source, for this source alone. */
export async function sealSecret(app: Pick<App, 'config'>, sourceId: number, secret: string): Promise<Buffer> {
  return seal(await sealingKey(app.config), secret, `catalogue source ${sourceId}`);
}

/**
 * Reads one source: its list, then the details of what is new or renamed. What is read becomes an import; it applies itself where
 * nothing in it needs a person. A failure is noted with its reason, and tried again later each time. Never throws but for bugs.
 */
export async function pullSource(app: App, sourceId: number, options: PullOptions): Promise<PullOutcome | null> {
  const found = await withClient(app.db, async (sql) => {
    const source = await sourceById(sql, app.provinceId, sourceId);
    return source && { source, known: await itemsOfSource(sql, sourceId) };
  });
  if (!found) return null;
  try {
    const read = await readSource(app, found.source, found.known, options);
    return await keepPulled(app, found.source, read);
  } catch (error) {
    const known = failureOf(error);
    const failure = known ?? new PullFailure('BROKEN_OFF');
    const outcome = failedOutcome(found.source, failure);
    app.log.warn({ source: sourceId, result: failure.result, ...failure.params }, 'a source could not be read');
    await write(app.db, aboutPull(), (tx) => noteOutcome(tx, app.provinceId, sourceId, outcome));
    // A fault of our own is for whoever reads the log; the source waits for its next time as after any other.
    if (!known) throw error;
    return outcome;
  }
}

function failureOf(error: unknown): PullFailure | null {
  if (error instanceof PullFailure) return error;
  return error instanceof AppError && error.kind === 'CONFLICT' ? new PullFailure('BUSY_CATALOGUE') : null;
}

function failedOutcome(source: SourceRow, { result, params }: PullFailure): PullOutcome {
  const wait = Math.min(LONGEST_WAIT_MINUTES, FIRST_WAIT_MINUTES * 2 ** Math.min(source.failures, 12));
  const minutes = Math.min(wait, source.everyMinutes) * (0.75 + Math.random() / 2);
  return { result, params, importId: null, isFailure: true, minutes };
}

function aboutPull() {
  return { purpose: 'pull source', accountId: null, actor: THE_PROCESS, sight: EVERYTHING };
}

interface ReadSource {
  items: Row[];
  fetched: ItemRow[];
  listed: number;
  /** Procedures that the source would not tell of. */
  refused: number;
}

async function readSource(app: App, source: SourceRow, known: ItemRow[], options: PullOptions): Promise<ReadSource> {
  const { signal, times = ASK_TIMES, progress = () => undefined } = options;
  const secret = source.secret && unseal(await sealingKey(app.config), source.secret, `catalogue source ${source.id}`);
  if (secret === null) throw new PullFailure('KEY_LOST');
  const { url, username, organisation } = source;
  const own = new AbortController();
  const database = new NationalDatabase(
    { url, username, organisation, secret },
    AbortSignal.any([signal, own.signal]),
    times,
  );
  const list = await database.list();
  if (list.length === 0 || list.length < LEAST_PART * known.length)
    throw new PullFailure('EMPTY_LIST', { count: list.length });
  const wanted = wantedItems(list, known);
  let done = 0;
  progress(done, wanted.length);
  const told = await inTurns(wanted, AT_ONCE, own, async (item) => {
    const detail = await detailOf(database, codeOf(item));
    progress((done += 1), wanted.length);
    return detail instanceof PullFailure ? detail : { item, row: detail ?? item };
  });
  const refused = told.find((one) => one instanceof PullFailure);
  const given = told.flatMap((one) => (one instanceof PullFailure ? [] : [one]));
  if (refused && given.length === 0) throw refused;
  return {
    items: given.map(({ row }) => row),
    // What was refused is asked for again the next time.
    fetched: given.map(({ item }) => ({ code: codeOf(item), listedAs: listedAs(item) })),
    listed: list.length,
    refused: told.length - given.length,
  };
}

/** What the source says of one procedure; its refusal, where it refuses this one alone: the others are none the worse for it. */
async function detailOf(database: NationalDatabase, code: string): Promise<Row | PullFailure | null> {
  try {
    return await database.detail(code);
  } catch (error) {
    if (error instanceof PullFailure && error.result === 'REFUSED') return error;
    throw error;
  }
}

function codeOf(item: Row): string {
  return String(item['MATTHC']).trim();
}

function listedAs(item: Row): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('base64url');
}

/** What is new or listed otherwise than before, and the oldest of the rest. */
function wantedItems(list: readonly Row[], known: readonly ItemRow[]): Row[] {
  const before = new Map(known.map(({ code, listedAs: text }) => [code, text]));
  const fresh = list.filter((item) => before.get(codeOf(item)) !== listedAs(item));
  const byCode = new Map(list.map((item) => [codeOf(item), item]));
  const isFresh = new Set(fresh);
  const old = known
    .map(({ code }) => byCode.get(code))
    .filter((item) => item !== undefined)
    .filter((item) => !isFresh.has(item))
    .slice(0, LOOKED_AT_AGAIN);
  return [...fresh, ...old];
}

/** So many at a time, the answers in the order of the questions. The first that fails ends it: `own` breaks the others off. */
async function inTurns<T, R>(
  all: readonly T[],
  most: number,
  own: AbortController,
  use: (one: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const walk = async () => {
    while (next < all.length && failures.length === 0) {
      const at = next;
      next += 1;
      answers[at] = await use(all[at] as T);
    }
  };
  const walks = Array.from({ length: Math.min(most, all.length) }, () =>
    walk().catch((error: unknown) => {
      failures.push(error);
      own.abort();
    }),
  );
  await Promise.all(walks);
  if (failures.length > 0) throw failures[0];
  return answers;
}

async function keepPulled(
  app: App,
  source: SourceRow,
  { items, fetched, listed, refused }: ReadSource,
): Promise<PullOutcome> {
  return write(app.db, aboutPull(), async (tx) => {
    // Saved or removed meanwhile: what was read is of another address.
    const now = await sourceById(tx, app.provinceId, source.id, true);
    if (now?.version !== source.version) throw new PullFailure('BROKEN_OFF');
    const taken =
      items.length > 0 ? await takePulled(tx, app.provinceId, { items, name: source.name, sourceId: source.id }) : null;
    await saveItems(tx, source.id, fetched);
    const result = taken === null || taken.hasNothing ? 'NOTHING_NEW' : taken.isApplied ? 'APPLIED' : 'WAITING';
    const params = {
      listed,
      ...(refused > 0 && { refused }),
      ...(taken && { created: taken.created, updated: taken.updated, left: taken.left }),
    };
    const minutes = source.everyMinutes;
    const outcome = { result, params, importId: taken?.importId ?? null, isFailure: false, minutes } as const;
    await noteOutcome(tx, app.provinceId, source.id, outcome);
    return outcome;
  });
}

async function noteOutcome(tx: Writer, provinceId: number, sourceId: number, outcome: PullOutcome): Promise<void> {
  await savePulled(tx, sourceId, outcome);
  tx.audit({
    what: 'SOURCE_PULLED',
    about: { kind: 'SOURCE', id: String(sourceId) },
    unitId: provinceId,
    after: { result: outcome.result, ...outcome.params },
  });
}

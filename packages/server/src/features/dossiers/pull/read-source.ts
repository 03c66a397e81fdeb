import { setTimeout as sleep } from 'node:timers/promises';
import { minutesAfter, OPENS_AFTER } from '@chi-tieu/shared/domain/breaker';
import { THE_PROCESS } from '../../../app/audit/event.ts';
import type { App } from '../../../app/context.ts';
import { withClient, write } from '../../../app/database.ts';
import { AppError } from '../../../app/errors.ts';
import { sealingKey, unseal } from '../../../app/sealing.ts';
import type { Sql } from '../../../app/sql.ts';
import { isAway } from '../../../app/unavailable.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { CONNECTORS, rootOf, timesOf } from './connectors.ts';
import type { Access } from './connector.ts';
import {
  askedAnew,
  endReadingLock,
  filesOf,
  isBeginning,
  isWholeBroken,
  moveCursor,
  pullSource,
  type PullSource,
  saveEnd,
  tryReadingLock,
  wishOf,
} from './pull.queries.ts';
import { ReadingFailure, type RunParams, type RunResult } from './reading-failure.ts';
import { beginRun, brokenRun, endRun, hasBroughtEver, heldOfRun, openRun, type RunRow } from './runs.queries.ts';
import { Overtaken, takePage, type Reading } from './take-page.ts';
import { concludeGone } from './whole-ends.ts';

/** What became of it: nothing was due, another server reads it, its time was over before it ended, or it ended. */
export type Read = 'NONE' | 'BUSY' | 'MORE' | 'ENDED';

export interface ReadOptions {
  /** The process ends: what is not committed is rolled back, and gone on with by whoever comes next. */
  signal: AbortSignal;
  /** So long it goes on at a time: others have their turn. */
  sliceMs?: number;
  /** So often is looked whether somebody wants it to end. */
  lookEveryMs?: number;
}

const SLICE_MS = 5 * 60_000;
const LOOK_EVERY_MS = 2_000;

/** What a secret of a source is sealed for: moved to another one it does not open. */
export const secretPlace = (sourceId: number): string => `dossier source ${sourceId}`;

/**
 * Reads a source on from where it stands, if it is due. One server at a time does: the lock ends with the connection, so whoever dies
 * leaves it to the next, who goes on from the cursor that was committed with the last page.
 */
export async function readSource(app: App, sourceId: number, options: ReadOptions): Promise<Read> {
  return withClient(app.db, async (sql) => {
    if (!(await tryReadingLock(sql, sourceId))) return 'BUSY';
    try {
      return await readOn(app, sourceId, options);
    } finally {
      await endReadingLock(sql, sourceId);
    }
  });
}

async function readOn(app: App, sourceId: number, options: ReadOptions): Promise<Read> {
  const opened = await withClient(app.db, (sql) => open(sql, app, sourceId), EVERYTHING);
  if (!opened) return 'NONE';
  const wish = new AbortController();
  const watching = watch(app, opened.source, wish, options.lookEveryMs ?? LOOK_EVERY_MS);
  const until = performance.now() + (options.sliceMs ?? SLICE_MS);
  const reading: Reading = {
    app,
    ...opened,
    signal: AbortSignal.any([options.signal, wish.signal]),
    isOver: () => performance.now() >= until,
    hasMoved: false,
  };
  try {
    const isThrough = await patiently(reading);
    if (!isThrough) return 'MORE';
    await end(reading, null, await concludeGone(reading));
  } catch (error) {
    // It goes on with the next server, or once the database is back.
    if (options.signal.aborted) return 'MORE';
    if (isAway(error)) throw error;
    await end(reading, outcomeOf(app, reading, error, wish.signal));
  } finally {
    clearInterval(watching);
  }
  return 'ENDED';
}

interface Opened {
  source: PullSource;
  run: RunRow;
  files: Access['files'];
}

/** What is due, and its reading: the one that was left, or a new one. */
async function open(sql: Sql, app: App, sourceId: number): Promise<Opened | null> {
  const found = await pullSource(sql, app.provinceId, sourceId);
  if (!found?.isDue) return null;
  const left = await openRun(sql, sourceId);
  const goesOn = !left && found.isWholeDue && (await isWholeBroken(sql, found));
  const source = !left && found.isWholeDue && found.cursor && !goesOn ? await askedAnew(sql, found) : found;
  const whole = goesOn || source.cursor === null;
  const hasFiles = source.mode === 'FOLDER' || source.mode === 'SFTP';
  const run = left ?? (await begin(sql, source, { whole, hasFiles }));
  return { source, run, files: hasFiles ? await filesOf(sql, sourceId) : [] };
}

/** Begins a reading, or goes on with what was broken off. Files that are read again are read from the newest on. */
async function begin(
  sql: Sql,
  source: PullSource,
  { whole, hasFiles }: { whole: boolean; hasFiles: boolean },
): Promise<RunRow> {
  const broken = await brokenRun(sql, source);
  const isAgain = hasFiles && isBeginning(source.cursor) && (await hasBroughtEver(sql, source.id));
  const newestFirst = broken?.newestFirst ?? isAgain;
  return beginRun(sql, source.id, { whole, by: source.askedBy, goesOnWith: broken?.firstRun ?? null, newestFirst });
}

/** Looks now and then whether the source is still as it was, and whether somebody wants the reading to end. */
function watch(app: App, source: PullSource, wish: AbortController, everyMs: number): NodeJS.Timeout {
  return setInterval(() => {
    void withClient(app.db, (sql) => wishOf(sql, source.id), EVERYTHING).then(
      (row) => {
        if (row?.version !== source.version) wish.abort('CHANGED');
        else if (row.stopAsked) wish.abort('STOPPED');
      },
      () => undefined,
    );
  }, everyMs).unref();
}

/** Reads on; what may pass is tried again from the last page that was taken, later each time. False where its time is over. */
async function patiently(reading: Reading): Promise<boolean> {
  const { tries, firstWaitMs } = timesOf(reading.app);
  for (let tried = 1; ; tried += 1) {
    const before = reading.source.cursorVersion;
    try {
      return await pages(reading);
    } catch (error) {
      if (reading.source.cursorVersion !== before) tried = 1;
      if (!(error instanceof ReadingFailure) || !error.mayPass || tried >= tries) throw error;
      const most = firstWaitMs * 2 ** (tried - 1);
      await sleep(most / 2 + (Math.random() * most) / 2, undefined, { signal: reading.signal });
    }
  }
}

async function pages(reading: Reading): Promise<boolean> {
  const { app, source, run, files, signal } = reading;
  const connector = source.mode === 'PUSH' ? null : CONNECTORS[source.mode];
  if (!connector) throw new ReadingFailure('BROKEN_OFF');
  const access: Access = {
    source,
    secret: await secretOf(app, source),
    times: timesOf(app),
    files,
    newestFirst: run.newestFirst,
    root: rootOf(app),
    privateHosts: app.config.pullPrivateHosts,
  };
  for await (const page of connector(access, source.cursor, signal)) {
    await takePage(reading, page);
    signal.throwIfAborted();
    if (reading.isOver()) return false;
  }
  return true;
}

async function secretOf(app: App, { id, secret }: PullSource): Promise<string> {
  if (secret === null) return '';
  const text = unseal(await sealingKey(app.config), secret, secretPlace(id));
  if (text === null) throw new ReadingFailure('KEY_LOST');
  return text;
}

interface Outcome {
  result: RunResult;
  params: RunParams;
}

/** What an error means for the source. A fault of our own is for whoever reads the log. */
function outcomeOf(app: App, { source }: Reading, error: unknown, wish: AbortSignal): Outcome {
  if (wish.aborted) return { result: wish.reason === 'STOPPED' ? 'STOPPED' : 'CHANGED', params: {} };
  if (error instanceof Overtaken) return { result: 'CHANGED', params: {} };
  if (error instanceof ReadingFailure) return { result: error.result, params: error.params };
  if (error instanceof AppError && ['CONFLICT', 'UNAVAILABLE'].includes(error.kind))
    return { result: 'BUSY', params: {} };
  app.log.error({ err: error, source: source.id }, 'a source could not be read');
  return { result: 'FAULT', params: {} };
}

const USUAL_MINUTES = 60;

/** Ends the reading, and says when the source is asked next. */
async function end(reading: Reading, failed: Outcome | null, told: RunParams = {}): Promise<void> {
  const { app, source } = reading;
  const isWish = failed?.result === 'STOPPED' || failed?.result === 'CHANGED';
  const isFailure = failed !== null && !isWish;
  // A line that breaks while it brings something is none that is down.
  const before = reading.hasMoved && failed?.result === 'UNREACHABLE' ? 0 : source.failures;
  const failures = isFailure ? before + 1 : isWish ? source.failures : 0;
  const minutes = isFailure ? minutesAfter(failures, Math.random()) : (source.everyMinutes ?? USUAL_MINUTES);
  const keep = async (sql: Sql): Promise<RunRow | null> => {
    if (failed?.result === 'ENDLESS') await forgetPlace(sql, source);
    const now = await openRun(sql, source.id);
    const { result, params } = failed ?? goodOutcome(now, { ...told, ...(now && (await heldOfRun(sql, now.id))) });
    const isWhole = failed === null && reading.run.whole;
    await saveEnd(sql, source, { result, params, failures, minutes, isWhole, isOpen: failures >= OPENS_AFTER });
    return now && endRun(sql, now, result, params);
  };
  if (isFailure) app.log.warn({ source: source.id, ...failed, failures }, 'a source could not be read');
  const isNews = failed ? isWish || failures === 1 || failures === OPENS_AFTER : await hasBrought(app, source.id);
  if (!isNews) {
    await withClient(app.db, keep, EVERYTHING);
    return;
  }
  await write(
    app.db,
    { purpose: 'read source', accountId: null, actor: THE_PROCESS, sight: EVERYTHING },
    async (tx) => {
      const run = await keep(tx);
      if (!run) return;
      const { result, whole, pages: read, received, created, updated, rejected } = run;
      tx.audit({
        what: 'DOSSIER_SOURCE_READ',
        about: { kind: 'DOSSIER_SOURCE', id: source.id },
        unitId: source.unitId,
        after: { result, whole, pages: read, received, created, updated, rejected, ...(isFailure && { failures }) },
      });
    },
  );
}

function goodOutcome(run: RunRow | null, told: RunParams): Outcome {
  const { received = 0, refused = 0, missing = 0 } = run ?? {};
  return {
    result: received > 0 || refused > 0 ? 'DONE' : 'NOTHING_NEW',
    params: { ...(refused > 0 && { refused }), ...(missing > 0 && { missing }), ...told },
  };
}

async function hasBrought(app: App, sourceId: number): Promise<boolean> {
  const run = await withClient(app.db, (sql) => openRun(sql, sourceId), EVERYTHING);
  return (run?.created ?? 0) + (run?.updated ?? 0) + (run?.rejected ?? 0) + (run?.refused ?? 0) > 0;
}

/** Whoever answers without an end is read anew from the beginning of the stretch, not on from the page where we gave up. */
async function forgetPlace(sql: Sql, source: PullSource): Promise<void> {
  const { high, from } = source.cursor ?? {};
  const cursor = high !== undefined ? { high } : from !== undefined ? { from } : null;
  if (await moveCursor(sql, source, cursor)) source.cursorVersion += 1;
}

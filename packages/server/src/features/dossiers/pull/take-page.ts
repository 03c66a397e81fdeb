import { UnreadableBody } from '../../../app/body/json-rows.ts';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { metricsOf } from '../../../app/metrics.ts';
import type { Sql } from '../../../app/sql.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';
import { isUnreadable, LIMITS } from '../ingest/ingest.routes.ts';
import { ingestRows } from '../ingest/ingest.service.ts';
import { atMostRows } from '../../../app/body/limits.ts';
import { noteContact } from '../sources/doors.queries.ts';
import type { Access, Page } from './connector.ts';
import { placeOfFile } from './file-pages.ts';
import { moveCursor, saveFile, type PullSource } from './pull.queries.ts';
import type { ReadPlace } from './read-codes.queries.ts';
import { FileChanging, ReadingFailure } from './reading-failure.ts';
import { addToRun, type RunRow, type Step } from './runs.queries.ts';

/** Somebody moved the cursor: what was read is of another reading than theirs, and is not taken. */
export class Overtaken extends Error {}

/** A reading under way. The source's cursor and its version are what was committed last. */
export interface Reading {
  app: App;
  source: PullSource;
  run: RunRow;
  files: Access['files'];
  signal: AbortSignal;
  /** Whether its time is over. */
  isOver: () => boolean;
  /** Whether anything was taken. */
  hasMoved: boolean;
}

/**
 * Takes a page in: its dossiers by the ordinary road, and with them, in one transaction, the cursor, the file that it is of and the count of
 * the reading. A file that cannot be read is noted and holds nothing up; one that changes meanwhile is left for the next time, and until
 * then nobody can tell what is in it.
 */
export async function takePage(reading: Reading, page: Page): Promise<void> {
  const { app, source } = reading;
  if (!page.rows) {
    const step = { place: page.name, missing: page.missing ?? 0, unsure: page.isUnsure ? 1 : 0 };
    const note = async (sql: Sql) => {
      await move(sql, reading, page, step);
      if (page.file) await saveFile(sql, source.id, page.file, { checksum: page.checksum() });
    };
    await withClient(app.db, note, EVERYTHING);
  } else {
    try {
      await takeRows(reading, page, page.rows);
    } catch (error) {
      if (error instanceof FileChanging) return noteChanging(reading, page);
      if (!page.file || reading.signal.aborted || !isUnreadable(error)) throw error;
      await refuseFile(reading, page, error);
    }
  }
  source.cursor = page.cursor;
  source.cursorVersion += 1;
  reading.hasMoved = true;
}

async function takeRows(reading: Reading, page: Page, rows: NonNullable<Page['rows']>): Promise<void> {
  const { app, source, run, signal } = reading;
  const askAgain = async () => {
    const reach = await reachOfAccount(app, source.accountId);
    if (!reach.holds('dossier.import')) throw new ReadingFailure('NO_GRANT');
    return reach.within('dossier.import');
  };
  const limited = atMostRows(rows, LIMITS.DOSSIERS.rows, null);
  const receipt = await ingestRows(
    {
      db: app.db,
      provinceId: app.provinceId,
      accountId: source.accountId,
      actor: { kind: 'PROGRAM', id: source.accountId, name: source.name, address: null, requestId: null },
      kind: 'DOSSIERS',
      name: page.name,
      mediaType: page.mediaType,
      within: await askAgain(),
      askAgain,
      sourceId: source.id,
      reading: run.firstRun,
      codes: placeOfPage(reading, page),
      bytes: page.bytes,
      checksum: page.checksum,
      signal,
      alongside: async (tx, { batch, came, unnamed, received, created, updated, unchanged, rejected }) => {
        const counts = { received: came, created, updated, unchanged, rejected };
        const unsure = (page.isUnsure ? 1 : 0) + unnamed;
        await move(tx, reading, page, { place: page.name, counts, batch, missing: page.missing ?? 0, unsure });
        if (page.file) await saveFile(tx, source.id, page.file, { checksum: page.checksum() });
        await noteContact(tx, source.id, received > rejected);
      },
    },
    app.room ? app.room.whileThereIsRoom(limited) : limited,
  );
  metricsOf(app).countRows(receipt);
}

/** Where the codes of a page are noted: where files are read from the newest on, and where the end of the whole says what is gone. */
function placeOfPage({ source, run }: Reading, { file }: Page): ReadPlace | null {
  const isAsked = run.newestFirst || (source.settings.wholeSaysGone ?? false);
  return isAsked ? { sourceId: source.id, reading: run.firstRun, place: file ? placeOfFile(file) : '' } : null;
}

async function noteChanging({ app, run }: Reading, { name }: Page): Promise<void> {
  await withClient(app.db, (sql) => addToRun(sql, run.id, { place: name, unsure: 1 }), EVERYTHING);
}

async function refuseFile(reading: Reading, page: Page, error: unknown): Promise<void> {
  const { app, source } = reading;
  const problem = error instanceof UnreadableBody ? error.text : 'ingest.body';
  await withClient(
    app.db,
    async (sql) => {
      await move(sql, reading, page, { place: page.name, refused: 1 });
      if (page.file) await saveFile(sql, source.id, page.file, { problem });
    },
    EVERYTHING,
  );
}

async function move(sql: Sql, { source, run }: Reading, page: Page, step: Step): Promise<void> {
  if (!(await moveCursor(sql, source, page.cursor))) throw new Overtaken();
  await addToRun(sql, run.id, step);
}

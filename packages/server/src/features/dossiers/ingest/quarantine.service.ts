import type { Within } from '@chi-tieu/shared/domain/access/reach';
import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, notFound } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { Turnstile } from '../../../app/turnstile.ts';
import { boundsOf, forbidden, needAnywhere, reached, reachOfCaller } from '../../accounts/reach.service.ts';
import { closeOutdated } from '../../catalogue/bad-procedures.queries.ts';
import { retakeProcedures } from '../../catalogue/retake-procedures.service.ts';
import { batchById } from './batches.service.ts';
import { retakeDossiers, type BatchOptions } from './ingest.service.ts';
import type { Merged } from './merge.queries.ts';
import {
  countOpenRows,
  discardNamedRows,
  discardRows,
  openRow,
  openRows,
  retryGroups,
  rowsToRetry,
  type Portion,
  type QuarantineRow,
  type RetryGroup,
  type RowsWithin,
  type WhichRows,
} from './quarantine.queries.ts';
import type { StagedRow } from './stage.ts';

/** Open rows of a batch, of a cause (or all) that the caller may read, oldest first. */
export async function listQuarantine(
  ctx: Context,
  which: WhichRows,
  page: Page<string>,
): Promise<Connection<QuarantineRow>> {
  const within = await rowsWithin(ctx, 'quarantine.read');
  if (which.batch !== null) await checkBatch(ctx, which.batch);
  const rows = await openRows(ctx.read, ctx.provinceId, within, which, page);
  return connect(
    rows,
    page,
    (row) => row.id,
    () => countOpenRows(ctx.read, ctx.provinceId, within, which),
  );
}

/** The rows that the caller reaches by a right; those of the catalogue are for who edits it, or reaches everything. */
export async function rowsWithin(ctx: Context, right: 'quarantine.read' | 'quarantine.mend'): Promise<RowsWithin> {
  const units = await reached(ctx, right);
  const edits = (await reachOfCaller(ctx)).holds('catalogue.edit');
  return { units: units === 'ALL' ? null : [...units], procedures: units === 'ALL' || edits };
}

async function checkBatch(ctx: Context, batch: string): Promise<void> {
  if (!(await batchById(ctx, batch))) throw notFound('batch.unknown', { id: batch.slice(0, 60) });
}

/** One at a time, and without a connection while they wait: each holds the dossier lock from its beginning. */
export const triesAgain = new Turnstile(1);

/** So many rows are tried in one transaction; between two of them whoever waits for the dossier lock gets it. */
export const PORTION = { rows: 10_000 };

const MOST_NOTES = 1_000;

const NOTHING: Merged = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, loose: [] };

function sumOf(a: Merged, b: Merged): Merged {
  return {
    received: a.received + b.received,
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
    loose: [...a.loose, ...b.loose].slice(0, MOST_NOTES),
  };
}

/**
 * Tries open rows again, after an alias or a procedure was added: those of the catalogue first, dossiers may wait for them. Rows
 * made for demonstration stay so, in batches of their own. What was tried stays tried where it is broken off.
 */
export async function retryQuarantined(ctx: Context, batch: string | null): Promise<Merged> {
  const tried = await triedWithin(ctx);
  if (batch !== null) await checkBatch(ctx, batch);
  await ctx.close();
  return triesAgain.pass(async () => {
    let sum = NOTHING;
    for (const group of await retryGroups(ctx.read, ctx.provinceId, tried.rows, batch)) {
      let next: string | null = '0';
      while (next !== null) {
        const done: Retried = await retryBehind(ctx, {
          tried,
          batch,
          group: { ...group, after: next, most: PORTION.rows },
        });
        sum = sumOf(sum, done.merged);
        next = done.next;
      }
    }
    await ctx.close();
    return sum;
  });
}

/** Which rows the caller tries again, and for which units they may be taken. */
export interface Tried {
  rows: RowsWithin;
  within: Within;
}

/** Who mends nothing but edits the catalogue tries its rows. */
export async function triedWithin(ctx: Context): Promise<Tried> {
  const rows = await rowsWithin(ctx, 'quarantine.mend');
  if (!rows.procedures) await needAnywhere(ctx, 'quarantine.mend');
  const holds = (await reachOfCaller(ctx)).holds('quarantine.mend');
  return { rows, within: holds ? await boundsOf(ctx, 'quarantine.mend') : { units: [], place: 0 } };
}

/** Rows of a group that are tried together, by whom. */
interface Asked {
  tried: Tried;
  batch: string | null;
  group: RetryGroup & Portion;
}

/** What became of a portion, and behind which row the next one begins; null: there is none. */
interface Retried {
  merged: Merged;
  next: string | null;
}

function retryBehind(ctx: Context, asked: Asked): Promise<Retried> {
  return ctx.write('retryQuarantined', (tx) => retryPortion(tx, ctx.provinceId, asked), { books: true });
}

async function retryPortion(tx: Writer, provinceId: number, { tried, batch, group }: Asked): Promise<Retried> {
  const { rows: mine, within } = tried;
  await lockDossiers(tx);
  if (group.isProcedure) await closeOutdated(tx, provinceId);
  const seen = { last: group.after };
  const rows = noting(rowsToRetry(tx, provinceId, mine, batch, group), seen);
  const merged = group.isProcedure
    ? { loose: [], ...(await retakeProcedures(tx, provinceId, group.made, rows)) }
    : await retakeDossiers(tx, batchOptions(provinceId, within, 'RETRY', group), numbered(rows));
  const { received, rejected } = merged;
  const about = { kind: 'BATCH', id: batch } as const;
  if (received > 0 || group.after === '0')
    tx.audit({ what: 'ROWS_RETRIED', about, unitId: within?.place || provinceId, after: { received, rejected } });
  return { merged, next: received < group.most ? null : seen.last };
}

async function* noting(pages: AsyncIterable<QuarantineRow[]>, seen: { last: string }): AsyncGenerator<QuarantineRow[]> {
  for await (const rows of pages) {
    seen.last = rows.at(-1)?.id ?? seen.last;
    yield rows;
  }
}

/** Rows of several files: the lines that they were there would not tell them apart. */
async function* numbered(pages: AsyncIterable<QuarantineRow[]>): AsyncGenerator<StagedRow[]> {
  let count = 0;
  for await (const rows of pages)
    yield rows.map(({ id, fields }) => ({ row: (count += 1), raw: fields, quarantineId: id }));
}

/** Mends one open row with the field names of the body and takes it again. */
export async function mendQuarantined(ctx: Context, id: string, fields: unknown): Promise<Merged> {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw badInput('fields', 'quarantine.fields');
  const tried = await triedWithin(ctx);
  await ctx.close();
  return triesAgain.pass(() =>
    ctx.write('mendQuarantined', (tx) => mendRow(tx, ctx.provinceId, tried, id, fields as Record<string, unknown>), {
      books: true,
    }),
  );
}

/** The fields are read under the lock: what somebody else mended of the row meanwhile stays mended. */
async function mendRow(
  tx: Writer,
  provinceId: number,
  { rows, within }: Tried,
  id: string,
  fields: Record<string, unknown>,
): Promise<Merged> {
  await lockDossiers(tx);
  const isId = /^\d{1,18}$/.test(id);
  if (isId) await closeOutdated(tx, provinceId, id);
  const row = isId ? await openRow(tx, provinceId, rows, id) : null;
  // Ids can be counted: who does not reach everything is not told which of them there are.
  if (!row && rows.units !== null) throw forbidden('quarantine.mend');
  if (!row) throw notFound('quarantine.unknown', { id: id.slice(0, 30) });
  const mended = { ...row.fields, ...fields };
  tx.audit({ what: 'ROW_MENDED', about: { kind: 'ROW', id: row.id }, unitId: within?.place || provinceId });
  return row.isProcedure
    ? { loose: [], ...(await retakeProcedures(tx, provinceId, row.made, once([{ id: row.id, fields: mended }]))) }
    : retakeDossiers(
        tx,
        batchOptions(provinceId, within, 'MEND', row),
        once([{ row: 1, raw: mended, quarantineId: row.id }]),
      );
}

async function* once<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}

export function batchOptions(
  provinceId: number,
  within: Within,
  kind: 'RETRY' | 'MEND',
  { made, sourceId }: Pick<QuarantineRow, 'made' | 'sourceId'>,
): BatchOptions {
  return { provinceId, within, kind, name: null, mediaType: null, made, sourceId };
}

/**
 * Puts the open rows of a batch aside that nobody will mend; how many they were. FORBIDDEN unless the caller may mend whatever was
 * kept of the batch.
 */
export async function discardQuarantined(ctx: Context, batch: string): Promise<number> {
  const { rows, within } = await triedWithin(ctx);
  const found = await batchById(ctx, batch);
  if (!found && rows.units !== null) throw forbidden('quarantine.mend');
  if (!found) throw notFound('batch.unknown', { id: batch.slice(0, 60) });
  return ctx.write('discardQuarantined', async (tx) => {
    await lockDossiers(tx);
    const { discarded, reached: mine, kept } = await discardRows(tx, ctx.provinceId, rows, found.id);
    if (mine < kept || (mine === 0 && rows.units !== null)) throw forbidden('quarantine.mend');
    const about = { kind: 'BATCH', id: found.id } as const;
    if (discarded > 0)
      tx.audit({ what: 'ROWS_DISCARDED', about, unitId: within?.place || ctx.provinceId, after: { count: discarded } });
    return discarded;
  });
}

const MOST_AT_ONCE = 500;

/**
 * Puts single rows aside that nobody will mend, at most 500 at a time; how many of them were still open. FORBIDDEN unless the caller
 * may mend all of them; NOT_FOUND, for who reaches everything, where one of them is not there.
 */
export async function discardRowsNamed(ctx: Context, named: readonly string[]): Promise<number> {
  if (named.length > MOST_AT_ONCE) throw badInput('rows', 'input.tooMany', { most: MOST_AT_ONCE });
  const { rows, within } = await triedWithin(ctx);
  const ids = [...new Set(named)];
  const absent = (id: string) =>
    rows.units === null ? notFound('quarantine.unknown', { id: id.slice(0, 30) }) : forbidden('quarantine.mend');
  const odd = ids.find((id) => !/^\d{1,18}$/.test(id));
  if (odd !== undefined) throw absent(odd);
  return ctx.write('discardQuarantined', async (tx) => {
    await lockDossiers(tx);
    const { discarded, reached: mine, kept } = await discardNamedRows(tx, ctx.provinceId, rows, ids);
    if (mine < kept) throw absent('');
    const about = { kind: 'BATCH', id: null } as const;
    if (discarded > 0)
      tx.audit({
        what: 'CHOSEN_ROWS_DISCARDED',
        about,
        unitId: within?.place || ctx.provinceId,
        after: { count: discarded },
      });
    return discarded;
  });
}

import { randomUUID } from 'node:crypto';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { conflict, notFound } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { forbidden, reached } from '../../accounts/reach.service.ts';
import { closeOutdated } from '../../catalogue/bad-procedures.queries.ts';
import { retakeProcedures } from '../../catalogue/retake-procedures.service.ts';
import { bookedByYear, type YearDelta } from '../../rates/foreseen.queries.ts';
import { isBatchId } from '../ingest/batches.service.ts';
import { retakeDossiers } from '../ingest/ingest.service.ts';
import { batchOptions, PORTION, triedWithin, triesAgain, type Tried } from '../ingest/quarantine.service.ts';
import { rowsOfCause } from './causes.queries.ts';
import type { CauseKey } from './cause-key.ts';
import { causeOf, decide, type CauseDecision, type Decided } from './decision.service.ts';
import {
  advanceMend,
  insertMend,
  lockMend,
  mendById,
  nextRows,
  setMendState,
  type MendReader,
  type MendRow,
  type OpenRow,
} from './mends.queries.ts';
import { remember } from './remember.service.ts';

/** What a decision would come to: of the rows that were tried, how many are good, and what figures move. */
export interface Foreseen {
  total: number;
  done: number;
  good: number;
  deltas: YearDelta[];
}

/**
 * Says what mending a cause would do and changes nothing: tries the first portion of its rows as they would be, and takes it all
 * back. Figures are those of the rows that were tried.
 */
export async function foreseeMend(ctx: Context, id: string, by: CauseDecision): Promise<Foreseen> {
  const { key, tried, decided } = await read(ctx, id, by);
  const dryRun = async (tx: Writer): Promise<Foreseen> => {
    const mend = await open(tx, ctx.provinceId, { key, tried, decided });
    const { done, good } = await tryPortion(tx, ctx.provinceId, tried, mend);
    return { total: mend.total, done, good, deltas: await bookedByYear(tx, ctx.provinceId) };
  };
  return triesAgain.pass(() => ctx.write('foreseeMend', dryRun, { dryRun: true, books: true }));
}

/**
 * Decides of all rows of a cause at once, and tries the first of them; `continueMend` goes on where there are more than fit one
 * portion. Rows that come later are not among them: what was remembered takes care of these.
 */
export async function mendCause(ctx: Context, id: string, by: CauseDecision): Promise<MendRow> {
  const { key, tried, decided } = await read(ctx, id, by);
  const mendId = await triesAgain.pass(() =>
    ctx.write(
      'mendCause',
      async (tx) => {
        const mend = await open(tx, ctx.provinceId, { key, tried, decided });
        await advanceMend(tx, ctx.provinceId, await tryPortion(tx, ctx.provinceId, tried, mend));
        auditMend(tx, mend, decided.named);
        return mend.id;
      },
      { books: true },
    ),
  );
  return mendOf(ctx, mendId);
}

/** Tries the next portion of a decision that is under way, or was stopped. */
export async function continueMend(ctx: Context, id: string): Promise<MendRow> {
  const tried = await triedWithin(ctx);
  await mendOf(ctx, id);
  await triesAgain.pass(() =>
    ctx.write(
      'continueMend',
      async (tx) => {
        await lockDossiers(tx);
        const mend = await lockMend(tx, ctx.provinceId, id);
        if (!mend || mend.state === 'DONE') return;
        if (mend.state === 'UNDONE') throw conflict('cause.undone');
        await advanceMend(tx, ctx.provinceId, await tryPortion(tx, ctx.provinceId, tried, mend));
      },
      { books: true },
    ),
  );
  return mendOf(ctx, id);
}

/** Tries no more rows of a decision; what was tried stays. It can be gone on with. */
export async function stopMend(ctx: Context, id: string): Promise<MendRow> {
  const { within } = await triedWithin(ctx);
  await mendOf(ctx, id);
  await ctx.write('stopMend', async (tx) => {
    const mend = await lockMend(tx, ctx.provinceId, id);
    if (mend?.state !== 'RUNNING') return;
    await setMendState(tx, id, 'STOPPED');
    const after = { count: mend.done };
    tx.audit({
      what: 'CAUSE_MEND_STOPPED',
      about: { kind: 'BATCH', id: null },
      unitId: within?.place || ctx.provinceId,
      after,
    });
  });
  return mendOf(ctx, id);
}

/** A decision that the caller may see; null where there is none. */
export async function findMend(ctx: Context, id: string): Promise<MendRow | null> {
  const who = await mendReader(ctx);
  return isBatchId(id) ? mendById(ctx.read, ctx.provinceId, who, id) : null;
}

/** The same to be changed: NOT_FOUND for who reaches everything, to others nobody tells which there are. */
export async function mendOf(ctx: Context, id: string): Promise<MendRow> {
  const found = await findMend(ctx, id);
  if (found) return found;
  const { units } = await mendReader(ctx);
  throw units === null ? notFound('cause.unknownMend') : forbidden('quarantine.mend');
}

/** Whose decisions the caller sees. */
export async function mendReader(ctx: Context): Promise<MendReader> {
  const units = await reached(ctx, 'quarantine.read');
  return { accountId: ctx.account?.id ?? null, units: units === 'ALL' ? null : [...units] };
}

interface Asked {
  key: CauseKey;
  tried: Tried;
  decided: Decided;
}

async function read(ctx: Context, id: string, by: CauseDecision): Promise<Asked> {
  const key = causeOf(id);
  const tried = await triedWithin(ctx);
  if (key.ofCatalogue && !tried.rows.procedures) throw forbidden('quarantine.mend');
  const decided = await decide(ctx, key, by);
  await ctx.close();
  return { key, tried, decided };
}

/** Begins a decision: counts its rows under the lock, and writes down what is to be remembered for rows to come. */
async function open(tx: Writer, provinceId: number, { key, tried, decided }: Asked): Promise<MendRow> {
  await lockDossiers(tx);
  if (key.ofCatalogue) await closeOutdated(tx, provinceId);
  const { count, last } = await rowsOfCause(tx, provinceId, tried.rows, key);
  if (count === 0) throw conflict('cause.gone');
  const { named, remembers, ...rest } = decided;
  const isNew = remembers && (await remember(tx, provinceId, key, decided, named));
  const mend = {
    ...key,
    ...rest,
    id: randomUUID(),
    remembers: isNew,
    reason: null,
    placeId: tried.within?.place || provinceId,
    accountId: tx.accountId,
    upto: last,
    total: count,
    state: 'RUNNING' as const,
  };
  await insertMend(tx, provinceId, mend);
  return { ...mend, lastRow: '0', done: 0, good: 0, left: [], at: new Date(0), by: null, recordedBy: tx.moment };
}

function auditMend(tx: Writer, mend: MendRow, named: string | null): void {
  const { how, problem, field, total } = mend;
  tx.audit({
    what: 'CAUSE_MENDED',
    about: { kind: 'BATCH', id: null },
    unitId: mend.placeId,
    after: { how, problem, field, count: total, ...(named !== null && { code: named }) },
  });
}

/**
 * Tries the next rows of a decision, of one kind of import (made for demonstration or not) and one source: they are a batch of their own. Gives how
 * far it has come by it.
 */
async function tryPortion(tx: Writer, provinceId: number, tried: Tried, mend: MendRow): Promise<MendRow> {
  if (mend.ofCatalogue) await closeOutdated(tx, provinceId);
  const found = await nextRows(tx, provinceId, tried.rows, mend, PORTION.rows);
  const [first] = found;
  if (!first) return { ...mend, state: 'DONE' };
  const other = found.findIndex(({ made, sourceId }) => made !== first.made || sourceId !== first.sourceId);
  const rows = other < 0 ? found : found.slice(0, other);
  const { received, rejected } = await retake(tx, provinceId, tried, mend, rows);
  const isAll = found.length < PORTION.rows && rows.length === found.length;
  return {
    ...mend,
    lastRow: rows.at(-1)?.id ?? mend.lastRow,
    done: mend.done + rows.length,
    good: mend.good + received - rejected,
    state: isAll ? 'DONE' : 'RUNNING',
  };
}

function retake(
  tx: Writer,
  provinceId: number,
  { within }: Tried,
  { ofCatalogue, field, how, value }: MendRow,
  rows: readonly OpenRow[],
): Promise<{ received: number; rejected: number }> {
  const changed = value === null ? {} : { [how === 'PROCEDURE' ? 'MaTTHC' : field]: value };
  const first = rows[0];
  const of = { made: first?.made ?? false, sourceId: first?.sourceId ?? null };
  const mended = rows.map(({ id, fields }) => ({ id, fields: { ...fields, ...changed } }));
  if (ofCatalogue) return retakeProcedures(tx, provinceId, of.made, once(mended));
  const staged = mended.map(({ id, fields }, at) => ({ row: at + 1, raw: fields, quarantineId: id }));
  return retakeDossiers(tx, batchOptions(provinceId, within, value === null ? 'RETRY' : 'MEND', of), once(staged));
}

async function* once<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}

import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import type { Writer } from '../../../app/database.ts';
import { lockDossiers } from '../../../app/moments.ts';
import type { Within } from '@chi-tieu/shared/domain/access/reach';
import { need, reached } from '../../accounts/reach.service.ts';
import { checkSaid } from '../../plans/talk/said.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { isBatchId } from '../ingest/batches.service.ts';
import { settleBatch } from '../ingest/ingest.service.ts';
import { openStage } from '../ingest/stage.ts';
import { releaseGone } from './gone.service.ts';
import { countHeld, heldOfReceipts, listHeld, lockHeld, settleHeld, type HeldRow } from './held.queries.ts';
import type { HeldBatch, JumpRulesInput } from './held.types.ts';
import { storedRules, storeRules, type StoredRules } from './jump-rules.queries.ts';
import { stageHeld } from './stage-held.queries.ts';
import { resetTally } from './tally.queries.ts';

/** Imports that are held, or were, within the caller's reach. */
export async function listHeldBatches(
  ctx: Context,
  settled: boolean,
  page: Page<string>,
): Promise<Connection<HeldRow>> {
  const units = await unitsOf(ctx);
  const rows = await listHeld(ctx.read, ctx.provinceId, units, settled, page);
  return connect(
    rows,
    page,
    (row) => row.recordedBy,
    () => countHeld(ctx.read, ctx.provinceId, units, settled),
  );
}

async function unitsOf(ctx: Context): Promise<number[] | null> {
  const units = await reached(ctx, 'quarantine.read');
  return units === 'ALL' ? null : [...units];
}

/** Why an import is held, or was; null where it never was, or is beyond reach. Those of a page are fetched at once. */
export async function heldOf(ctx: Context, batch: string): Promise<HeldBatch | null> {
  const row = await heldRow(ctx, batch);
  return row && showHeld(row);
}

async function heldRow(ctx: Context, batch: string): Promise<HeldRow | null> {
  const found = await ctx.load<string, { id: string; held: HeldRow }>('held batch', batch, async (ids) => {
    const rows = await heldOfReceipts(ctx.read, ctx.provinceId, await unitsOf(ctx), ids);
    return rows.map((held) => ({ id: held.receipt, held }));
  });
  return found && found.held;
}

export function showHeld(row: HeldRow): HeldBatch {
  const {
    id,
    rows,
    pages,
    source,
    bad,
    fresh,
    changed,
    at,
    settledAt,
    settledAs,
    settledBy,
    releasedAs,
    leftOut,
    reason,
  } = row;
  const jumps = row.jumps.map((jump) =>
    jump.kind === 'MONTH'
      ? { kind: jump.kind, month: jump.month, count: jump.count, usual: jump.usual, unitId: jump.unitId }
      : { kind: jump.kind, month: null, count: jump.count, usual: jump.most, unitId: null },
  );
  const facts = { id, rows, pages, source, bad, fresh, changed, at, settledAt, settledBy, releasedAs, leftOut, reason };
  return { ...facts, state: settledAs ?? 'WAITING', jumps, row };
}

/**
 * Takes the rows of a held import as an import of their own, at a moment of its own; what came of the same codes since stands. For who
 * mends whatever it was sent for.
 */
export async function releaseBatch(ctx: Context, id: string, said: string): Promise<HeldRow> {
  const reason = checkSaid('reason', said);
  const held = await waiting(ctx, id);
  const within = await boundsOfSender(ctx, held.sentFor);
  await ctx.close();
  await ctx.write(
    'releaseBatch',
    async (tx) => {
      await lockDossiers(tx);
      if (!(await lockHeld(tx, held.id))) throw conflict('held.none');
      const { releasedAs, leftOut, received } = await (held.gone
        ? releaseGone(tx, ctx.provinceId, held, within)
        : releaseRows(tx, ctx.provinceId, held, within));
      await settleHeld(tx, held.id, { as: 'RELEASED', releasedAs, leftOut, reason });
      // Who released it has looked at what came of the reading so far.
      if (held.reading !== null && held.sourceId !== null) await resetTally(tx, held.sourceId, held.reading);
      const unitId = held.sentFor ?? ctx.provinceId;
      const after = { received, leftOut };
      tx.audit({ what: 'BATCH_RELEASED', about: { kind: 'BATCH', id: held.id }, unitId, after });
    },
    // What was said before it or since may be held of anybody, or lie among anybody's bad rows.
    { books: true, sees: ['quarantine'] },
  );
  return known(ctx, held.id);
}

async function releaseRows(
  tx: Writer,
  provinceId: number,
  held: HeldRow,
  within: Within,
): Promise<{ releasedAs: string; leftOut: number; received: number }> {
  await openStage(tx);
  const leftOut = await stageHeld(tx, held.id, held.sourceId);
  const facts = { kind: 'RELEASE', name: null, mediaType: null, made: held.made, sourceId: held.sourceId } as const;
  const { batch, received } = await settleBatch(tx, { provinceId, within, ...facts });
  return { releasedAs: batch, leftOut, received };
}

/** Puts a held import aside for good: none of its rows ever counts. */
export async function discardBatch(ctx: Context, id: string, said: string): Promise<HeldRow> {
  const reason = checkSaid('reason', said);
  const held = await waiting(ctx, id);
  await ctx.write('discardBatch', async (tx) => {
    await lockDossiers(tx);
    if (!(await lockHeld(tx, held.id))) throw conflict('held.none');
    await settleHeld(tx, held.id, { as: 'DISCARDED', releasedAs: null, leftOut: null, reason });
    const after = { received: held.rows };
    tx.audit({
      what: 'HELD_BATCH_DISCARDED',
      about: { kind: 'BATCH', id: held.id },
      unitId: held.sentFor ?? ctx.provinceId,
      after,
    });
  });
  return known(ctx, held.id);
}

async function waiting(ctx: Context, id: string): Promise<HeldRow> {
  const held = isBatchId(id) ? await heldRow(ctx, id.toLowerCase()) : null;
  await need(ctx, 'quarantine.mend', [held?.sentFor ?? ctx.provinceId]);
  if (!held) throw notFound('held.none');
  if (held.settledAs !== null) throw conflict('held.none');
  return held;
}

async function known(ctx: Context, id: string): Promise<HeldRow> {
  const held = await heldRow(ctx, id);
  if (!held) throw notFound('held.none');
  return held;
}

/** Whoever releases it: its rows are taken for the units alone for which it was sent. */
async function boundsOfSender(ctx: Context, sentFor: number | null): Promise<Within> {
  if (sentFor === null) return null;
  const tree = await unitTree(ctx, today(ctx));
  const alive = tree.alive().flatMap(({ unitId }) => (tree.isWithin(unitId, sentFor) ? [unitId] : []));
  // And those that they succeeded, as for whoever sends.
  const units = [sentFor, ...alive].flatMap((unitId) => [unitId, ...tree.receivedBy(unitId)]);
  return { units: [...new Set(units)], place: sentFor };
}

/** When imports are held. */
export async function jumpRules(ctx: Context): Promise<StoredRules> {
  await reached(ctx, 'quarantine.read');
  return storedRules(ctx.read, ctx.provinceId);
}

const RANGES = {
  timesUsual: [2, 100],
  least: [1, 1_000_000],
  mostChanged: [1, 100_000_000],
  mostWithdrawn: [1, 100_000_000],
} as const;
const NAMES = Object.keys(RANGES) as (keyof typeof RANGES)[];

/** Says when imports are held from now on; CONFLICT where somebody said so meanwhile. */
export async function setJumpRules(ctx: Context, input: JumpRulesInput): Promise<StoredRules> {
  const before = await storedRules(ctx.read, ctx.provinceId);
  const given = Object.fromEntries(NAMES.map((name) => [name, input[name] ?? before[name]]));
  const after: StoredRules = { ...before, ...given, holds: input.holds, version: input.expectedVersion };
  for (const name of NAMES) {
    const [least, most] = RANGES[name];
    if (after[name] < least || after[name] > most) throw badInput(`input.${name}`, 'held.rules', { least, most });
  }
  await ctx.write('setJumpRules', async (tx) => {
    if (!(await storeRules(tx, ctx.provinceId, after))) throw conflict('held.version');
    const { version: _before, ...was } = before;
    const { version: _after, ...is } = after;
    tx.audit({
      what: 'JUMP_RULES_SET',
      about: { kind: 'INSTALLATION', id: null },
      unitId: ctx.provinceId,
      before: was,
      after: is,
    });
  });
  return storedRules(ctx.read, ctx.provinceId);
}

import { randomUUID } from 'node:crypto';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { conflict, notFound } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { forbidden, needProvince } from '../../accounts/reach.service.ts';
import { findProcedureCode, findUnitCode } from './named.queries.ts';
import { insertBatch } from '../ingest/batches.queries.ts';
import { triedWithin, triesAgain } from '../ingest/quarantine.service.ts';
import { mendOf } from './mend-cause.service.ts';
import { keepLeft, lockMend, setMendState, type MendRow } from './mends.queries.ts';
import { forget } from './remember.service.ts';
import { findUndone, leftRows, reopenDiscarded, reopenUndone, takeBack, type Undone } from './undo-mend.queries.ts';

/**
 * Takes a decision about a cause back, as one step: what it remembered is forgotten, dossiers that it made are gone or what they were
 * before, its rows wait again. What changed since by other ways stays and is told, and so does all that was known meanwhile. Decisions about the
 * catalogue's rows are steps of the catalogue, undone there.
 */
export async function undoMend(ctx: Context, id: string): Promise<MendRow> {
  const { rows, within } = await triedWithin(ctx);
  const seen = await mendOf(ctx, id);
  if (seen.ofCatalogue && seen.how !== 'DISCARD') throw conflict('cause.ofCatalogue');
  if (rows.units !== null && !rows.units.includes(seen.placeId)) throw forbidden('quarantine.mend');
  if (seen.remembers) await needProvince(ctx, seen.how === 'UNIT' ? 'unit.edit' : 'catalogue.edit');
  await ctx.close();
  await triesAgain.pass(() =>
    ctx.write(
      'undoMend',
      async (tx) => {
        await lockDossiers(tx);
        const mend = await lockMend(tx, ctx.provinceId, id);
        if (!mend) throw notFound('cause.unknownMend');
        if (mend.state === 'UNDONE') throw conflict('cause.undone');
        const undone = await undo(tx, ctx.provinceId, mend);
        await setMendState(tx, id, 'UNDONE');
        await keepLeft(tx, id, undone.left);
        const left = undone.left.reduce((sum, { count }) => sum + count, 0);
        const after = {
          problem: mend.problem,
          field: mend.field,
          count: undone.reopened,
          ...(left > 0 && { leftOut: left }),
        };
        tx.audit({
          what: 'CAUSE_MEND_UNDONE',
          about: { kind: 'BATCH', id: null },
          unitId: within?.place || ctx.provinceId,
          after,
        });
      },
      { books: true },
    ),
  );
  return mendOf(ctx, id);
}

async function undo(tx: Writer, provinceId: number, mend: MendRow): Promise<Undone> {
  if (mend.how === 'DISCARD') {
    return { removed: 0, restored: 0, ...(await reopenDiscarded(tx, provinceId, mend.recordedBy)) };
  }
  if (mend.remembers) {
    const code = mend.namedId === null ? findProcedureCode(tx, mend.procedureId) : findUnitCode(tx, mend.namedId);
    await forget(tx, provinceId, mend, mend, await code);
  }
  await findUndone(tx, provinceId, mend.id);
  const left = await leftRows(tx, provinceId, mend.id);
  const batch = randomUUID();
  const { removed, restored } = await takeBack(tx, provinceId, batch);
  const reopened = await reopenUndone(tx, provinceId);
  await tx.run('drop table undone');
  const header = {
    id: batch,
    kind: 'MEND' as const,
    name: null,
    mediaType: null,
    bytes: 0,
    made: false,
    sentFor: null,
  };
  const outcome = { received: restored, created: 0, updated: restored, unchanged: 0, rejected: 0 };
  if (restored > 0) await insertBatch(tx, provinceId, { ...header, sentFor: sentFor(mend, provinceId) }, outcome);
  return { removed, restored, reopened, left };
}

/** The receipt lies where the decision was made: null for the province. */
function sentFor({ placeId }: MendRow, provinceId: number): number | null {
  return placeId === provinceId ? null : placeId;
}

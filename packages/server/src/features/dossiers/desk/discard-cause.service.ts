import { randomUUID } from 'node:crypto';
import type { Context } from '../../../app/context.ts';
import { conflict } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { forbidden } from '../../accounts/reach.service.ts';
import { checkSaid } from '../../plans/talk/said.service.ts';
import { triedWithin } from '../ingest/quarantine.service.ts';
import { rowsOfCause } from './causes.queries.ts';
import { causeOf } from './decision.service.ts';
import { mendOf } from './mend-cause.service.ts';
import { discardCauseRows, insertMend, type MendRow } from './mends.queries.ts';

/** Puts all open rows of a cause aside that the caller may mend, and keeps why. One step, which `undoMend` takes back. */
export async function discardCause(ctx: Context, id: string, said: string): Promise<MendRow> {
  const key = causeOf(id);
  const reason = checkSaid('reason', said);
  const { rows, within } = await triedWithin(ctx);
  if (key.ofCatalogue && !rows.procedures) throw forbidden('quarantine.mend');
  const mendId = await ctx.write('discardCause', async (tx) => {
    await lockDossiers(tx);
    const { last } = await rowsOfCause(tx, ctx.provinceId, rows, key);
    const count = await discardCauseRows(tx, ctx.provinceId, rows, key);
    if (count === 0) throw conflict('cause.gone');
    const placeId = within?.place || ctx.provinceId;
    const nothing = { namedId: null, procedureId: null, value: null, remembers: false };
    const mend = { ...key, ...nothing, id: randomUUID(), how: 'DISCARD' as const, reason, placeId, upto: last };
    await insertMend(tx, ctx.provinceId, { ...mend, accountId: tx.accountId, total: count, state: 'DONE' });
    const after = { problem: key.problem, field: key.field, count };
    tx.audit({ what: 'CAUSE_DISCARDED', about: { kind: 'BATCH', id: null }, unitId: placeId, after });
    return mend.id;
  });
  return mendOf(ctx, mendId);
}

import type { App } from '../../app/context.ts';
import { withClient, write, type Writer } from '../../app/database.ts';
import { lockDossiers, renameMoment, TEACHES_NOTHING } from '../../app/moments.ts';
import type { Sql } from '../../app/sql.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { oneDefinition } from '../rates/booked.queries.ts';
import { Booking } from '../rates/booking.queries.ts';
import { computing, gatherSlices, markSlicesDone, nextSlices } from './computing.queries.ts';
import { auditDefinition } from './audit-definition.ts';
import { activeOf, definitionById, setState, type DefinitionRow } from './definitions.queries.ts';

/** What the moment is for in which computing ends: from it on the definition may answer. */
const ENDS_COMPUTING = 'endComputing';

/** Held by the process that computes: one of all that use the database. */
const COMPUTING_LOCK = 793_011;

/** So many dossiers are computed at a time; between two times others get the dossier lock. */
const DOSSIERS_AT_ONCE = 20_000;

/**
 * Computes some slices of what is being computed, in a transaction of its own: contributions from zero, and that they are done.
 * Whatever changes meanwhile of slices done is booked by who changes it, so a definition is complete the moment its last
 * slice is. False where there was nothing to do, or another process is at it.
 */
export async function computeSome(app: App, dossiersAtOnce = DOSSIERS_AT_ONCE): Promise<boolean> {
  const [next] = await withClient(app.db, (sql) => computing(sql, app.provinceId));
  if (!next) return false;
  // Where another process is at it no moment is opened.
  if (!(await withClient(app.db, isFree))) return false;
  await app.room?.require();
  const signal = app.life?.signal;
  const options = { purpose: TEACHES_NOTHING, accountId: null, sight: EVERYTHING, ...(signal && { signal }) };
  return write(app.db, options, async (tx) => {
    const got = await tx.row<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [COMPUTING_LOCK]);
    if (!got?.got) return false;
    await lockDossiers(tx);
    const definition = await definitionById(tx, app.provinceId, next.id, true);
    if (definition?.state === 'COMPUTING') await computeSlices(tx, app.provinceId, definition, dossiersAtOnce);
    return true;
  });
}

async function isFree(sql: Sql): Promise<boolean> {
  const row = await sql.row<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [COMPUTING_LOCK]);
  return row?.got ?? false;
}

async function computeSlices(
  tx: Writer,
  provinceId: number,
  definition: DefinitionRow,
  dossiersAtOnce: number,
): Promise<void> {
  const slices = await nextSlices(tx, definition.id, dossiersAtOnce);
  if (slices.length > 0) {
    await gatherSlices(tx, provinceId, slices);
    const booking = await Booking.open(tx, provinceId, oneDefinition(definition.id, definition.counts !== 'DOSSIERS'));
    await booking.take('DEFINITION', 1, 'sliced d');
    await booking.close();
    await markSlicesDone(tx, definition.id, slices);
  }
  if ((await nextSlices(tx, definition.id, 1)).length > 0) return;
  await renameMoment(tx, tx.moment, ENDS_COMPUTING);
  await becomeReady(tx, definition);
}

/** A definition that is complete waits for somebody to switch it on, unless it is the first one of what the product brought along. */
export async function becomeReady(tx: Writer, definition: DefinitionRow): Promise<void> {
  await setState(tx, definition.id, 'READY');
  auditDefinition(tx, definition, 'DEFINITION_READY', { state: 'READY' });
  if (!definition.switchesItself || (await activeOf(tx, definition.indicatorId)) !== null) return;
  await setState(tx, definition.id, 'ACTIVE');
  auditDefinition(tx, definition, 'DEFINITION_SWITCHED_ON', { state: 'ACTIVE' });
}

/** Everything that is being computed, to its end; for who has to wait for it. */
export async function computeAll(app: App, dossiersAtOnce?: number): Promise<void> {
  while (await computeSome(app, dossiersAtOnce));
}

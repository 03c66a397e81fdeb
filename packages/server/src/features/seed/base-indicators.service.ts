import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { withClient, write, type Writer } from '../../app/database.ts';
import { lockDossiers } from '../../app/moments.ts';
import { becomeReady } from '../definitions/compute-slices.service.ts';
import { planSlices } from '../definitions/computing.queries.ts';
import { definitionById, indicatorNamed, insertNamed } from '../definitions/definitions.queries.ts';
import { insertDefinition } from '../rates/indicators.queries.ts';
import { readBaseData, type IndicatorFact } from './base-data.ts';
import { beganWith, isDone, markDone } from './seed.service.ts';

/** Indicators of the national set of 2022: what came to the product after the first installations. */
const STEP = 'indicators of 2022';

/**
 * Gives a database that was filled before them the indicators that the base data has by now. What they count is computed in the
 * background by the server that runs, and they answer as soon as it is complete; until then nobody sees them.
 */
export async function ensureIndicators(db: DataSource, provinceId: number, log: Logger): Promise<void> {
  const isWanted = await withClient(db, async (sql) => {
    const seed = await beganWith(sql);
    return provinceId !== 0 && (seed === 'base' || seed === 'demo') && !(await isDone(sql, STEP));
  });
  if (!isWanted) return;
  await write(db, { purpose: 'seed indicators', accountId: null }, async (tx) => {
    await lockDossiers(tx);
    if (await isDone(tx, STEP)) return;
    for (const fact of readBaseData().indicators) {
      if (await indicatorNamed(tx, provinceId, fact.code)) continue;
      log.info({ indicator: fact.code }, 'an indicator of the base data is added');
      await addIndicator(tx, provinceId, fact);
    }
    await markDone(tx, STEP);
  });
}

async function addIndicator(tx: Writer, provinceId: number, fact: IndicatorFact): Promise<void> {
  const list = fact.list === null ? null : await listNamed(tx, provinceId, fact.list);
  // A list of the base data that somebody has under another name: such an indicator is theirs to make.
  if (fact.list !== null && list === null) return;
  const indicatorId = await insertNamed(tx, provinceId, fact.code, fact.name);
  const terms = { ...fact, listId: list?.id ?? null, tiers: null, statuses: null };
  const id = await insertDefinition(tx, provinceId, { ...terms, indicatorId, version: 1, state: 'COMPUTING' });
  await tx.run(
    'update indicator_definition set switches_itself = true, recorded_by = $2, started_by = $2 where id = $1',
    [id, tx.moment],
  );
  const isKept =
    fact.counts === 'SERVICES_USED' || (fact.counts === 'DOSSIERS' && fact.eligibilityDate !== 'PERIOD_END');
  const slices = isKept ? await planSlices(tx, provinceId, id) : 0;
  const definition = slices === 0 ? await definitionById(tx, provinceId, id) : null;
  if (definition) await becomeReady(tx, definition);
}

function listNamed(tx: Writer, provinceId: number, code: string): Promise<{ id: number } | null> {
  return tx.row<{ id: number }>('select id from service_list where province_id = $1 and code = $2', [provinceId, code]);
}

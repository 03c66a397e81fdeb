import { readFileSync } from 'node:fs';
import { faultsOf, type IndexSetFacts } from '@chi-tieu/shared/domain/index-set/index-set';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { withClient, write, type Writer } from '../../app/database.ts';
import { insertVersion, lockSet } from '../monitoring/index-sets/index-sets.queries.ts';
import { beganWith, isDone, markDone } from './seed.service.ts';

/** Index sets of the base data: what came to the product after the first installations. */
const STEP = 'index sets of 2022';

type IndexSetFact = IndexSetFacts & { code: string };

/** The index sets that every installation begins with (packages/server/data/base, sources.md says whence). */
export function readIndexSets(): IndexSetFact[] {
  const file = new URL('../../../data/base/index-sets.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as IndexSetFact[];
}

/** Gives a database the index sets that the base data has by now, once; those that somebody has made or changed stay theirs. */
export async function ensureIndexSets(db: DataSource, provinceId: number, log: Logger): Promise<void> {
  const isWanted = await withClient(db, async (sql) => {
    const seed = await beganWith(sql);
    return provinceId !== 0 && (seed === 'base' || seed === 'demo') && !(await isDone(sql, STEP));
  });
  if (!isWanted) return;
  await write(db, { purpose: 'seed index sets', accountId: null }, async (tx) => {
    for (const { code, ...facts } of readIndexSets()) {
      if (await storeSet(tx, provinceId, code, facts))
        log.info({ set: code }, 'an index set of the base data is added');
    }
    await markDone(tx, STEP);
  });
}

async function storeSet(tx: Writer, provinceId: number, code: string, facts: IndexSetFacts): Promise<boolean> {
  const indicators = await tx.rows<{ code: string }>('select code from indicator where province_id = $1', [provinceId]);
  const known = indicators.map((indicator) => indicator.code);
  // A set whose indicators somebody has not got is theirs to make.
  if (faultsOf(facts, known).length > 0) return false;
  const set = await lockSet(tx, provinceId, code);
  if (set.version > 0) return false;
  await insertVersion(tx, provinceId, { id: set.id, version: 1 }, facts, null);
  return true;
}

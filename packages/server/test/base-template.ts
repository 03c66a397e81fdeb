import 'reflect-metadata';
import { pino } from 'pino';
import { connectDatabase } from '../src/app/database.ts';
import { ENTITIES } from '../src/app/start.ts';
import { ensureFirstAccount } from '../src/features/accounts/first-account.service.ts';
import { ensureIndexSets } from '../src/features/seed/base-index-sets.service.ts';
import { ensureBase } from '../src/features/seed/seed.service.ts';
import { TEST_CONFIG } from './test-config.ts';

/** Gives a migrated database what a first start with `SEED=base` gives it, and the first administrator. */
export async function fillWithBase(url: string): Promise<void> {
  const db = await connectDatabase(url, ENTITIES, 2);
  const log = pino({ level: 'silent' });
  const provinceId = await ensureBase(db, TEST_CONFIG, log);
  await ensureIndexSets(db, provinceId, log);
  await ensureFirstAccount(db, TEST_CONFIG, provinceId);
  await db.destroy();
}

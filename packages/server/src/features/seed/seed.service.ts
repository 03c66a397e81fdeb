import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../../app/config.ts';
import { withClient, write } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import { storeBase } from './base.service.ts';

/** Whether a step of filling the database is done; a start that was interrupted goes on with the next one. */
export async function isDone(db: DataSource, step: string): Promise<boolean> {
  return withClient(db, async (sql) => (await sql.row('select 1 from installation where step = $1', [step])) !== null);
}

export async function markDone(sql: Sql, step: string): Promise<void> {
  await sql.run('insert into installation (step) values ($1) on conflict do nothing', [step]);
}

/** Fills an empty database with units and indicators (not for SEED=none); returns the province's id, 0 while there is none. */
export async function ensureBase(db: DataSource, config: Config, log: Logger): Promise<number> {
  if (config.seed !== 'none' && !(await isDone(db, 'base'))) {
    log.info('filling the empty database: units, indicator, list');
    await write(db, { purpose: 'seed base', accountId: null }, async (tx) => {
      await storeBase(tx);
      await markDone(tx, 'base');
    });
  }
  const province = await withClient(db, (sql) =>
    sql.row<{ id: number }>(`select id from unit where kind = 'PROVINCE' order by id limit 1`),
  );
  return province?.id ?? 0;
}

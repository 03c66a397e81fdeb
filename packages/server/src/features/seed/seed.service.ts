import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config, Seed } from '../../app/config.ts';
import { withClient, write } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import { storeBase } from './base.service.ts';

/** Held while a database gets its first data, so that of two servers started on one empty database one waits. */
const SEED_LOCK = 793_004;

/** Whether a step of filling the database is done; a start that was interrupted goes on with the next one. */
export async function isDone(sql: Sql, step: string): Promise<boolean> {
  return (await sql.row('select 1 from installation where step = $1', [step])) !== null;
}

export async function markDone(sql: Sql, step: string): Promise<void> {
  await sql.run('insert into installation (step) values ($1) on conflict do nothing', [step]);
}

/**
 * What the database began with, null while it is empty. Recorded when it is first filled; one that was filled before
 * that was recorded began with the demonstration where any step of it is marked, and units that came by another way
 * are nobody's to add to.
 */
export async function beganWith(sql: Sql): Promise<Seed | null> {
  const row = await sql.row<{ seed: Seed | null }>(
    `select coalesce(
       (select detail ->> 'seed' from installation where step = 'seed'),
       (select 'demo' from installation where step like 'demo %' limit 1),
       (select 'base' from installation where step = 'base'),
       (select 'none' from unit limit 1)) as seed`,
  );
  return row?.seed ?? null;
}

/**
 * Fills an empty database with units and indicators (not for SEED=none) and records what it began with; a database that
 * holds something stays what it is, one that began with nothing too, until another SEED is said. Returns the province's id, 0 while there is none.
 */
export async function ensureBase(db: DataSource, config: Config, log: Logger): Promise<number> {
  const known = await withClient(db, beganWith);
  const seed = config.seed ?? known ?? 'demo';
  if (known !== seed) {
    if (!(await withClient(db, isFillable)))
      log.info(`the database began with SEED=${known} and stays so: SEED=${seed} is for an empty one`);
    else if (seed === 'none') await withClient(db, rememberNone);
    else await fillEmpty(db, seed, log);
    if (seed === 'demo' && config.production && known === null) warnOfDemo(log);
  }
  const province = await withClient(db, (sql) =>
    sql.row<{ id: number }>(`select id from unit where kind = 'PROVINCE' order by id limit 1`),
  );
  return province?.id ?? 0;
}

/** The demonstration is what an empty database gets where nobody says otherwise; in earnest somebody forgot to. */
function warnOfDemo(log: Logger): void {
  log.warn(
    'Cơ sở dữ liệu trống được nạp dữ liệu trình diễn dù NODE_ENV=production; để vận hành thật, hãy bắt đầu lại với thư mục dữ liệu ' +
      'trống và SEED=base. The empty database is filled with demonstration data though NODE_ENV=production; to work in earnest ' +
      'begin again with an empty data folder and SEED=base.',
  );
}

/** Whether it holds nothing yet: it is new, or began with nothing and got no units since. */
async function isFillable(sql: Sql): Promise<boolean> {
  const known = await beganWith(sql);
  return known === null || (known === 'none' && (await sql.row('select 1 from unit limit 1')) === null);
}

/** Where another server fills it at this moment, what that one says stays. */
async function rememberNone(sql: Sql): Promise<void> {
  await sql.run(
    `insert into installation (step, detail) values ('seed', jsonb_build_object('seed', 'none'))
     on conflict (step) do nothing`,
  );
}

async function fillEmpty(db: DataSource, seed: Seed, log: Logger): Promise<void> {
  await write(db, { purpose: 'seed base', accountId: null }, async (tx) => {
    await tx.run('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
    // Another server may have filled it while this one waited.
    if (!(await isFillable(tx))) return;
    log.info('filling the empty database: units, indicator, list');
    await storeBase(tx);
    tx.audit({ what: 'BASE_FILLED', about: { kind: 'INSTALLATION', id: seed }, unitId: null });
    await markDone(tx, 'base');
    await tx.run(
      `insert into installation (step, detail) values ('seed', jsonb_build_object('seed', $1::text))
       on conflict (step) do update set detail = excluded.detail`,
      [seed],
    );
  });
}

/** Runs `fill` while no other server fills the same database; one that is killed gives way at once. */
export async function fillAlone(db: DataSource, fill: () => Promise<void>): Promise<void> {
  await withClient(db, async (sql) => {
    await sql.run('select pg_advisory_lock($1)', [SEED_LOCK]);
    await fill().finally(() => sql.run('select pg_advisory_unlock($1)', [SEED_LOCK]));
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import { Context } from './context.ts';
import { connectDatabase, Snapshot, write } from './database.ts';
import { GivenBackError } from './sql.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** How many connections to the database stand in a transaction that nobody works in. */
async function forgotten(): Promise<number> {
  const found = await api.db.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  );
  return found.rows[0]?.n ?? -1;
}

describe('an answer that is given before all of it was looked up', () => {
  const YEAR = 'from: "2022-01-01", to: "2022-12-31"';
  // The first field fails at once and takes the whole answer with it; the others still have a lot to ask.
  const HALF = `{ a: attainments(indicator: "NOPE", ${YEAR}) { rate }
    b: dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "19", ${YEAR}) { nodes { code unit { name } procedure { name } } }
    c: units { nodes { aliases series(indicator: "ONLINE_RESOLUTION_L4", ${YEAR}) { numerator } predecessors { on } } }
    d: explanation(indicator: "ONLINE_RESOLUTION_L4", unit: "19", ${YEAR}) { notCounted }
    e: serviceLists { amendments { added } entries { totalCount } } f: targetPlans { children { volume } events { what } } }`;

  it('keeps no connection, however often', async () => {
    for (let time = 0; time < 25; time++) expect((await api.gql(HALF)).code).toBe('NOT_FOUND');
    expect(await forgotten()).toBe(0);
    expect((await api.ask<{ me: { id: string } }>('{ me { id } }')).me.id).not.toBe('');
    expect((await api.raw({ url: '/health' })).statusCode).toBe(200);
    expect(api.logged.join('\n')).not.toContain('unexpected error');
  });
});

describe('a snapshot', () => {
  it('opens again after a pause, and never after its end', async () => {
    const snapshot = new Snapshot(api.app.db);
    expect(await snapshot.row('select 1 as n')).toEqual({ n: 1 });
    await snapshot.close();
    expect(await snapshot.row('select 2 as n')).toEqual({ n: 2 });
    await snapshot.end();
    // Whoever wanted the answer is gone: that is told as such, and is no fault of the server.
    const late = snapshot.row('select 3 as n');
    await expect(late).rejects.toThrow('has ended');
    await expect(late).rejects.toBeInstanceOf(GivenBackError);
    expect(await forgotten()).toBe(0);
  });

  it('refuses at its end what still waits in line, and gives its connection back after what is being answered', async () => {
    const snapshot = new Snapshot(api.app.db);
    await snapshot.row('select 1 as n');
    const asked = [1, 2, 3].map((n) => snapshot.row(`select ${n} as n, pg_sleep(0.1)`));
    const seen = Promise.allSettled(asked);
    await new Promise(setImmediate);
    await snapshot.end();
    expect((await seen).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await forgotten()).toBe(0);
  });

  it('gives its connection back where it was ended while it opened', async () => {
    const snapshot = new Snapshot(api.app.db);
    const asked = Promise.allSettled([snapshot.row('select 1 as n')]);
    await snapshot.end();
    await asked;
    expect(await forgotten()).toBe(0);
    await expect(snapshot.row('select 1 as n')).rejects.toThrow('has ended');
  });
});

it('no connection may stand in a transaction for ever, and no question of a request may take for ever', async () => {
  const source = await connectDatabase(api.databaseUrl, [], 1);
  const setting = (name: string) => `select current_setting('${name}') as held`;
  const snapshot = new Snapshot(source, 1_000);
  try {
    expect(await snapshot.row(setting('idle_in_transaction_session_timeout'))).toEqual({ held: '5min' });
    expect(await snapshot.row(setting('statement_timeout'))).toEqual({ held: '1s' });
    await expect(snapshot.row('select pg_sleep(20)')).rejects.toThrow('statement timeout');
    await snapshot.close();
    const patient = new Snapshot(source);
    expect(await patient.row(setting('statement_timeout'))).toEqual({ held: '0' });
    await patient.end();
  } finally {
    await snapshot.end();
    await source.destroy();
  }
});

describe('a change that waits for another one', () => {
  const change = 'update account set name = name where id = 1';

  it('is a conflict where it has waited as long as it may, and changes nothing', async () => {
    const holder = await api.db.connect();
    try {
      await holder.query(`begin; ${change}`);
      const options = { purpose: 'busy', accountId: null, mostWaitMs: 50 };
      await expect(write(api.app.db, options, (tx) => tx.run(change))).rejects.toMatchObject({
        kind: 'CONFLICT',
        text: 'write.busy',
      });
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    const moments = await api.db.query(`select from moment where purpose = 'busy'`);
    expect([moments.rowCount, await forgotten()]).toEqual([0, 0]);
  });

  it('of a request may wait for a minute', async () => {
    const ctx = new Context(api.app, { account: null, locale: 'vi', requestId: 'test' });
    const held = await ctx.write('wait', (tx) => tx.row(`select current_setting('lock_timeout') as held`));
    expect(held).toEqual({ held: '1min' });
    await ctx.end();
  });
});

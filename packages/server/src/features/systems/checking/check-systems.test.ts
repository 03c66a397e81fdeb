import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { acted, buildSystem, systemSeen } from '../../../../test/systems.ts';
import { WatchedServer } from '../../../../test/watched-server.ts';
import { CheckWorker } from './check-worker.ts';
import { checkSome } from './check-systems.ts';

let api: Api;
let server: WatchedServer;
let address = '';

beforeAll(async () => {
  api = await openApi({ config: { checkPrivateHosts: ['127.0.0.1'] } });
  server = new WatchedServer('HTTP');
  address = await server.listen();
});
beforeEach(async () => {
  await api.db.query(
    'truncate connected_system, connected_system_source, system_check, system_check_hour, system_check_day, system_outage, security_incident, security_incident_step',
  );
  [server.status, server.hangs, server.asked] = [200, false, 0];
  goTo(0);
});
afterAll(async () => {
  await server.close();
  await api.close();
});

const BEGUN = Date.UTC(2022, 6, 4, 1, 0);
const at = (minute: number): string => new Date(BEGUN + minute * 60_000).toISOString();
function goTo(minute: number): void {
  api.app.now = () => new Date(at(minute));
}
const TIMES = { wholeMs: 2_000 };
async function looked(minute: number, status = 200): Promise<number> {
  goTo(minute);
  server.status = status;
  return checkSome(api.app, TIMES);
}
const watched = (more: object = {}) => buildSystem(api, { address, checked: true, ...more });

describe('checks', () => {
  it('call nobody unless they are switched on, and then when it is due', async () => {
    const { id, version } = await buildSystem(api, { address });
    expect(await looked(0)).toBe(0);
    await acted(api, 'saveConnectedSystem', {
      id,
      name: 'Cổng',
      kind: 'OTHER',
      address,
      checked: true,
      expectedVersion: version,
    });
    expect([await looked(0), await looked(9), await looked(10), await looked(10)]).toEqual([1, 0, 1, 0]);
    expect(server.asked).toBe(2);
    expect(await systemSeen(api, id)).toMatchObject({ standing: { state: 'UP' }, lastCheck: { outcome: 'OK' } });
  });

  it('find an outage from its first failure on, look again soon, and end it with the first answer', async () => {
    const { id } = await watched();
    await looked(0);
    await looked(10, 500);
    expect(await systemSeen(api, id)).toMatchObject({ standing: { state: 'FAILING' }, outages: [] });
    expect(await looked(11, 500)).toBe(1);
    const down = await systemSeen(api, id);
    expect(down?.standing).toEqual({ state: 'DOWN', since: at(10), until: null });
    expect(down?.outages).toMatchObject([{ kind: 'CHECKED', begunAt: at(10), endedAt: null, minutes: 1 }]);
    await looked(21, 500);
    await looked(31, 200);
    const up = await systemSeen(api, id);
    expect(up).toMatchObject({
      standing: { state: 'UP' },
      outages: [{ endedAt: at(31), minutes: 21, outcome: 'WRONG_STATUS' }],
    });
    const told = await api.ask<{ connectedSystem: Record<string, unknown[]> }>(
      `{ connectedSystem(id: "${id}") { days: availability(from: "2022-07-03", to: "2022-07-04", grain: DAY) { from checks answered downMinutes }
         months: availability(from: "2022-07-04", to: "2022-07-04", grain: MONTH) { from checks answered plannedMinutes } } }`,
    );
    expect(told.connectedSystem).toEqual({
      days: [
        { from: '2022-07-03', checks: 0, answered: 0, downMinutes: 0 },
        { from: '2022-07-04', checks: 5, answered: 2, downMinutes: 21 },
      ],
      months: [{ from: '2022-07-01', checks: 5, answered: 2, plannedMinutes: 0 }],
    });
  });

  it('say of planned maintenance that it was planned, and of nothing that it was down', async () => {
    const { id } = await watched();
    const maintenance = { kind: 'MAINTENANCE', begunAt: at(5), endedAt: at(45), reason: 'Nâng cấp máy chủ.' };
    await acted(api, 'declareOutage', { system: id, ...maintenance });
    for (const minute of [10, 20, 30]) await looked(minute, 503);
    const seen = await systemSeen(api, id);
    expect(seen?.standing).toEqual({ state: 'MAINTENANCE', since: at(5), until: at(45) });
    expect(seen?.lastCheck).toMatchObject({ outcome: 'WRONG_STATUS', planned: true });
    expect(seen?.outages.map(({ kind }) => kind)).toEqual(['MAINTENANCE']);
    for (const table of ['system_check_hour', 'system_check_day']) {
      const { rows } = await api.db.query(`select checks, failed, planned from ${table}`);
      expect(rows).toEqual([{ checks: 0, failed: 0, planned: 3 }]);
    }
  });

  it('are made once, however many processes look, and what took too long is left to whoever claimed it since', async () => {
    const { id } = await watched();
    for (let n = 0; n < 4; n += 1) await watched();
    goTo(0);
    const counts = await Promise.all([1, 2, 3].map(() => checkSome(api.app, TIMES)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(server.asked).toBe(5);
    server.hangs = true;
    goTo(10);
    const slow = checkSome(api.app, { wholeMs: 400 });
    while (server.asked < 10) await new Promise((done) => setTimeout(done, 10));
    // All of them are somebody's now.
    expect(await checkSome(api.app, TIMES)).toBe(0);
    await api.db.query(`update connected_system set lease = gen_random_uuid() where id = $1`, [id]);
    await slow;
    const { rows } = await api.db.query<{ system: number; count: number }>(
      'select system_id as system, count(*)::int from system_check group by 1 order by 1',
    );
    expect(rows.map(({ count }) => count)).toEqual([1, 2, 2, 2, 2]);
  });

  it('that hang keep no other from its turn; a process that ends breaks them off and leaves them to the next', async () => {
    const silent = new WatchedServer('SILENT');
    const { id } = await watched({ address: await silent.listen() });
    // More than are looked at side by side.
    for (let n = 0; n < 12; n += 1) await watched();
    const worker = new CheckWorker(api.app, { wholeMs: 60_000 });
    const looking = worker.look();
    const lookedAt = async () =>
      (await api.db.query('select from connected_system where last_at is not null')).rowCount ?? 0;
    await expect.poll(lookedAt, { timeout: 20_000 }).toBe(12);
    await worker.stop();
    await looking;
    await silent.close();
    const { rows } = await api.db.query('select lease, last_at from connected_system where id = $1', [id]);
    expect(rows).toEqual([{ lease: null, last_at: null }]);
    expect(await looked(0)).toBe(1);
    expect((await systemSeen(api, id))?.lastCheck).toMatchObject({ outcome: 'REFUSED' });
  });

  it('open no moment, and end what they had found where nobody looks any more or elsewhere', async () => {
    const { id, version } = await watched();
    const moments = async () => (await api.db.query<{ n: number }>('select count(*)::int as n from moment')).rows[0]?.n;
    const before = await moments();
    for (const minute of [0, 1, 11]) await looked(minute, 500);
    expect(await moments()).toBe(before);
    goTo(15);
    const off = { id, name: 'Cổng', kind: 'OTHER', unit: '164', address, checked: false, expectedVersion: version };
    const seen = await acted(api, 'saveConnectedSystem', off);
    expect(seen).toMatchObject({ standing: { state: 'UNKNOWN' }, outages: [{ begunAt: at(0), endedAt: at(11) }] });
  });

  it('of what the server may not call say nothing of the system', async () => {
    const { id } = await watched({ address: 'http://localhost:9/' });
    api.app.config.checkPrivateHosts = [];
    for (const minute of [0, 10, 20]) await looked(minute);
    const seen = await systemSeen(api, id);
    expect(seen).toMatchObject({
      standing: { state: 'UNKNOWN' },
      lastCheck: { outcome: 'PRIVATE_ADDRESS' },
      outages: [],
    });
    expect(
      (await api.db.query('select 1 from system_check_hour union all select 1 from system_check_day')).rowCount,
    ).toBe(0);
  });
});

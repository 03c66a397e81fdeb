import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { KEPT } from './quarantine.queries.ts';
import { PORTION } from './quarantine.service.ts';

let api: Api;
const usual = { portion: PORTION.rows, kept: KEPT.atOnePlace };

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
});
beforeEach(async () => {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  );
  await nameUnits(api, { '05503': ['H55.164.3'], '05680': ['H55.169.3'], '05500': [] });
});
afterEach(() => {
  PORTION.rows = usual.portion;
  KEPT.atOnePlace = usual.kept;
});
afterAll(() => api.close());

const ofNobody = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) =>
    dossierRow({ MaHoSo: `H55.999.9-220301-${String(from + n).padStart(4, '0')}` }),
  );
const DISCARD = 'mutation ($batch: ID) { discardQuarantined(batch: $batch) }';

async function open(): Promise<number> {
  return (await api.ask<{ quarantine: { totalCount: number } }>('{ quarantine { totalCount } }')).quarantine.totalCount;
}

describe('more bad rows than anybody mends', () => {
  it('are counted and told, but not kept, once so many wait at the place they were sent for', async () => {
    KEPT.atOnePlace = 5;
    await api.ingest(ofNobody(3));
    const { result } = await api.ingest([...ofNobody(5, 10), dossierRow({ MaHoSo: 'H55.164.3-220301-0001' })]);
    expect([result.received, result.created, result.rejected, result.errors.length]).toEqual([6, 1, 5, 5]);
    const kept = await api.db.query('select row_number as row from quarantine where batch_id = $1 order by 1', [
      result.batch,
    ]);
    expect(kept.rows).toEqual([{ row: 1 }, { row: 2 }]);
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    const sent = await clerk.ingest(ofNobody(1, 20));
    expect((await api.db.query('select from quarantine where batch_id = $1', [sent.result.batch])).rowCount).toBe(1);
    expect(await open()).toBe(6);
  });

  it('are tried again in portions, each of its own, and each row once', async () => {
    await api.ingest(ofNobody(25));
    await nameUnits(api, { '05503': ['H55.164.3', 'H55.999.9'] });
    await api.ingest([{ MaHoSo: 'H55.164.3-220301-0001' }]);
    PORTION.rows = 10;
    const { retryQuarantined } = await api.ask('mutation { retryQuarantined { received created rejected } }');
    expect(retryQuarantined).toEqual({ received: 26, created: 25, rejected: 1 });
    const moments = await api.db.query<{ n: number }>(
      `select count(*)::int as n from quarantine where closed_as = 'MENDED' group by closed_by order by closed_by`,
    );
    expect(moments.rows.map(({ n }) => n)).toEqual([10, 10, 5]);
    expect(await open()).toBe(1);
  });

  it('are put aside as a whole batch, and nothing else with them', async () => {
    const { result } = await api.ingest(ofNobody(3));
    await api.ingest(ofNobody(2, 50));
    expect(await api.ask(DISCARD, { batch: result.batch })).toEqual({ discardQuarantined: 3 });
    expect(await open()).toBe(2);
    expect(await api.ask(DISCARD, { batch: result.batch })).toEqual({ discardQuarantined: 0 });
    const events = await api.db.query(
      `select (body::jsonb) -> 'after' as after from audit_event where what = 'ROWS_DISCARDED'`,
    );
    expect(events.rows).toEqual([{ after: { count: 3 } }]);
  });

  it('are put aside one by one where they were chosen, each once, and told in the trail', async () => {
    await api.db.query('truncate quarantine cascade');
    const discardRows = (rows: string[], who: Pick<Api, 'gql'> = api) =>
      who.gql<{ discardQuarantined: number }>('mutation ($rows: [ID!]) { discardQuarantined(rows: $rows) }', { rows });
    await api.ingest(ofNobody(4, 300));
    const { quarantine } = await api.ask<{ quarantine: { nodes: { id: string }[] } }>(
      '{ quarantine { nodes { id } } }',
    );
    const ids = quarantine.nodes.map(({ id }) => id);
    const chosen = ids.slice(0, 2);
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    expect((await discardRows(chosen, clerk)).code).toBe('FORBIDDEN');
    expect((await discardRows(['999999999'], clerk)).code).toBe('FORBIDDEN');
    expect([await open(), (await discardRows(['999999999'])).code, (await discardRows(['x'])).code]).toEqual([
      4,
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    expect((await discardRows([...chosen, ...chosen])).data).toEqual({ discardQuarantined: 2 });
    expect((await discardRows(ids.slice(1))).data).toEqual({ discardQuarantined: 2 });
    expect([await open(), (await discardRows(chosen)).data]).toEqual([0, { discardQuarantined: 0 }]);
    const events = await api.db.query(
      `select (body::jsonb) -> 'after' as after from audit_event where what = 'CHOSEN_ROWS_DISCARDED' order by seq desc limit 2`,
    );
    expect(events.rows).toEqual([{ after: { count: 2 } }, { after: { count: 2 } }]);
    expect((await discardRows(Array.from({ length: 501 }, (_, n) => String(n)))).code).toBe('BAD_USER_INPUT');
    expect((await api.gql('mutation { discardQuarantined }')).code).toBe('BAD_USER_INPUT');
  });

  it('are left where some of them are of somebody else', async () => {
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    const { result } = await api.ingest([{ MaHoSo: 'H55.164.3-220301-0001' }, { MaHoSo: 'H55.169.3-220301-0002' }]);
    for (const batch of [result.batch, 'không phải', '00000000-0000-4000-8000-000000000000'])
      expect((await clerk.gql(DISCARD, { batch })).code).toBe('FORBIDDEN');
    expect(await open()).toBe(2);
    const own = await clerk.ingest(ofNobody(2, 70));
    expect(await clerk.ask(DISCARD, { batch: own.result.batch })).toEqual({ discardQuarantined: 2 });
    expect((await api.gql(DISCARD, { batch: 'không phải' })).code).toBe('NOT_FOUND');
  });
});

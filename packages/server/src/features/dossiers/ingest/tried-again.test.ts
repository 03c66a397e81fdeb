import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'] });
});

beforeEach(() =>
  api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  ),
);

afterAll(() => api.close());

const MEND =
  'mutation ($id: ID!, $fields: JSON!) { mendQuarantined(id: $id, fields: $fields) { received created rejected } }';
const RETRY = 'mutation { retryQuarantined { received created rejected } }';
const row = (number: number, facts = {}) => dossierRow({ MaHoSo: dossierCode('H55.164.3', number), ...facts });
const mend = (id: string | undefined, fields: unknown) => api.gql(MEND, { id, fields });

async function openIds(): Promise<string[]> {
  const { quarantine } = await api.ask<{ quarantine: { nodes: { id: string }[] } }>(
    '{ quarantine(first: 500) { nodes { id } } }',
  );
  return quarantine.nodes.map(({ id }) => id);
}

/** Nobody changes dossiers until somebody waits for his turn; what was started goes on afterwards. */
async function whileHeld<T>(use: () => T): Promise<T> {
  const holder = await api.db.connect();
  try {
    await holder.query('select pg_advisory_lock(793002)');
    const started = use();
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory' and application_name = 'chi-tieu'`;
    for (let attempt = 0; (await api.db.query(waiting)).rowCount === 0; attempt += 1) {
      if (attempt === 500) throw new Error('nobody waits');
      await sleep(10);
    }
    return started;
  } finally {
    await holder.query('select pg_advisory_unlock_all()');
    holder.release();
  }
}

describe('rows that are mended side by side', () => {
  it('are all taken where there are more of them than connections', async () => {
    await api.ingest(Array.from({ length: 40 }, (_, i) => row(i + 1, { KenhThucHien: '7' })));
    const ids = await openIds();
    const answers = await Promise.all([
      ...ids.map((id) => mend(id, { KenhThucHien: '2' })),
      ...Array.from({ length: 10 }, () => api.gql(RETRY)),
    ]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await openIds()).toEqual([]);
    expect((await api.db.query('select from dossier')).rowCount).toBe(40);
  });

  it('keep both of two mends of two faults of one row', async () => {
    await api.ingest([row(1, { KenhThucHien: '7', TrangThaiHoSo: '99' })]);
    const [id] = await openIds();
    const [first, second] = await whileHeld(
      () => [mend(id, { KenhThucHien: '1' }), mend(id, { TrangThaiHoSo: '9' })] as const,
    );
    const counts = [await first, await second].map(({ data }) => data?.['mendQuarantined']);
    expect(counts).toHaveLength(2);
    expect(counts).toEqual(
      expect.arrayContaining([
        { received: 1, created: 0, rejected: 1 },
        { received: 1, created: 1, rejected: 0 },
      ]),
    );
    expect((await api.db.query('select channel, status from dossier')).rows).toEqual([
      { channel: 'IN_PERSON', status: 9 },
    ]);
  });

  it('are not found where they were taken, or came again, while the mend waited for its turn', async () => {
    await api.ingest([row(1, { KenhThucHien: '7' }), row(2, { KenhThucHien: '7' })]);
    const [taken, replaced] = await openIds();
    const late = await whileHeld(
      () =>
        [
          api.ingest([row(2, { KenhThucHien: '3' })]),
          mend(taken, { KenhThucHien: '1' }),
          mend(taken, { KenhThucHien: '1' }),
        ] as const,
    );
    await late[0];
    const codes = [await late[1], await late[2]].map(({ code }) => code ?? 'taken');
    expect(codes.sort()).toEqual(['NOT_FOUND', 'taken']);
    expect((await mend(replaced, { KenhThucHien: '1' })).code).toBe('NOT_FOUND');
    const { rows } = await api.db.query('select channel from dossier order by code');
    expect(rows).toEqual([{ channel: 'IN_PERSON' }, { channel: 'POSTAL' }]);
  });
});

describe('rows made for demonstration', () => {
  const madeCodes = async () => {
    const { rows } = await api.db.query<{ code: string; made: boolean }>(
      'select right(d.code, 1) as code, b.is_made as made from dossier d join ingest_batch b on b.id = d.batch_id order by d.code',
    );
    return rows.map(({ code, made }) => `${code} ${String(made)}`);
  };

  it('stay so when they are taken again, and real ones stay real', async () => {
    const unknown = { MaTTHC: '1.777777' };
    const { result } = await api.ingest([row(1, unknown), row(2, { KenhThucHien: '7' })]);
    await api.db.query('update ingest_batch set is_made = true where id = $1', [result.batch]);
    await api.ingest([row(3, unknown), row(4, { KenhThucHien: '7' })]);
    await saveProcedures(api, '1.777777');
    expect(await api.ask(RETRY)).toEqual({ retryQuarantined: { received: 4, created: 2, rejected: 2 } });
    for (const id of await openIds()) await api.ask(MEND, { id, fields: { KenhThucHien: '2' } });
    expect(await madeCodes()).toEqual(['1 true', '2 true', '3 false', '4 false']);
  });
});

describe('a bad row that another one of the same body follows', () => {
  it('is kept, closed by it', async () => {
    const bad = row(1, { KenhThucHien: '7' });
    const bodies = [
      [bad, row(1)],
      [bad, { ...bad, TrangThaiHoSo: '99' }],
      [row(1), bad],
    ];
    const kept: unknown[] = [];
    for (const body of bodies) {
      await api.db.query('truncate quarantine');
      const { result } = await api.ingest(body);
      const { rows } = await api.db.query('select row_number as row, closed_as as end from quarantine order by 1');
      expect(rows).toHaveLength(result.rejected);
      kept.push(rows);
    }
    expect(kept).toEqual([
      [{ row: 1, end: 'REPLACED' }],
      [
        { row: 1, end: 'REPLACED' },
        { row: 2, end: null },
      ],
      [{ row: 2, end: null }],
    ]);
  });
});

describe('a row that is taken for a unit by a name with other marks', () => {
  it('is told of when it is tried again, and when it is mended', async () => {
    await api.ingest(
      [1, 2].map((n) => dossierRow({ MaHoSo: dossierCode('H55.99.1', n), DonViXuLy: 'UBND xã Tân Thanh' })),
    );
    const ids = await openIds();
    await nameUnits(api, { '05500': ['UBND xã Tân Thành'] });
    const mended = await api.ask('mutation ($id: ID!) { mendQuarantined(id: $id, fields: {}) { created notes } }', {
      id: ids[0],
    });
    const retried = await api.ask('mutation { retryQuarantined { created notes } }');
    const note = (n: number) =>
      `Hồ sơ ${dossierCode('H55.99.1', n)}: nhận cho đơn vị có tên «UBND xã Tân Thành», dù tên gửi lên khác dấu.`;
    expect([mended, retried]).toEqual([
      { mendQuarantined: { created: 1, notes: [note(1)] } },
      { retryQuarantined: { created: 1, notes: [note(2)] } },
    ]);
  });
});

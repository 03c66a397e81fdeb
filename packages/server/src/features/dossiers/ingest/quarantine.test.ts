import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { differences } from '../../../../test/verifying.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
});

beforeEach(async () => {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  );
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': [] });
});

afterAll(() => api.close());

interface Counts {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}
const COUNTS = 'received created updated unchanged rejected';

async function retry(batch: string | null = null): Promise<Counts> {
  const mutation = `mutation ($batch: ID) { result: retryQuarantined(batch: $batch) { ${COUNTS} } }`;
  return (await api.ask<{ result: Counts }>(mutation, { batch })).result;
}

async function mend(id: string, fields: unknown): Promise<Counts> {
  const mutation = `mutation ($id: ID!, $fields: JSON!) { result: mendQuarantined(id: $id, fields: $fields) { ${COUNTS} } }`;
  return (await api.ask<{ result: Counts }>(mutation, { id, fields })).result;
}

interface Row {
  id: string;
  row: number;
  code: string | null;
  field: string;
  message: string;
  fields: Record<string, string>;
}

async function open(batch: string | null = null): Promise<Row[]> {
  const query = `query ($batch: ID) { quarantine(batch: $batch) { totalCount nodes { id row code field message fields } } }`;
  const { quarantine } = await api.ask<{ quarantine: { totalCount: number; nodes: Row[] } }>(query, { batch });
  expect(quarantine.totalCount).toBe(quarantine.nodes.length);
  return quarantine.nodes;
}

const ofUnit = (organisation: string, number: number, facts = {}) =>
  dossierRow({ MaHoSo: `${organisation}-220301-${String(number).padStart(4, '0')}`, ...facts });

describe('rows of a unit or procedure that nobody knew', () => {
  it('are taken once the unit has the alias', async () => {
    await api.ingest([ofUnit('H55.164.9', 1), ofUnit('H55.164.9', 2, { KenhThucHien: '1' })]);
    expect(await retry()).toEqual({ received: 2, created: 0, updated: 0, unchanged: 0, rejected: 2 });
    await nameUnits(api, { '05500': ['000.9.164.H55'] });
    expect(await retry()).toEqual({ received: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 });
    expect(await open()).toEqual([]);
    expect(await figure(api, '05500')).toBe('1/2');
    expect(await retry()).toEqual({ received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 });
    expect(await differences(api)).toEqual([]);
  });

  it('are taken once the procedure is in the catalogue, with all that was sent of them', async () => {
    const sent = ofUnit('H55.164.3', 1, {
      MaTTHC: '1.555555.000.00.00.H55',
      NgayHenTra: '20220302170000',
      NgayTra: '20220302080000',
      DonViXuLy: 'UBND xã Tân Cương',
    });
    await api.ingest([sent]);
    const [row] = await open();
    expect(row).toMatchObject({ field: 'MaTTHC', fields: sent });
    await saveProcedures(api, '1.555555');
    expect(await retry()).toMatchObject({ created: 1, rejected: 0 });
    expect((await api.ingest([sent])).result).toMatchObject({ unchanged: 1 });
  });

  it('are told apart though they were the same line of different files', async () => {
    await api.ingest([ofUnit('H55.164.9', 1)]);
    await api.ingest([ofUnit('H55.164.8', 1)]);
    await api.ingest([ofUnit('H55.164.3', 1, { MaTTHC: '1.444444' })]);
    await nameUnits(api, { '05500': ['H55.164.9'] });
    expect(await retry()).toEqual({ received: 3, created: 1, updated: 0, unchanged: 0, rejected: 2 });
    expect((await open()).map(({ row, code, field }) => [row, code, field])).toEqual([
      [1, 'H55.164.8-220301-0001', 'MaHoSo'],
      [1, 'H55.164.3-220301-0001', 'MaTTHC'],
    ]);
    expect((await api.db.query('select code from dossier')).rows).toEqual([{ code: 'H55.164.9-220301-0001' }]);
  });

  it('are taken of one batch alone where one is named', async () => {
    const first = await api.ingest([ofUnit('H55.164.9', 1)]);
    const second = await api.ingest([ofUnit('H55.164.9', 2)]);
    await nameUnits(api, { '05500': ['H55.164.9'] });
    expect(await retry(second.result.batch)).toMatchObject({ received: 1, created: 1 });
    expect(await open(second.result.batch)).toEqual([]);
    expect((await open(first.result.batch)).map(({ code }) => code)).toEqual(['H55.164.9-220301-0001']);
  });

  it('are all taken where there are more than one reading holds', async () => {
    await api.ingest(Array.from({ length: 1_203 }, (_, i) => ofUnit('H55.164.9', i + 1)));
    await nameUnits(api, { '05500': ['H55.164.9'] });
    expect(await retry()).toEqual({ received: 1_203, created: 1_203, updated: 0, unchanged: 0, rejected: 0 });
    expect(await figure(api, '05500')).toBe('1203/1203');
  });
});

describe('a row that is mended', () => {
  it('is taken with the new values, and the others as they were sent', async () => {
    await api.ingest([ofUnit('H55.164.3', 1, { KenhThucHien: '7', NgayTiepNhan: '20220228080000' })]);
    const [row] = await open();
    expect(await mend(row!.id, { KenhThucHien: '2' })).toEqual({
      received: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    });
    expect(await open()).toEqual([]);
    const { rows } = await api.db.query('select channel, received_day::text, finished_day::text from dossier');
    expect(rows).toEqual([{ channel: 'ONLINE', received_day: '2022-02-28', finished_day: '2022-03-01' }]);
    const { rows: closed } = await api.db.query('select closed_as from quarantine');
    expect(closed).toEqual([{ closed_as: 'MENDED' }]);
  });

  it('says what is still wrong with it, keeps what was mended so far and nothing that is not kept of dossiers', async () => {
    await api.ingest([ofUnit('H55.164.3', 1, { KenhThucHien: '7', TrangThaiHoSo: '99' })]);
    const [row] = await open();
    expect(await mend(row!.id, { KenhThucHien: '1', ChuHoSo: 'Nguyễn Văn A' })).toMatchObject({
      received: 1,
      rejected: 1,
    });
    const [again] = await open();
    expect(again).toMatchObject({
      id: row!.id,
      field: 'TrangThaiHoSo',
      fields: { KenhThucHien: '1', TrangThaiHoSo: '99' },
    });
    expect(again?.fields).not.toHaveProperty('ChuHoSo');
    expect(await mend(row!.id, { TrangThaiHoSo: 9 })).toMatchObject({ created: 1 });
  });

  it('may be one that could not be read at all', async () => {
    await api.ingest('{"MaHoSo": "H55', { type: 'application/x-ndjson' });
    const [row] = await open();
    expect(row).toMatchObject({ code: null, field: '', fields: {} });
    expect(await retry()).toMatchObject({ received: 0 });
    expect(await mend(row!.id, ofUnit('H55.164.3', 5))).toMatchObject({ created: 1 });
  });

  it.each([
    ['NUL', { DonViXuLy: 'UBND\0 xã' }],
    ['too long a text', { DonViXuLy: 'x'.repeat(20_000) }],
  ])('waits for a person where it held %s, though what is kept of it looks right', async (_what, facts) => {
    await api.ingest([ofUnit('H55.164.3', 1, facts)]);
    expect(await retry()).toMatchObject({ received: 0 });
    const [row] = await open();
    expect(await mend(row!.id, { DonViXuLy: null })).toMatchObject({ created: 1 });
  });

  it.each([
    ['a text', 'KenhThucHien', 'BAD_USER_INPUT'],
    ['a list', ['2'], 'BAD_USER_INPUT'],
    ['null', null, 'BAD_USER_INPUT'],
  ])('is refused with %s instead of fields', async (_what, fields, code) => {
    await api.ingest([ofUnit('H55.164.3', 1, { KenhThucHien: '7' })]);
    const [row] = await open();
    const answer = await api.gql(
      'mutation ($id: ID!, $fields: JSON!) { mendQuarantined(id: $id, fields: $fields) { received } }',
      {
        id: row!.id,
        fields,
      },
    );
    expect(answer.code).toBe(code);
    expect(await open()).toHaveLength(1);
  });

  it.each(['0', '999999', 'x', '', '-1', '9'.repeat(40)])('is not found under the id "%s"', async (id) => {
    const answer = await api.gql('mutation ($id: ID!) { mendQuarantined(id: $id, fields: {}) { received } }', { id });
    expect(answer.code).toBe('NOT_FOUND');
  });

  it('is not found a second time', async () => {
    await api.ingest([ofUnit('H55.164.3', 1, { KenhThucHien: '7' })]);
    const [row] = await open();
    await mend(row!.id, { KenhThucHien: '2' });
    const answer = await api.gql('mutation ($id: ID!) { mendQuarantined(id: $id, fields: {}) { received } }', {
      id: row!.id,
    });
    expect(answer.code).toBe('NOT_FOUND');
  });
});

describe('a row whose dossier came again meanwhile', () => {
  const older = ofUnit('H55.164.9', 1, { KenhThucHien: '1' });
  const newer = ofUnit('H55.164.9', 1, { KenhThucHien: '2' });

  it('is not retried over the later one', async () => {
    await api.ingest([older]);
    await nameUnits(api, { '05500': ['H55.164.9'] });
    expect((await api.ingest([newer])).result).toMatchObject({ created: 1 });
    expect(await open()).toEqual([]);
    expect(await retry()).toMatchObject({ received: 0 });
    expect(await figure(api, '05500')).toBe('1/1');
    expect((await api.db.query('select closed_as from quarantine')).rows).toEqual([{ closed_as: 'REPLACED' }]);
  });

  it('gives way to the later one also when that is bad itself', async () => {
    await api.ingest([older]);
    await api.ingest([newer]);
    expect((await open()).map(({ fields }) => fields['KenhThucHien'])).toEqual(['2']);
    await nameUnits(api, { '05500': ['H55.164.9'] });
    expect(await retry()).toMatchObject({ received: 1, created: 1 });
    expect(await figure(api, '05500')).toBe('1/1');
  });

  it('comes after what was stored before it, and so is an update', async () => {
    await nameUnits(api, { '05500': ['H55.164.9'] });
    await api.ingest([older]);
    await api.ingest([{ ...newer, MaTTHC: '1.333333' }]);
    await saveProcedures(api, '1.333333');
    await amendList(api, '2021-02-19', [{ procedure: '1.333333' }]);
    expect(await retry()).toMatchObject({ received: 1, updated: 1 });
    expect(await figure(api, '05500')).toBe('1/1');
  });

  it('is not retried over one that arrives while the retry waits for its turn', async () => {
    await api.ingest([older]);
    await nameUnits(api, { '05500': ['H55.164.9'] });
    const [arriving, retried] = await withDossiersHeld(async () => {
      const first = api.ingest([newer]);
      await untilWaiting(1);
      const second = retry();
      await untilWaiting(2);
      return [first, second] as const;
    });
    expect((await arriving).result).toMatchObject({ created: 1 });
    expect(await retried).toMatchObject({ received: 0, updated: 0 });
    expect(await figure(api, '05500')).toBe('1/1');
    expect(await differences(api)).toEqual([]);
  });

  it('is taken once by two who retry at the same time', async () => {
    await api.ingest(Array.from({ length: 40 }, (_, i) => ofUnit('H55.164.9', i + 1)));
    await nameUnits(api, { '05500': ['H55.164.9'] });
    const both = await Promise.all([retry(), retry(), retry()]);
    expect(both.reduce((sum, { created }) => sum + created, 0)).toBe(40);
    expect(both.reduce((sum, { updated, rejected }) => sum + updated + rejected, 0)).toBe(0);
    expect(await figure(api, '05500')).toBe('40/40');
    const { rows } = await api.db.query<{ right: boolean }>(
      `select bool_and(q.closed_by = d.recorded_by) as right from quarantine q join dossier d on d.code_key = q.code_key`,
    );
    expect(rows).toEqual([{ right: true }]);
  });
});

/** Nobody changes dossiers while this runs; what it starts goes on afterwards. */
async function withDossiersHeld<T>(use: () => Promise<T>): Promise<T> {
  const holder = await api.db.connect();
  try {
    await holder.query('select pg_advisory_lock(793002)');
    return await use();
  } finally {
    await holder.query('select pg_advisory_unlock_all()');
    holder.release();
  }
}

async function untilWaiting(count: number): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const { rows } = await api.db.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory' and application_name = 'chi-tieu'`,
    );
    if (rows.length >= count) return;
    await sleep(10);
  }
  throw new Error('nobody waits');
}

describe('the list of rows', () => {
  it('comes page by page, oldest first', async () => {
    await api.ingest(Array.from({ length: 7 }, (_, i) => ofUnit('H55.164.9', i + 1)));
    const query = `query ($after: String) { quarantine(first: 3, after: $after) { totalCount nodes { row } pageInfo { hasNextPage endCursor } } }`;
    const seen: number[][] = [];
    let after: string | null = null;
    for (;;) {
      interface Page {
        quarantine: {
          totalCount: number;
          nodes: { row: number }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }
      const page: Page['quarantine'] = (await api.ask<Page>(query, { after })).quarantine;
      expect(page.totalCount).toBe(7);
      seen.push(page.nodes.map(({ row }) => row));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it.each(['no batch', '00000000-0000-4000-8000-000000000000'])('is not found of the batch "%s"', async (batch) => {
    const list = await api.gql('query ($batch: ID) { quarantine(batch: $batch) { totalCount } }', { batch });
    const again = await api.gql('mutation ($batch: ID) { retryQuarantined(batch: $batch) { received } }', { batch });
    expect([list.code, again.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('is only for those who are signed in', async () => {
    const nobody = api.as(null);
    const calls = [
      '{ quarantine { totalCount } }',
      'mutation { retryQuarantined { received } }',
      'mutation { mendQuarantined(id: "1", fields: {}) { received } }',
      '{ ingestBatches { totalCount } }',
    ];
    for (const call of calls) expect((await nobody.gql(call)).code).toBe('UNAUTHENTICATED');
  });
});

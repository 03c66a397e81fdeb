import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { differences } from '../../../../test/verifying.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await nameUnits(api, { '05503': ['H55.164.3'] });
});

beforeEach(async () => {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  );
});

afterAll(() => api.close());

const CODE = 'H55.164.3-220301-0001';
/** The dossier in one of its contents; `bad` is one that is no dossier. */
const content: Record<string, Record<string, string>> = {
  online: dossierRow({ MaHoSo: CODE }),
  inPerson: dossierRow({ MaHoSo: CODE, KenhThucHien: '1' }),
  postal: dossierRow({ MaHoSo: CODE, KenhThucHien: '3' }),
  bad: dossierRow({ MaHoSo: CODE, TrangThaiHoSo: '99' }),
};
const rows = (names: string) =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => content[name] ?? {});

/** What is stored now: the channel, the version, how many earlier versions, how many open rows. */
async function stored(): Promise<string> {
  const { rows: found } = await api.db.query<{ what: string }>(
    `select concat_ws(' ', d.channel, d.version, (select count(*) from dossier_version), (select count(*) from quarantine where closed_by is null)) as what
       from (select 1) x left join dossier d on true`,
  );
  return found[0]!.what;
}

describe('the same dossier more than once', () => {
  it.each([
    { before: '', body: 'online online', receipt: '1 0 1 0', after: 'ONLINE 1 0 0' },
    { before: '', body: 'inPerson online', receipt: '1 1 0 0', after: 'ONLINE 1 0 0' },
    { before: '', body: 'inPerson online online', receipt: '1 1 1 0', after: 'ONLINE 1 0 0' },
    { before: '', body: 'online inPerson online', receipt: '1 2 0 0', after: 'ONLINE 1 0 0' },
    { before: 'online', body: 'online', receipt: '0 0 1 0', after: 'ONLINE 1 0 0' },
    { before: 'online', body: 'inPerson', receipt: '0 1 0 0', after: 'IN_PERSON 2 1 0' },
    { before: 'online', body: 'inPerson postal', receipt: '0 2 0 0', after: 'POSTAL 2 1 0' },
    { before: 'online', body: 'inPerson online', receipt: '0 2 0 0', after: 'ONLINE 1 0 0' },
    { before: 'online', body: 'online inPerson', receipt: '0 1 1 0', after: 'IN_PERSON 2 1 0' },
    { before: 'online', body: 'online online', receipt: '0 0 2 0', after: 'ONLINE 1 0 0' },
    { before: '', body: 'bad online', receipt: '1 0 0 1', after: 'ONLINE 1 0 0' },
    { before: '', body: 'online bad', receipt: '1 0 0 1', after: 'ONLINE 1 0 1' },
    { before: '', body: 'bad bad', receipt: '0 0 0 2', after: '0 1' },
    { before: 'bad', body: 'online', receipt: '1 0 0 0', after: 'ONLINE 1 0 0' },
    { before: 'bad', body: 'bad', receipt: '0 0 0 1', after: '0 1' },
  ])(
    'after "$before", as "$body": created, updated, unchanged, rejected are $receipt',
    async ({ before, body, receipt, after }) => {
      if (before !== '') await api.ingest(rows(before));
      const { result } = await api.ingest(rows(body));
      const { received, created, updated, unchanged, rejected } = result;
      expect([created, updated, unchanged, rejected].join(' ')).toBe(receipt);
      expect(received).toBe(rows(body).length);
      expect(await stored()).toBe(after);
      expect(await differences(api)).toEqual([]);
    },
  );

  it('is one dossier however its organisation and its day are written, and keeps the code as it came last', async () => {
    await nameUnits(api, { '05503': ['H55.164.3', 'H55.164.03'] });
    const results: string[] = [];
    for (const MaHoSo of ['H55.164.03-220301-0001', '000.03.164.H55-20220301-0001', ' h55.164.03.00-220301-0001']) {
      const { result } = await api.ingest([dossierRow({ MaHoSo })]);
      results.push(`${result.created} ${result.updated} ${result.unchanged}`);
    }
    expect(results).toEqual(['1 0 0', '0 0 1', '0 0 1']);
    expect((await api.db.query('select code from dossier')).rows).toEqual([{ code: 'H55.164.03-220301-0001' }]);
  });

  it.each([
    ['the name of the unit', { DonViXuLy: 'UBND xã Tân Cương' }],
    ['who applied', { ChuHoSo: 'Nguyễn Văn A', SoDienThoai: '0900000000' }],
    ['an empty field', { NgayHenTra: '' }],
    ['a field that is no time', { NgayHenTra: 'mai' }],
    ['how the procedure is written', { MaTTHC: '2.000815.000.00.00.H55' }],
  ])('is unchanged where only this differs: %s', async (_what, facts) => {
    await api.ingest([content['online'] ?? {}]);
    const { result } = await api.ingest([{ ...content['online'], ...facts }]);
    expect(result).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it.each([
    ['KenhThucHien', ''],
    ['TrangThaiHoSo', '9'],
    ['NgayTiepNhan', '20220301080001'],
    ['NgayKetThucXuLy', '20220302080000'],
    ['NgayHenTra', '20220303080000'],
    ['NgayTra', '20220303080000'],
  ])('is updated where %s differs', async (field, value) => {
    await api.ingest([content['online'] ?? {}]);
    const { result } = await api.ingest([{ ...content['online'], [field]: value }]);
    expect(result).toMatchObject({ unchanged: 0, updated: 1 });
    expect(await differences(api)).toEqual([]);
  });
});

it('keeps every earlier version with when it was known, and shows which one a figure was made of', async () => {
  const at: string[] = [];
  for (const name of ['online', 'inPerson', 'postal', 'online']) {
    await api.ingest(rows(name));
    const { rows: moments } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
    at.push(moments[0]!.at.toISOString());
  }
  expect(await stored()).toBe('ONLINE 4 3 0');
  const query = `query ($knownAt: DateTime) { dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "05503", from: "2022-01-01", to: "2022-12-31", knownAt: $knownAt) {
    numerator denominator nodes { channel version countedAs } } }`;
  const seen = await Promise.all(at.map((knownAt) => api.ask<{ dossiers: { nodes: unknown[] } }>(query, { knownAt })));
  expect(seen.map(({ dossiers }) => dossiers.nodes)).toEqual([
    [{ channel: 'ONLINE', version: 1, countedAs: 'NUMERATOR' }],
    [{ channel: 'IN_PERSON', version: 2, countedAs: 'DENOMINATOR' }],
    [{ channel: 'POSTAL', version: 3, countedAs: 'DENOMINATOR' }],
    [{ channel: 'ONLINE', version: 4, countedAs: 'NUMERATOR' }],
  ]);
  expect(await Promise.all(at.map((knownAt) => figure(api, '05503', { knownAt })))).toEqual([
    '1/1',
    '0/1',
    '0/1',
    '1/1',
  ]);
  for (const instant of at) expect(await differences(api, new Date(instant))).toEqual([]);
});

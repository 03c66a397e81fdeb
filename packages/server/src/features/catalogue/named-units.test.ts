import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../test/caller.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, figure, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': ['H55.164.4'], '05680': ['H55.169.3'], '164': ['H55.164'] });
  await saveProcedures(api, CODE);
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.query(
    `truncate dossier, dossier_version, service_list_change, service_list_entry, ledger, day_total, month_total, month_standing,
       booked_moment, service_ledger, service_total`,
  );
  const rows = ['H55.164.3', 'H55.164.4', 'H55.169.3', 'H55.164'].map((organisation) =>
    dossierRow({ MaHoSo: dossierCode(organisation, 1), MaTTHC: CODE }),
  );
  await api.ingest(rows);
});

const CODE = '2.000815';

/** The denominators of the units that received a dossier each: two communes of the city, one elsewhere, the city itself. */
async function counted(): Promise<string> {
  expect(await differences(api)).toEqual([]);
  const own = await Promise.all(['05503', '05500', '05680', '164'].map((unit) => figure(api, unit, { scope: 'OWN' })));
  return own.map((shown) => shown.split('/')[1]).join(' ');
}

describe('a line that names a unit', () => {
  it('holds for the unit and what lies below it, and for nobody else', async () => {
    await amendList(api, '2021-01-01', [{ procedure: CODE, tier: 'DISTRICT', unit: '164' }]);
    expect(await counted()).toBe('1 1 0 1');
    const { serviceList } = await api.ask<{ serviceList: { entries: { nodes: unknown[] } } }>(
      '{ serviceList(code: "QD402") { entries { nodes { tier level unit { code } procedure { code } } } } }',
    );
    expect(serviceList.entries.nodes).toEqual([
      { tier: 'DISTRICT', level: 'LEVEL_4', unit: { code: '164' }, procedure: { code: CODE } },
    ]);
  });

  it('goes before the line for the tier, and the nearer one before the farther', async () => {
    await amendList(api, '2021-01-01', [{ procedure: CODE, tier: 'COMMUNE' }]);
    expect(await counted()).toBe('1 1 1 0');
    await amendList(api, '2021-02-01', [{ procedure: CODE, tier: 'DISTRICT', unit: '164', level: 'LEVEL_2' }]);
    expect(await counted()).toBe('0 0 1 0');
    await amendList(api, '2021-03-01', [{ procedure: CODE, unit: '05503', level: 'FULL' }]);
    expect(await counted()).toBe('1 0 1 0');
    await amendList(api, '2021-04-01', [{ action: 'REMOVE', procedure: CODE, tier: 'DISTRICT', unit: '164' }]);
    expect(await counted()).toBe('1 1 1 0');
  });

  it('takes out nearby what a line for more units would count, and counts each dossier once', async () => {
    await amendList(api, '2021-01-01', [{ procedure: CODE, tier: 'DISTRICT', unit: '164' }]);
    await amendList(api, '2021-02-01', [{ procedure: CODE, unit: '05503', level: 'LEVEL_2' }]);
    expect(await counted()).toBe('0 1 0 1');
    await amendList(api, '2021-03-01', [{ procedure: CODE, unit: '05503', action: 'CHANGE_LEVEL', level: 'FULL' }]);
    expect(await counted()).toBe('1 1 0 1');
  });

  it('is told beside the dossiers that it decides about', async () => {
    await amendList(api, '2021-01-01', [
      { procedure: CODE, tier: 'COMMUNE' },
      { procedure: CODE, unit: '05503', level: 'LEVEL_2' },
    ]);
    const reasons = async (unit: string) => {
      const { dossiers } = await api.ask<{ dossiers: { nodes: { reason: string }[] } }>(
        `{ dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "${unit}", from: "2022-01-01", to: "2022-12-31") { nodes { reason } } }`,
      );
      return dossiers.nodes.map(({ reason }) => reason);
    };
    expect(await reasons('05503')).toEqual(['Không tính: trong danh mục ngày 01/03/2022 nhưng ở mức độ khác.']);
    expect(await reasons('05500')).toEqual(['Tính, trực tuyến: còn hiệu lực và trong danh mục ngày 01/03/2022.']);
  });

  it('keeps the place in the decision where it stands', async () => {
    await amendList(api, '2021-01-01', [{ procedure: CODE, unit: '05503', locator: '  Phụ lục II,  trang 3 ' }]);
    const { serviceList } = await api.ask<{ serviceList: { amendments: { changes: unknown[] }[] } }>(
      '{ serviceList(code: "QD402") { amendments { changes { locator unit { code } } } } }',
    );
    expect(serviceList.amendments[0]?.changes).toEqual([{ locator: 'Phụ lục II, trang 3', unit: { code: '05503' } }]);
  });
});

describe('a line is refused', () => {
  const wrong: [string, Record<string, unknown>, string][] = [
    ['that names a unit nobody knows', { unit: '99999' }, 'input.changes.0.unit'],
    ['whose tier is not that of its unit', { unit: '164' }, 'input.changes.0.tier'],
    [
      'that removes for a unit what is only listed for its tier',
      { action: 'REMOVE', unit: '05503' },
      'input.changes.0.procedure',
    ],
    ['whose place is longer than 100 characters', { locator: 'x'.repeat(101) }, 'input.changes.0.locator'],
    ['whose place cannot be stored', { locator: 'a\0b' }, 'input.changes.0.locator'],
    ['without an action', { action: null }, 'input.changes.0.action'],
  ];
  it.each(wrong)('%s', async (_what, facts, path) => {
    await amendList(api, '2021-01-01', [{ procedure: CODE, tier: 'COMMUNE' }]);
    const line = { action: 'ADD', procedure: CODE, tier: 'COMMUNE', level: 'LEVEL_4', ...facts };
    const answer = await amend({ number: 'sai', issuedOn: '2021-06-01' }, [line]);
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', path]);
  });

  it('without the decision that says so', async () => {
    for (const decision of [null, { number: ' ', issuedOn: '2021-01-01' }, { number: '1', issuedOn: null }]) {
      const answer = await amend(decision, [{ action: 'ADD', procedure: CODE, tier: 'COMMUNE', level: 'FULL' }]);
      expect(answer.code).toBe('BAD_USER_INPUT');
    }
    expect((await api.db.query('select from service_list_change')).rowCount).toBe(0);
  });
});

function amend(decision: unknown, changes: unknown[]): Promise<Answer<unknown>> {
  const mutation = 'mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }';
  return api.gql(mutation, { input: { list: 'QD402', decision, changes } });
}

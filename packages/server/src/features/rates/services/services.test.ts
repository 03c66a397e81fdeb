import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { differences } from '../../../../test/verifying.ts';

/** Two communes of one district and a department; three services listed for communes, one of them also for the province. */
const [ONE, TWO, DISTRICT, OFFICE] = ['05431', '05434', '164', '19-STTTT'] as const;
const [FIRST, SECOND, THIRD, UNLISTED] = ['2.100001', '2.100002', '2.100003', '2.100004'] as const;
let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, FIRST, SECOND, THIRD, UNLISTED);
  await amendList(api, '2021-02-19', [
    ...[FIRST, SECOND, THIRD].map((procedure) => ({ procedure })),
    { procedure: FIRST, tier: 'PROVINCE' },
  ]);
  await nameUnits(api, { [ONE]: ['H55.164.1'], [TWO]: ['H55.164.2'], [OFFICE]: ['H55.9'] });
  await api.ingest([
    row('H55.164.1', 1, FIRST),
    row('H55.164.1', 2, FIRST),
    row('H55.164.1', 3, SECOND, { KenhThucHien: '1' }),
    row('H55.164.2', 4, FIRST),
    row('H55.164.2', 5, SECOND, { NgayTiepNhan: '20220501080000', NgayKetThucXuLy: '', TrangThaiHoSo: '4' }),
    row('H55.9', 6, UNLISTED),
  ]);
});

afterAll(() => api.close());

function row(organisation: string, number: number, procedure: string, facts: Record<string, string> = {}) {
  return dossierRow({ MaHoSo: dossierCode(organisation, number), MaTTHC: procedure, ...facts });
}

const used = (unit: string, more: Record<string, unknown> = {}) =>
  figure(api, unit, { indicator: 'SERVICES_WITH_ONLINE', ...more });

it('counts each listed service once for a unit and all below it, however many had a dossier online', async () => {
  expect([await used(ONE), await used(TWO), await used(DISTRICT), await used(OFFICE), await used('19')]).toEqual([
    '1/3',
    '2/3',
    '2/3',
    '0/1',
    '2/3',
  ]);
});

it('looks at the days themselves where months are not whole', async () => {
  expect(await used(DISTRICT, { to: '2022-04-30' })).toBe('1/3');
  expect(await used(DISTRICT, { from: '2022-04-30', to: '2022-05-01' })).toBe('1/3');
  expect(await used(DISTRICT, { from: '2022-05-02', to: '2022-05-20' })).toBe('0/3');
});

it('offers what is listed at a level, over all that is in force for the tier', async () => {
  expect(await figure(api, ONE, { indicator: 'SERVICES_FULL_ONLINE' })).toMatch(/^3\//);
});

it('goes by list and dossiers as known then', async () => {
  const { rows } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
  const knownAt = rows[0]!.at.toISOString();
  await api.ingest([
    row('H55.164.1', 1, FIRST, { KenhThucHien: '1' }),
    row('H55.164.1', 2, FIRST, { KenhThucHien: '1' }),
  ]);
  await amendList(api, '2022-06-01', [{ action: 'REMOVE', procedure: THIRD }]);
  expect([await used(ONE), await used(DISTRICT)]).toEqual(['0/2', '2/2']);
  expect([await used(ONE, { knownAt }), await used(DISTRICT, { knownAt })]).toEqual(['1/3', '2/3']);
  expect(await differences(api)).toEqual([]);
  expect(await differences(api, new Date(knownAt))).toEqual([]);
});

it('names the services behind a figure', async () => {
  const query = `{ services(indicator: "SERVICES_WITH_ONLINE", unit: "164", from: "2022-01-01", to: "2022-12-31") {
    numerator denominator inNumerator { code } others { code } } }`;
  const { services } = await api.ask<{ services: unknown }>(query);
  expect(services).toEqual({
    numerator: 2,
    denominator: 2,
    inNumerator: [{ code: FIRST }, { code: SECOND }],
    others: [],
  });
});

it('has no dossiers behind it, no months and no plan, and says so by name', async () => {
  const asked = `indicator: "SERVICES_WITH_ONLINE", from: "2022-01-01", to: "2022-12-31"`;
  const refused = [
    `{ dossiers(${asked}, unit: "164") { totalCount } }`,
    `{ unit(code: "164", on: "2022-12-31") { series(${asked}) { numerator } } }`,
    `{ procedure(code: "${FIRST}") { rate(${asked}) { numerator } } }`,
    'mutation { createTargetPlan(input: { issuer: "19", indicator: "SERVICES_WITH_ONLINE", year: 2023 }) { id } }',
  ];
  for (const query of refused) {
    const { code, errors } = await api.gql(query);
    expect([code, errors[0]?.message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('SERVICES_WITH_ONLINE')]);
  }
  expect(
    (
      await api.gql(
        `{ services(indicator: "RECEPTION_ONLINE", unit: "164", from: "2022-01-01", to: "2022-12-31") { numerator } }`,
      )
    ).code,
  ).toBe('BAD_USER_INPUT');
});

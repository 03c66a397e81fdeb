import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  nameUnits,
  saveProcedures,
} from '../../../../test/factories.ts';

let api: Api;
const row = (number: number, facts: Record<string, string> = {}) =>
  dossierRow({ MaHoSo: dossierCode('H55.164.3', number), ...facts });
const MARCH = { from: '2022-03-01', to: '2022-03-31' };
const INDICATOR = 'ONLINE_RESOLUTION_L4';

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-04-05T03:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest([row(1), row(2, { KenhThucHien: '1' })]);
});
afterAll(() => api.close());

const CLOSING = `id from to name figures closedBy reopenedAt reason indicator { code }
  corrections { cause numerator denominator units } differing { unit { code } numerator denominator }`;
interface Closing {
  id: string;
  name: string;
  figures: number;
  corrections: { cause: string; numerator: number; denominator: number; units: number }[];
  differing: { unit: { code: string } }[];
  reason: string | null;
}

function close(days: { from: string; to: string }, by: Pick<Api, 'gql'> = api) {
  const mutation = `mutation ($indicator: ID!, $from: Date!, $to: Date!) {
    closePeriod(indicator: $indicator, from: $from, to: $to) { ${CLOSING} } }`;
  return by.gql<{ closePeriod: Closing }>(mutation, { indicator: INDICATOR, ...days });
}

function reopen(id: string, reason: string, by: Pick<Api, 'gql'> = api) {
  const mutation = `mutation ($id: ID!, $reason: String!) { reopenPeriod(id: $id, reason: $reason) { ${CLOSING} } }`;
  return by.gql<{ reopenPeriod: Closing }>(mutation, { id, reason });
}

async function listed(days: Partial<typeof MARCH> = MARCH): Promise<Closing[]> {
  const query = `query ($from: Date, $to: Date) { closedPeriods(indicator: "${INDICATOR}", from: $from, to: $to) { nodes { ${CLOSING} } } }`;
  return (await api.ask<{ closedPeriods: { nodes: Closing[] } }>(query, days)).closedPeriods.nodes;
}

/** What is known now and what was published of the commune, of the scope. */
async function figures(days = MARCH, knownAt: string | null = null): Promise<string> {
  interface Found {
    unit: { attainment: { numerator: number; denominator: number; published: Published | null } };
  }
  interface Published {
    numerator: number;
    denominator: number;
    holds: boolean;
  }
  const query = `query ($from: Date!, $to: Date!, $knownAt: DateTime) { unit(code: "05503", on: $to) {
    attainment(indicator: "${INDICATOR}", from: $from, to: $to, knownAt: $knownAt) {
      numerator denominator published { numerator denominator holds } } } }`;
  const { numerator, denominator, published } = (await api.ask<Found>(query, { ...days, knownAt })).unit.attainment;
  const told = published && `${published.numerator}/${published.denominator} ${published.holds ? 'holds' : 'broken'}`;
  return `${numerator}/${denominator}, published ${told ?? 'nothing'}`;
}

describe('a period that is closed', () => {
  let id = '';
  let beforeClosing = '';

  it('is one that is over, closed by who may, and once', async () => {
    const { rows } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
    beforeClosing = rows[0]!.at.toISOString();
    expect((await close({ from: '2022-04-01', to: '2022-04-30' })).code).toBe('BAD_USER_INPUT');
    expect((await close({ from: '2022-04-30', to: '2022-04-01' })).code).toBe('BAD_USER_INPUT');
    const clerk = api.as(await buildAccount(api, { role: 'CLERK' }));
    expect((await close(MARCH, clerk)).code).toBe('FORBIDDEN');
    const elsewhere = api.as(await buildAccount(api, { role: 'MONITOR', unit: '164' }));
    expect((await close(MARCH, elsewhere)).code).toBe('FORBIDDEN');
    const monitor = api.as(await buildAccount(api, { role: 'MONITOR' }));
    const answers = await Promise.all([close(MARCH, monitor), close(MARCH, monitor)]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', undefined]);
    const closing = answers.find(({ data }) => data)?.data?.closePeriod;
    expect(closing).toMatchObject({
      name: 'Tháng 3/2022',
      indicator: { code: INDICATOR },
      corrections: [],
      differing: [],
    });
    const { rows: units } = await api.db.query(
      `select from unit_version where superseded_by is null and valid @> '2022-03-31'::date`,
    );
    expect(closing?.figures).toBe(2 * units.length);
    id = closing?.id ?? '';
  });

  it('keeps what it was published with, whatever comes later, and tells what came', async () => {
    expect(await figures()).toBe('1/2, published 1/2 holds');
    await api.ingest([row(3), row(2, { KenhThucHien: '2' }), row(4, { NgayKetThucXuLy: '20220401080000' })]);
    expect(await figures()).toBe('3/3, published 1/2 holds');
    const [closing] = await listed();
    expect(closing?.corrections).toEqual([
      { cause: 'NEW', numerator: 1, denominator: 1, units: 1 },
      { cause: 'CORRECTED', numerator: 1, denominator: 0, units: 1 },
    ]);
    expect(closing?.differing.map(({ unit }) => unit.code)).toEqual(['05503', '164', '19']);
  });

  it('says nothing of another period, nor of how it was known before it was closed', async () => {
    expect(await figures({ from: '2022-01-01', to: '2022-03-31' })).toBe('3/3, published nothing');
    expect(await figures(MARCH, beforeClosing)).toBe('1/2, published nothing');
  });

  it('is reopened with a reason, once, and can be closed anew; the earlier closing stays', async () => {
    expect((await reopen(id, '  ')).code).toBe('BAD_USER_INPUT');
    expect((await reopen('00000000-0000-4000-8000-000000000000', 'Vì sao')).code).toBe('NOT_FOUND');
    expect((await reopen('x', 'Vì sao')).code).toBe('NOT_FOUND');
    const clerk = api.as(await buildAccount(api, { role: 'CLERK' }));
    expect((await reopen(id, 'Vì sao', clerk)).code).toBe('FORBIDDEN');
    expect((await reopen(id, 'Bổ sung hồ sơ.')).data?.reopenPeriod).toMatchObject({ reason: 'Bổ sung hồ sơ.' });
    expect((await reopen(id, 'Bổ sung hồ sơ.')).code).toBe('CONFLICT');
    expect(await figures()).toBe('3/3, published nothing');
    expect((await close(MARCH)).code).toBeUndefined();
    expect(await figures()).toBe('3/3, published 3/3 holds');
    expect((await listed()).map(({ reason }) => reason)).toEqual([null, 'Bổ sung hồ sơ.']);
  });

  it('leaves events without a word of the reason', async () => {
    const { rows } = await api.db.query<{ what: string; body: string }>(
      `select what, body from audit_event where about_kind = 'PERIOD' order by seq`,
    );
    expect(rows.map(({ what }) => what)).toEqual(['PERIOD_CLOSED', 'PERIOD_REOPENED', 'PERIOD_CLOSED']);
    expect(rows.map(({ body }) => body).join()).not.toContain('Bổ sung');
  });
});

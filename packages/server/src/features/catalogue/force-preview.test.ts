import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE, OTHER, type Draft } from '../../../test/catalogue-hand.ts';
import { amendList, dossierRow, nameUnits } from '../../../test/factories.ts';

let api: Api;
const hand = new CatalogueHand(() => api);
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'] });
});
afterAll(() => api.close());
beforeEach(() =>
  api.db.query(
    'truncate procedure, change_set, decision, dossier, dossier_version, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, ingest_batch cascade',
  ),
);

const PREVIEW = `mutation ($input: ForceChangesInput!) { previewForce(input: $input) {
  procedures { code before { from to } after { from to openedBy { number } closedBy { number } } }
  effects { indicator { code } year effect { province { before { numerator denominator } after { numerator denominator } } units { unit { code } } } } } }`;
interface Preview {
  previewForce: { procedures: unknown[]; effects: unknown[] };
}
const preview = (changes: Draft[]) =>
  api.gql<Preview>(PREVIEW, {
    input: {
      decision: { number: 'T1/QĐ-UBND', issuedOn: '2022-01-15', effectiveOn: '2022-03-01' },
      changes: changes.map((change) => ({ procedure: CODE, ...change })),
    },
  });

/** A dossier of the procedure, received and finished on a day. */
const dossier = (day: string, n: number, KenhThucHien: string) =>
  dossierRow({
    MaHoSo: `H55.164.3-${day.slice(2)}-000${n}`,
    NgayTiepNhan: `${day}080000`,
    NgayKetThucXuLy: `${day}160000`,
    MaTTHC: CODE,
    KenhThucHien,
  });

async function fill(): Promise<void> {
  await hand.save({ inForceFrom: '2020-01-01', tiers: ['PROVINCE', 'DISTRICT', 'COMMUNE'] });
  await amendList(api, '2020-01-01', [{ procedure: CODE }]);
  await api.ingest([dossier('20220210', 1, '2'), dossier('20220310', 2, '2'), dossier('20220311', 3, '1')]);
}

describe('trying what a decision says of force', () => {
  it('tells the periods and the figures before and after, and stores nothing', async () => {
    await fill();
    const answer = await preview([{ action: 'REPEALED' }]);
    expect(answer.data?.previewForce).toEqual({
      procedures: [
        {
          code: CODE,
          before: [{ from: '2020-01-01', to: null }],
          after: [{ from: '2020-01-01', to: '2022-02-28', openedBy: null, closedBy: null }],
        },
      ],
      effects: [
        {
          indicator: { code: 'ONLINE_RESOLUTION_L4' },
          year: 2022,
          effect: {
            province: { before: { numerator: 2, denominator: 3 }, after: { numerator: 1, denominator: 1 } },
            units: [{ unit: { code: '05503' } }, { unit: { code: '164' } }, { unit: { code: '19' } }],
          },
        },
      ],
    });
    expect(await hand.periods()).toEqual(['2020-01-01 …']);
    const { rows } = await api.db.query('select from decision where number = $1', ['T1/QĐ-UBND']);
    expect([rows, await hand.read('version')]).toEqual([[], { version: 1 }]);
  });

  it('refuses what entering it would refuse', async () => {
    await hand.save({});
    const answer = await preview([{ action: 'ENFORCED' }]);
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual([
      'BAD_USER_INPUT',
      ['input.changes.0.procedure'],
    ]);
    expect((await preview([{ action: 'REPLACED', replacedBy: OTHER }])).code).toBe('BAD_USER_INPUT');
  });
});

const RATE = `query ($code: ID!) { procedure(code: $code) {
  rate(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") { numerator denominator inPeriod rate } } }`;
async function rate(): Promise<{ numerator: number; denominator: number; inPeriod: number; rate: number | null }> {
  const answer = await api.ask<{ procedure: { rate: Awaited<ReturnType<typeof rate>> } }>(RATE, { code: CODE });
  return answer.procedure.rate;
}

describe('the figures of a procedure', () => {
  it('are counted by month and channel', async () => {
    await fill();
    const counts = 'dossierCounts(from: "2022-02-01", to: "2022-03-10") { month channel count }';
    expect(await hand.read(counts)).toEqual({
      dossierCounts: [
        { month: '2022-02-01', channel: 'ONLINE', count: 1 },
        { month: '2022-03-01', channel: 'ONLINE', count: 1 },
      ],
    });
    const backwards = await api.gql(
      `{ procedure(code: "${CODE}") { dossierCounts(from: "2022-02-01", to: "2022-01-01") { count } } }`,
    );
    expect(backwards.code).toBe('BAD_USER_INPUT');
  });

  it('are its part of an indicator, the same as the units together have of it', async () => {
    await fill();
    expect(await rate()).toEqual({ numerator: 2, denominator: 3, inPeriod: 3, rate: 66.67 });
    const { attainments } = await api.ask<{ attainments: { numerator: number; denominator: number }[] }>(
      '{ attainments(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31", scope: OWN) { numerator denominator } }',
    );
    const sum = (of: 'numerator' | 'denominator') => attainments.reduce((total, row) => total + row[of], 0);
    expect([sum('numerator'), sum('denominator')]).toEqual([2, 3]);
    await hand.decide([{ action: 'REPEALED' }]);
    expect(await rate()).toEqual({ numerator: 1, denominator: 1, inPeriod: 3, rate: 100 });
  });

  it('name the decisions that said something of it on lists', async () => {
    await fill();
    expect(await hand.read('listLines { list { code } action tier level decision { effectiveOn } }')).toEqual({
      listLines: [
        {
          list: { code: 'QD402' },
          action: 'ADD',
          tier: 'COMMUNE',
          level: 'LEVEL_4',
          decision: { effectiveOn: '2020-01-01' },
        },
      ],
    });
  });
});

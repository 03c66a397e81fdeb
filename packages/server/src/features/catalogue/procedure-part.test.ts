import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthEnd } from '@chi-tieu/shared/domain/days';
import type { Period } from '@chi-tieu/shared/domain/eligibility';
import { openApi, type Api } from '../../../test/api.ts';
import { arbitraryDay, arbitraryHappening, happen, nameReceivingUnits, PROCEDURES } from '../../../test/arbitraries.ts';
import { buildAccount, saveProcedures } from '../../../test/factories.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { pureVerdicts, type PureVerdict } from '../../../test/pure-verdicts.ts';
import { withClient } from '../../app/database.ts';
import { indicators, type IndicatorRow } from '../rates/indicators.queries.ts';

let api: Api;
let rules: IndicatorRow[];

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'AT_PERIOD_END', { eligibilityDate: 'PERIOD_END' });
  await addIndicator(api, 'RECEPTION', { basis: 'RECEIVED', listId: null, levels: [], inForceRequired: false });
  const all = await withClient(api.app.db, (sql) => indicators(sql, api.app.provinceId));
  rules = all.filter(({ counts }) => counts === 'DOSSIERS');
  await nameReceivingUnits(api);
});

afterAll(() => api.close());

interface Part {
  numerator: number;
  denominator: number;
  notCounted: number;
}
type PartOf = Part & { from: string; to: string; unit: { code: string } | null };
interface Found {
  rate: Part;
  rateByMonth: PartOf[];
  rateByUnit: PartOf[];
}

const PARTS = 'numerator denominator notCounted from to unit { code }';
const written = ({ numerator, denominator, notCounted }: Part) => `${numerator}/${denominator}/${notCounted}`;

/** The three counts as the pure rule has them. */
function sumOf(verdicts: readonly PureVerdict[]): string {
  const count = (holds: (one: PureVerdict) => boolean) => verdicts.filter(holds).length;
  return written({
    numerator: count(({ countedAs }) => countedAs === 'NUMERATOR'),
    denominator: count(({ countedAs }) => countedAs !== 'NOT_COUNTED'),
    notCounted: count(({ countedAs, inPeriod }) => countedAs === 'NOT_COUNTED' && inPeriod),
  });
}

async function shown(
  procedure: string,
  indicator: string,
  period: Period,
  knownAt: string | null,
): Promise<Found | null> {
  const asked = 'indicator: $indicator, from: $from, to: $to, knownAt: $knownAt';
  const { procedure: found } = await api.ask<{ procedure: Found | null }>(
    `query ($code: ID!, $indicator: ID!, $from: Date!, $to: Date!, $knownAt: DateTime) { procedure(code: $code) {
       rate(${asked}) { ${PARTS} } rateByMonth(${asked}) { ${PARTS} } rateByUnit(${asked}) { ${PARTS} } } }`,
    { code: procedure, indicator, ...period, knownAt },
  );
  return found;
}

/** The totals of the three lists of dossiers behind it. */
async function behind(procedure: string, indicator: string, period: Period): Promise<string> {
  const list = (countedAs: string) =>
    `dossiers(indicator: $indicator, unit: "19", from: $from, to: $to, procedure: $procedure, countedAs: ${countedAs}, first: 500) {
       numerator denominator totalCount nodes { countedAs procedure { code } } }`;
  type List = Part & { totalCount: number; nodes: { countedAs: string; procedure: { code: string } }[] };
  const lists = await api.ask<Record<'online' | 'others' | 'rest', List>>(
    `query ($procedure: ID!, $indicator: ID!, $from: Date!, $to: Date!) {
       online: ${list('NUMERATOR')} others: ${list('DENOMINATOR')} rest: ${list('NOT_COUNTED')} }`,
    { procedure, indicator, ...period },
  );
  const { online, others, rest } = lists;
  for (const { nodes, totalCount } of [online, others, rest]) {
    expect(nodes.length).toBe(totalCount);
    expect(nodes.filter((node) => node.procedure.code !== procedure)).toEqual([]);
  }
  expect([online.numerator, online.denominator]).toEqual([online.totalCount, online.totalCount + others.totalCount]);
  return written({ ...online, notCounted: rest.totalCount });
}

const arbitraryPeriod = fc
  .tuple(arbitraryDay, arbitraryDay)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

describe("a procedure's part of an indicator", () => {
  it('is what the pure rule counts of its dossiers, month by month and unit by unit, and its dossiers stand behind it', async () => {
    const history = fc.array(arbitraryHappening, { minLength: 4, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(history, arbitraryPeriod, async (happenings, period) => {
        await startOver();
        for (const [n, happening] of happenings.entries()) await happen(api, happening, n);
        const whole = await pureVerdicts(api, rules, period);
        for (const { code: indicator } of rules) {
          for (const procedure of PROCEDURES) {
            const isMine = (one: PureVerdict) => one.indicator === indicator && one.procedure === procedure;
            const found = await shown(procedure, indicator, period, null);
            // An undoing may have taken it out of the catalogue again; then no dossier names it.
            if (found === null) {
              expect(whole.filter(isMine)).toEqual([]);
              continue;
            }
            const { rate, rateByMonth, rateByUnit } = found;
            expect([indicator, procedure, written(rate)]).toEqual([indicator, procedure, sumOf(whole.filter(isMine))]);
            for (const { unit, ...part } of rateByUnit)
              expect(written(part)).toBe(sumOf(whole.filter((one) => isMine(one) && one.unit === unit?.code)));
            expect(rateByUnit.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(rate.denominator);
            for (const { from, to, ...part } of rateByMonth) {
              expect(to).toBe(monthEnd(from) < period.to ? monthEnd(from) : period.to);
              expect(written(part)).toBe(sumOf((await pureVerdicts(api, rules, { from, to })).filter(isMine)));
            }
            expect(await behind(procedure, indicator, period)).toBe(written(rate));
          }
        }
      }),
      { numRuns: process.env['LONG_TESTS'] === 'on' ? 8 : 4, interruptAfterTimeLimit: 100_000 },
    );
  }, 240_000);

  it('is the part of one unit where one is named, with those below it or its own alone', async () => {
    await startOver();
    await happen(api, { kind: 'decide', on: '2022-02-25', changes: [line('COMMUNE'), line('DISTRICT')] }, 1);
    const row = (unit: number, number: number, channel: string) => ({
      MaHoSo: `H55.${unit}-220301-000${number}`,
      MaTTHC: PROCEDURES[0],
      KenhThucHien: channel,
      TrangThaiHoSo: '10',
      NgayTiepNhan: '20220301080000',
      NgayKetThucXuLy: '20220302080000',
    });
    await api.ingest([row(3, 1, '2'), row(4, 2, '2'), row(4, 3, '1'), row(5, 4, '3'), row(1, 5, '2')]);
    const of = async (unit: string | null, scope: string | null) => {
      const { procedure } = await api.ask<{ procedure: { rate: Part & { rate: number | null } } }>(
        `query ($code: ID!, $unit: ID, $scope: Scope) { procedure(code: $code) {
           rate(indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31", unit: $unit, scope: $scope) { ${PARTS} rate } } }`,
        { code: PROCEDURES[0], unit, scope },
      );
      return [written(procedure.rate), procedure.rate.rate];
    };
    expect(await of(null, null)).toEqual(['2/4/1', 50]);
    expect(await of('164', null)).toEqual(['2/4/0', 50]);
    expect(await of('164', 'OWN')).toEqual(['1/1/0', 100]);
    expect(await of('05503', 'SUBTREE')).toEqual(['1/2/0', 50]);
    expect(await of('05506', null)).toEqual(['0/0/0', null]);
  });

  it('is as it was known at an instant', async () => {
    await startOver();
    await happen(api, { kind: 'decide', on: '2022-02-25', changes: [line('COMMUNE')] }, 1);
    const row = {
      MaHoSo: 'H55.4-220301-0001',
      MaTTHC: PROCEDURES[0],
      KenhThucHien: '1',
      TrangThaiHoSo: '10',
      NgayTiepNhan: '20220301080000',
      NgayKetThucXuLy: '20220302080000',
    };
    await api.ingest([row]);
    const { rows } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
    await api.ingest([{ ...row, KenhThucHien: '2' }]);
    const period = { from: '2022-03-01', to: '2022-03-31' };
    const at = async (knownAt: string | null) =>
      (await shown(PROCEDURES[0], 'ONLINE_RESOLUTION_L4', period, knownAt))?.rate;
    const counts = { numerator: 1, denominator: 1, notCounted: 0 };
    expect(await at(null)).toMatchObject(counts);
    expect(await at(rows[0]?.at.toISOString() ?? null)).toMatchObject({ ...counts, numerator: 0 });
  });

  it('is refused for what nobody knows, and its dossiers for who may not read them', async () => {
    const usual = { indicator: 'ONLINE_RESOLUTION_L4', from: '2022-03-01', to: '2022-03-31', unit: null };
    const rate = (asked: object) =>
      api.gql(
        `query ($indicator: ID!, $from: Date!, $to: Date!, $unit: ID) { procedure(code: "${PROCEDURES[0]}") {
           rateByMonth(indicator: $indicator, from: $from, to: $to, unit: $unit) { denominator } } }`,
        { ...usual, ...asked },
      );
    expect((await rate({ indicator: 'X' })).code).toBe('NOT_FOUND');
    expect((await rate({ unit: '99999' })).code).toBe('NOT_FOUND');
    expect((await rate({ to: '2022-02-01' })).code).toBe('BAD_USER_INPUT');
    expect((await rate({ to: '2099-02-01' })).code).toBe('BAD_USER_INPUT');
    const dossiers = (unit: string, procedure: string) =>
      `{ dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "${unit}", from: "2022-03-01", to: "2022-03-31", procedure: "${procedure}") { totalCount } }`;
    expect((await api.gql(dossiers('19', '9.999999'))).code).toBe('NOT_FOUND');
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    expect((await clerk.gql(dossiers('19', PROCEDURES[0]))).code).toBe('FORBIDDEN');
    expect((await clerk.gql(dossiers('05503', PROCEDURES[0]))).code).toBeUndefined();
  });
});

const line = (tier: string) => ({ action: 'ADD', procedure: PROCEDURES[0], tier, level: 'LEVEL_4' });

async function startOver(): Promise<void> {
  await api.db.query(
    `truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total,
       procedure, change_set, decision, service_list_change, service_list_entry cascade`,
  );
  await saveProcedures(api, ...PROCEDURES);
}

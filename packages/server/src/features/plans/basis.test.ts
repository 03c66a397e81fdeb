import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { createPlan, issuePlan, movePlan, setTargets } from '../../../test/plans.ts';
import { twelveMonthsTo } from './basis.service.ts';

let api: Api;
let number = 0;

const [A, B, GONE] = ['05506', '05509', '05524'] as const;
const PHU_BINH = '05908';
const TODAY = new Date('2022-05-20T05:00:00Z');

beforeAll(async () => {
  api = await openApi({ now: TODAY });
  await saveProcedures(api, '2.000815');
  const everywhere = ['COMMUNE', 'DISTRICT', 'PROVINCE'].map((tier) => ({ procedure: '2.000815', tier }));
  await amendList(api, '2015-01-01', everywhere);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'], [GONE]: ['H55.1.3'], '165': ['H55.1'], '172': ['H55.2'] });
  await nameUnits(api, { '164': ['H55.3'], [PHU_BINH]: ['H55.4.1'], '173': ['H55.4'], '19': ['H55'] });
  // Thái Nguyên: this year alone.
  await finish('H55.3', '2022-02-01', 1);
  await finish('H55.3', '2022-05-19', 2, 1);
  await finish('H55.3', '2022-05-21', 4);
  // Sông Công: 2018, and from the middle of 2020 to that of 2021. Its ward B took over from GONE in 2020.
  await finish('H55.1.3', '2018-03-03', 8, 2);
  await finish('H55.1.2', '2018-03-03', 2, 2);
  await finish('H55.1.1', '2020-06-30', 7);
  await finish('H55.1.1', '2020-07-01', 3, 1);
  await finish('H55.1.2', '2021-06-15', 4, 4);
  await finish('H55.1', '2021-06-30', 2, 1);
  await finish('H55.1.2', '2022-01-01', 9);
  // Phổ Yên and the province itself: at the end of 2021. Phú Bình: in 2020.
  await finish('H55.2', '2021-12-31', 5);
  await finish('H55', '2021-11-11', 6, 3);
  await finish('H55.4.1', '2020-12-31', 16, 8);
  await finish('H55.4', '2020-12-31', 1);
  await addIndicator(api, 'AT_THE_END', { eligibilityDate: 'PERIOD_END' });
});
afterAll(() => api.close());

/** Takes in dossiers that one organisation finished on a day, the first of them online. */
async function finish(
  organisation: string,
  day: string,
  count: number,
  online = 0,
  procedure = '2.000815',
): Promise<void> {
  const stamp = `${day.replaceAll('-', '')}090000`;
  const rows = Array.from({ length: count }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, (number += 1)),
      MaTTHC: procedure,
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: stamp,
      NgayKetThucXuLy: stamp,
    }),
  );
  expect((await api.ingest(rows)).result.created).toBe(count);
}

interface Basis {
  basisFrom: string;
  basisTo: string;
  required: number | null;
  children: {
    unit: { code: string };
    isIssuer: boolean;
    volume: number;
    baseline: number | null;
    target: { percent: number } | null;
  }[];
  rollUp: Record<string, unknown>;
}

async function basisOf(id: string): Promise<Basis> {
  const fields = `basisFrom basisTo required children { unit { code } isIssuer volume baseline target { percent } }
    rollUp { required achieved residualPoints residualDossiers feasible missingUnits { code } }`;
  return (await api.ask<{ targetPlan: Basis }>(`{ targetPlan(id: "${id}") { ${fields} } }`)).targetPlan;
}

const volumes = (basis: Basis) =>
  basis.children
    .filter(({ volume }) => volume > 0)
    .map(({ unit, volume, baseline, isIssuer }) => `${unit.code}${isIssuer ? ' itself' : ''} ${volume} ${baseline}`);

describe('what a plan is built on', () => {
  it('is the year itself where there were no dossiers before it: all of it, or so far', async () => {
    const { plan: past } = await createPlan(api, { year: 2014 });
    expect(await basisOf(past.id)).toMatchObject({ basisFrom: '2014-01-01', basisTo: '2014-12-31' });
    const { plan: current } = await createPlan(api, { year: 2022, issuer: '171' });
    expect(await basisOf(current.id)).toMatchObject({ basisFrom: '2022-01-01', basisTo: '2022-05-20' });
    const { plan: own } = await createPlan(api, { year: 2022, issuer: '164' });
    const basis = await basisOf(own.id);
    expect([basis.basisTo, volumes(basis)]).toEqual(['2022-05-20', ['164 itself 3 33.33']]);
  });

  it('is otherwise the twelve months up to the last one with dossiers before the year', async () => {
    const { plan } = await createPlan(api, { year: 2022 });
    const basis = await basisOf(plan.id);
    expect([basis.basisFrom, basis.basisTo]).toEqual(['2020-07-01', '2021-06-30']);
    expect(volumes(basis)).toEqual([`${A} 3 33.33`, `${B} 4 100`, '165 itself 2 50']);
    expect(basis.children).toHaveLength(11);
  });

  it('of the province has its own dossiers beside everything below its districts', async () => {
    const { plan } = await createPlan(api, { year: 2022, issuer: '19' });
    const basis = await basisOf(plan.id);
    expect([basis.basisFrom, basis.basisTo]).toEqual(['2021-01-01', '2021-12-31']);
    expect(volumes(basis)).toEqual(['165 6 83.33', '172 5 0', '19 itself 6 50']);
  });

  it('counts for a unit what the ones that it succeeded received', async () => {
    const { plan: before } = await createPlan(api, { year: 2019 });
    expect(volumes(await basisOf(before.id))).toEqual([`${B} 2 100`, `${GONE} 8 25`]);
    const { plan: after } = await createPlan(api, { year: 2020 });
    expect(volumes(await basisOf(after.id))).toEqual([`${B} 10 40`]);
  });

  it('adds up the targets of the children and the own dossiers of the issuing unit, decided on whole numbers', async () => {
    await issuePlan(api, { issuer: '19', year: 2021 }, [{ unit: '173', percent: 60 }]);
    const { plan } = await createPlan(api, { issuer: '173', year: 2021 });
    // 60 % of 17 is 63.75 % of the commune's 16 and nothing of the district's own one.
    await setTargets(api, plan.id, [{ unit: PHU_BINH, percent: 63.74 }]);
    const falls = await basisOf(plan.id);
    const short = { achieved: 59.99, feasible: false, residualPoints: 0.01, residualDossiers: 1 };
    expect([falls.required, falls.rollUp]).toMatchObject([60, { required: 60, ...short }]);
    expect(falls.children[0]).toMatchObject({ unit: { code: PHU_BINH }, target: { percent: 63.74 } });
    await setTargets(api, plan.id, [{ unit: PHU_BINH, percent: 63.75 }]);
    const reached = await basisOf(plan.id);
    expect(reached.rollUp).toMatchObject({ achieved: 60, feasible: true, residualPoints: 0, residualDossiers: 0 });
    expect(reached.rollUp['missingUnits']).toHaveLength(19);
  });

  it('is the same twelve months where the end of the period decides who counts: such figures are stored nowhere', async () => {
    const { plan } = await createPlan(api, { year: 2022, indicator: 'AT_THE_END' });
    const basis = await basisOf(plan.id);
    expect([basis.basisFrom, basis.basisTo]).toEqual(['2020-07-01', '2021-06-30']);
    expect(volumes(basis)).toEqual([`${A} 3 33.33`, `${B} 4 100`, '165 itself 2 50']);
    const { plan: none } = await createPlan(api, { year: 2014, indicator: 'AT_THE_END' });
    expect(await basisOf(none.id)).toMatchObject({ basisFrom: '2014-01-01', basisTo: '2014-12-31' });
    // Dossiers of a procedure that left the list within their month count for no period that ends with the month.
    await saveProcedures(api, '2.000816');
    await amendList(api, '2015-01-01', [{ procedure: '2.000816' }]);
    await finish(`H55.1.1`, '2021-09-10', 2, 0, '2.000816');
    await amendList(api, '2021-09-20', [{ action: 'REMOVE', procedure: '2.000816' }]);
    const { plan: other } = await createPlan(api, { year: 2023, indicator: 'AT_THE_END' });
    expect(await basisOf(other.id)).toMatchObject({ basisFrom: '2021-02-01', basisTo: '2022-01-31' });
    expect(await basisOf(plan.id)).toMatchObject({ basisFrom: '2020-07-01', basisTo: '2021-06-30' });
  });

  it.each([
    ['2021-06-01', '2020-07-01', '2021-06-30'],
    ['2021-12-15', '2021-01-01', '2021-12-31'],
    ['2020-02-29', '2019-03-01', '2020-02-29'],
    ['0500-03-01', '0499-04-01', '0500-03-31'],
    ['0002-01-01', '0001-02-01', '0002-01-31'],
    ['0001-03-05', '0001-01-01', '0001-03-31'],
    ['9999-12-31', '9999-01-01', '9999-12-31'],
  ])('is twelve whole months up to that of a day: %s', (day, from, to) => {
    expect(twelveMonthsTo(day)).toEqual({ from, to });
  });

  it('of a draft without a decision is read by the hierarchy of today, as far as that lies in its year', async () => {
    // On 01/03/2025 Giang Tiên (05608) became part of Phấn Mễ (05644).
    const codes = async (id: string) => (await basisOf(id)).children.map(({ unit }) => unit.code);
    try {
      api.app.now = () => new Date('2025-02-10T05:00:00Z');
      const { plan } = await createPlan(api, { issuer: '168', year: 2025 });
      const { plan: next } = await createPlan(api, { issuer: '168', year: 2026 });
      const { plan: last } = await createPlan(api, { issuer: '168', year: 2024 });
      expect([await codes(last.id), await codes(plan.id)].map((all) => all.includes('05608'))).toEqual([true, true]);
      expect(await codes(next.id)).not.toContain('05608');
      api.app.now = () => new Date('2025-03-02T05:00:00Z');
      expect(await codes(plan.id)).not.toContain('05608');
      expect(await codes(last.id)).toContain('05608');
      api.app.now = () => new Date('2030-01-01T05:00:00Z');
      expect(await codes(plan.id)).not.toContain('05608');
    } finally {
      api.app.now = () => TODAY;
    }
  });

  it('is that of the day from which its decision holds', async () => {
    const { plan } = await createPlan(api, { issuer: '167', year: 2025 });
    const codes = async () => (await basisOf(plan.id)).children.map(({ unit }) => unit.code);
    expect(await codes()).toContain('05569');
    const { plan: earlier } = await createPlan(api, { issuer: '167', year: 2024 });
    expect((await basisOf(earlier.id)).children.map(({ unit }) => unit.code)).toContain('05536');
    await movePlan(api, earlier.id, 'SUBMITTED');
    const commune = await createPlan(api, {
      issuer: '164',
      year: 2025,
      decision: { number: '9', issuedOn: '2025-03-15' },
    });
    expect((await basisOf(commune.plan.id)).children.map(({ unit }) => unit.code)).not.toContain('05704');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { addIndicator } from '../../../../test/indicators.ts';
import { switchOver } from '../../../../test/switch-over.ts';

let api: Api;
const row = (number: number, facts: Record<string, string> = {}) =>
  dossierRow({ MaHoSo: dossierCode('H55.164.3', number), ...facts });
const MARCH = 'from: "2022-03-01", to: "2022-03-31"';

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-04-05T03:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815', '2.000816', '1.100001');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await addIndicator(api, 'AT_THE_END', { basis: 'RESOLVED', eligibilityDate: 'PERIOD_END' });
  await api.ingest([row(1), row(2, { KenhThucHien: '1' })]);
});
afterAll(() => api.close());

interface Correction {
  cause: string;
  numerator: number;
  denominator: number;
  units: number;
  by: string | null;
}

async function close(indicator: string): Promise<void> {
  await api.ask(`mutation { closePeriod(indicator: "${indicator}", ${MARCH}) { id } }`);
}

async function corrections(indicator: string): Promise<Correction[]> {
  const query = `{ closedPeriods(indicator: "${indicator}") { nodes { corrections { cause numerator denominator units by } } } }`;
  const { closedPeriods } = await api.ask<{ closedPeriods: { nodes: { corrections: Correction[] }[] } }>(query);
  return closedPeriods.nodes[0]?.corrections ?? [];
}

/** What the province counts more today than it was published with. */
async function moved(indicator: string): Promise<[number, number]> {
  interface Pair {
    numerator: number;
    denominator: number;
  }
  const query = `{ unit(code: "19", on: "2022-03-31") { attainment(indicator: "${indicator}", ${MARCH}) {
    numerator denominator published { numerator denominator } } } }`;
  const { attainment } = (await api.ask<{ unit: { attainment: Pair & { published: Pair } } }>(query)).unit;
  const { numerator, denominator, published } = attainment;
  return [numerator - published.numerator, denominator - published.denominator];
}

const told = (rows: Correction[]) =>
  rows.map(({ cause, numerator, denominator }) => `${cause} ${numerator}/${denominator}`);
const summed = (rows: Correction[]) => [sum(rows, 'numerator'), sum(rows, 'denominator')];
const sum = (rows: Correction[], of: 'numerator' | 'denominator') => rows.reduce((total, one) => total + one[of], 0);

describe('what came into a closed period', () => {
  it('is told by cause where the period’s end decides, though nothing is booked', async () => {
    await close('AT_THE_END');
    expect(await corrections('AT_THE_END')).toEqual([]);
    await api.ingest([row(3), row(2, { KenhThucHien: '2' })]);
    const found = await corrections('AT_THE_END');
    expect(told(found)).toEqual(['NEW 1/1', 'CORRECTED 1/0']);
    expect(found.map(({ units }) => units)).toEqual([1, 1]);
    expect(summed(found)).toEqual(await moved('AT_THE_END'));
  });

  it('is told of services', async () => {
    await close('SERVICES_WITH_ONLINE');
    await amendList(api, '2022-03-05', [{ procedure: '2.000816' }]);
    const found = await corrections('SERVICES_WITH_ONLINE');
    expect(told(found)).toEqual(['OTHER 0/1']);
    expect(summed(found)).toEqual(await moved('SERVICES_WITH_ONLINE'));
  });

  it('is the difference that a switch of the definition makes, and not all that the new one counts', async () => {
    await close('ONLINE_RESOLUTION_L4');
    // The new one asks no list: 1.100001 counts by it.
    await api.ingest([row(4), row(5, { MaTTHC: '1.100001' })]);
    await switchOver(api, 'ONLINE_RESOLUTION_L4');
    await api.ingest([row(6, { KenhThucHien: '1' })]);
    const found = await corrections('ONLINE_RESOLUTION_L4');
    expect(told(found)).toEqual(['NEW 0/1', 'DEFINITION 1/1', 'NEW 1/1']);
    expect(found[1]?.by).not.toBeNull();
    expect(summed(found)).toEqual(await moved('ONLINE_RESOLUTION_L4'));
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { switchOver } from '../../../../test/switch-over.ts';

let api: Api;
const row = (number: number, facts: Record<string, string> = {}) =>
  dossierRow({ MaHoSo: dossierCode('H55.164.3', number), ...facts });

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
});
afterAll(() => api.close());

interface Told {
  indicator: { code: string };
  effect: { province: Record<'before' | 'after', { numerator: number; denominator: number }> };
}

/** What a receipt says it did to the province's figure of online resolution. */
async function effect(id: string): Promise<string> {
  const query = `{ ingestBatch(id: "${id}") { effects { indicator { code } effect { province {
    before { numerator denominator } after { numerator denominator } } } } } }`;
  const { ingestBatch } = await api.ask<{ ingestBatch: { effects: Told[] } }>(query);
  const found = ingestBatch.effects.find(({ indicator }) => indicator.code === 'ONLINE_RESOLUTION_L4');
  const { before, after } = found?.effect.province ?? {};
  return `${before?.numerator}/${before?.denominator} → ${after?.numerator}/${after?.denominator}`;
}

it('tells what an import did when it came, whatever came since', async () => {
  await api.ingest([row(1)]);
  const { batch } = (await api.ingest([row(2, { KenhThucHien: '1' }), row(3)])).result;
  expect(await effect(batch)).toBe('1/1 → 2/3');
  await api.ingest([row(4), row(2, { KenhThucHien: '2' })]);
  expect(await effect(batch)).toBe('1/1 → 2/3');
  await switchOver(api, 'ONLINE_RESOLUTION_L4');
  await api.ingest([row(5)]);
  expect(await effect(batch)).toBe('1/1 → 2/3');
});

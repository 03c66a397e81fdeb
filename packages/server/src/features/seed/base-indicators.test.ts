import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { dossierCode, dossierRow, figure, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';
import { computeAll } from '../definitions/compute-slices.service.ts';
import { ensureIndicators } from './base-indicators.service.ts';

let api: Api;

/** A database as an earlier version of the product left it: with dossiers and one indicator. */
beforeAll(async () => {
  api = await openApi();
  await api.db.query(`
    delete from indicator_definition where indicator_id in (select id from indicator where code <> 'ONLINE_RESOLUTION_L4');
    delete from indicator where code <> 'ONLINE_RESOLUTION_L4';
    insert into installation (step, detail) values ('seed', '{"seed": "base"}') on conflict (step) do nothing`);
  await saveProcedures(api, '2.100001');
  await nameUnits(api, { '05431': ['H55.164.1'] });
  await api.ingest([1, 2, 3].map((n) => row(n)));
});

afterAll(() => api.close());

function row(number: number, facts: Record<string, string> = {}) {
  return dossierRow({ MaHoSo: dossierCode('H55.164.1', number), MaTTHC: '2.100001', ...facts });
}

async function codes(): Promise<string[]> {
  const { indicators } = await api.ask<{ indicators: { code: string }[] }>('{ indicators { code } }');
  return indicators.map(({ code }) => code);
}

it('gives an installation of before the new indicators once what they count is computed', async () => {
  await ensureIndicators(api.app.db, api.app.provinceId, api.app.log);
  // What lists offer needs no computing.
  expect(await codes()).toEqual(['ONLINE_RESOLUTION_L4', 'SERVICES_FULL_ONLINE']);
  await api.ingest([row(4, { KenhThucHien: '1' })]);
  await computeAll(api.app);
  expect(await codes()).toEqual([
    'ONLINE_RESOLUTION_L4',
    'RECEPTION_ONLINE',
    'RESOLUTION_ON_TIME',
    'SERVICES_FULL_ONLINE',
    'SERVICES_WITH_ONLINE',
  ]);
  expect(await figure(api, '05431', { indicator: 'RECEPTION_ONLINE' })).toBe('3/4');
  expect(await differences(api)).toEqual([]);
});

it('gives them once', async () => {
  await ensureIndicators(api.app.db, api.app.provinceId, api.app.log);
  const { rows } = await api.db.query<{ n: number }>('select count(*)::int as n from indicator');
  expect(rows).toEqual([{ n: 5 }]);
});

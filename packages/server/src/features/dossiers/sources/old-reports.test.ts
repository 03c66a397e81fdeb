import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { OldReports, REPORTS_WAIT_DAYS } from './old-reports.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
});
afterAll(() => api.close());

it('reports whose dossiers never came are taken away after half a year, others go on waiting', async () => {
  await buildSource(api, { loginName: 'motcua', password: 'Mat-khau-nguon' });
  const system = new OneStop(api);
  const session = await system.login('motcua', 'Mat-khau-nguon');
  const report = (n: number) =>
    system.send(session, 'CapNhatTienDoHoSoMC', [
      { MaHoSo: `H55.164.3-220301-000${n}`, TrangThai: '4', ThoiDiemXuLy: '20220302080000' },
    ]);
  const waiting = async () =>
    (await api.db.query<{ key: string }>('select code_key as key from progress_waiting order by 1')).rows.map(
      ({ key }) => key,
    );
  await report(1);
  await report(2);
  expect(await waiting()).toHaveLength(2);
  await api.db.query(
    `update moment set at = now() - make_interval(days => $1) from progress_waiting w
      where moment.id = w.recorded_by and w.code_key like '%-0001'`,
    [REPORTS_WAIT_DAYS + 1],
  );
  const sweeper = new OldReports(api.app);
  await sweeper.sweep();
  await sweeper.stop();
  expect(await waiting()).toEqual(['H55.164.3-220301-0002']);
});

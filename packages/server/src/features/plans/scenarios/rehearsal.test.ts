import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { createPlan, setTargets, type PlanSeen } from '../../../../test/plans.ts';
import { saveScenario, setInputs } from '../../../../test/scenarios.ts';

let api: Api;
let plan: PlanSeen;

/** Sông Công (165): its ward B took over from GONE in 2020 (data/). */
const [A, B, GONE, CITY] = ['05506', '05528', '05525', '165'] as const;

function dossiers(organisation: string, day: string, count: number, online: number): Record<string, string>[] {
  return Array.from({ length: count }, (_none, number) =>
    dossierRow({
      MaHoSo: dossierCode(`${organisation}.${day}`, number),
      DonViXuLy: organisation,
      KenhThucHien: number < online ? '2' : '1',
      NgayTiepNhan: `${day}080000`,
      NgayKetThucXuLy: `${day}090000`,
    }),
  );
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-01T05:00:00Z') });
});
afterAll(() => api.close());
beforeEach(async () => {
  plan = (await createPlan(api)).plan;
  return async () =>
    void (await api.db.query(
      'delete from scenario; delete from plan_input; delete from target; delete from plan_event; delete from target_plan',
    ));
});

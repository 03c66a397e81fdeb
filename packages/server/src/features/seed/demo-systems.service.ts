import type { Context } from '../../app/context.ts';
import { recordIncident, stepIncident } from '../systems/incidents/incidents.service.ts';
import { declareOutage } from '../systems/outages/outages.service.ts';
import { saveSystem } from '../systems/save.service.ts';
import { allSystems, incidentsOf } from '../systems/systems.service.ts';

const OFF = {
  ...{ id: null, address: null, checked: false, everyMinutes: 10, expectedStatus: 200, sources: [] },
  expectedVersion: 0,
};
const PORTAL = 'Cổng dịch vụ công tỉnh (minh họa)';
const SYSTEMS = [
  { name: 'Hệ thống một cửa điện tử tỉnh (minh họa)', kind: 'ONE_STOP', unit: '19-STTTT', securityLevel: 3 },
  { name: PORTAL, kind: 'PROVINCIAL_PORTAL', unit: '19-STTTT', securityLevel: 3 },
  { name: 'Cổng Dịch vụ công quốc gia (minh họa)', kind: 'NATIONAL_PORTAL', unit: null, securityLevel: null },
] as const;

/** A few connected systems of the demonstration that nobody looks at, with an invented outage and an incident, as of a day in it. */
export async function demoSystems(within: <T>(use: (ctx: Context) => Promise<T>) => Promise<T>): Promise<void> {
  if ((await within(allSystems)).length > 0) return;
  for (const system of SYSTEMS) await within((ctx) => saveSystem(ctx, { ...OFF, ...system }));
  const portal = (await within(allSystems)).find(({ name }) => name === PORTAL);
  if (!portal) return;
  const system = String(portal.id);
  const outage = { begunAt: new Date('2022-08-09T01:15:00Z'), endedAt: new Date('2022-08-10T08:30:00Z') };
  const reason = 'Đứt cáp quang về trung tâm dữ liệu, nhà mạng đã nối lại (minh họa).';
  await within((ctx) => declareOutage(ctx, { system, kind: 'REPORTED', ...outage, reason }));
  await within((ctx) =>
    recordIncident(ctx, {
      ...{ system, level: 'ORDINARY', happenedAt: null, noticedAt: new Date('2022-09-12T01:40:00Z') },
      text: 'Trang đăng nhập bị dò mật khẩu từ nhiều địa chỉ, không có tài khoản nào bị chiếm (minh họa).',
      measures: 'Đã chặn các địa chỉ, giới hạn số lần thử (minh họa).',
    }),
  );
  const [incident] = await within((ctx) => incidentsOf(ctx, portal.id));
  if (!incident) return;
  const step = { incident: incident.id, toldTo: null, at: null, level: null };
  const told = { toldTo: 'Chủ quản hệ thống, Trung tâm VNCERT/CC (minh họa)', at: new Date('2022-09-13T02:00:00Z') };
  await within((ctx) => stepIncident(ctx, { ...step, ...told, act: 'REPORTED', text: null, expectedVersion: 1 }));
  const closed = 'Không còn dấu hiệu dò mật khẩu (minh họa).';
  await within((ctx) => stepIncident(ctx, { ...step, act: 'CLOSED', text: closed, expectedVersion: 2 }));
}

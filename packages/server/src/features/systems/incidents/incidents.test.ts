import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { acted, buildSystem, problems } from '../../../../test/systems.ts';

let api: Api;
/** Of the city 164; of the province a monitor and an auditor. */
let city: Caller, lead: Caller, auditor: Caller;
const NOW = new Date('2022-07-20T05:00:00Z');

beforeAll(async () => {
  api = await openApi({ now: NOW });
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [city, lead, auditor] = [await of('MONITOR', '164'), await of('MONITOR', '19'), await of('AUDITOR', '19')];
});
beforeEach(async () => {
  api.app.now = () => NOW;
  await api.db.query(
    'truncate connected_system, connected_system_source, system_check, system_check_hour, system_check_day, system_outage, security_incident, security_incident_step',
  );
});
afterAll(() => api.close());

describe('an incident', () => {
  it('is recorded, told of, classified anew and closed, each with who and when; open it waits for who reports', async () => {
    const { id } = await buildSystem(lead, { securityLevel: 3 });
    const noticedAt = '2022-07-10T01:00:00.000Z';
    const input = { system: id, level: 'SERIOUS', text: 'Có tệp lạ trên máy chủ.', noticedAt, measures: 'Đã cách ly.' };
    const [incident] = (await acted(city, 'recordIncident', input)).incidents;
    expect(incident).toMatchObject({ levelDoubtful: true, reportBy: '2022-07-15', state: 'OPEN', version: 1 });
    const work = async (who: Caller) =>
      (await who.ask<{ myWork: { kind: string; overdue: number }[] }>('{ myWork { kind overdue } }')).myWork;
    for (const who of [city, lead]) expect(await work(who)).toContainEqual({ kind: 'INCIDENT_OPEN', overdue: 1 });
    expect(await work(auditor)).toEqual([]);
    const step = (act: string, version: number, more: object) =>
      acted(city, 'stepIncident', { incident: incident?.id, act, expectedVersion: version, ...more });
    await step('REPORTED', 1, { toldTo: 'VNCERT/CC', at: '2022-07-11T01:00:00.000Z' });
    await step('LEVEL_CHANGED', 2, { level: 'ORDINARY', text: 'Hệ thống cấp độ 3.' });
    // Told of, but open for longer than a week.
    expect(await work(city)).toContainEqual({ kind: 'INCIDENT_OPEN', overdue: 0 });
    const closed = await step('CLOSED', 3, { text: 'Đã cài lại máy chủ.' });
    expect(closed.incidents).toMatchObject([
      { state: 'CLOSED', level: 'ORDINARY', levelDoubtful: false, reportedAt: '2022-07-11T01:00:00.000Z' },
    ]);
    expect(closed.incidents[0]?.steps).toEqual([
      { act: 'RECORDED', text: null, toldTo: null, level: null },
      { act: 'MEASURE', text: 'Đã cách ly.', toldTo: null, level: null },
      { act: 'REPORTED', text: null, toldTo: 'VNCERT/CC', level: null },
      { act: 'LEVEL_CHANGED', text: 'Hệ thống cấp độ 3.', toldTo: null, level: 'ORDINARY' },
      { act: 'CLOSED', text: 'Đã cài lại máy chủ.', toldTo: null, level: null },
    ]);
    expect(await work(city)).toEqual([]);
    const wrong = (given: object) => problems(city, 'stepIncident', { incident: incident?.id, ...given });
    expect(await wrong({ act: 'MEASURE', text: 'X', expectedVersion: 4 })).toEqual(['BAD_USER_INPUT', 'input.act']);
    expect(await wrong({ act: 'REOPENED', text: 'Lại bị.', expectedVersion: 3 })).toEqual(['CONFLICT']);
    const before = { act: 'REOPENED', text: 'Lại bị.', expectedVersion: 4, at: '2022-07-20T04:59:59.000Z' };
    expect(await wrong(before)).toEqual(['BAD_USER_INPUT', 'input.at']);
    expect(await wrong({ ...before, at: '2022-07-20T05:00:01.000Z' })).toEqual(['BAD_USER_INPUT', 'input.at']);
    expect(await wrong({ act: 'REOPENED', text: 'Lại bị.', expectedVersion: 4 })).toEqual([undefined]);
    const measure = { act: 'MEASURE', text: 'X', expectedVersion: 5, at: '2022-07-20T04:59:59.000Z' };
    expect(await wrong(measure)).toEqual(['BAD_USER_INPUT', 'input.at']);
    // Said by the minute, and reopened within it.
    api.app.now = () => new Date('2022-07-20T05:01:40Z');
    expect(await wrong({ ...measure, act: 'CLOSED', at: '2022-07-20T05:01:30Z' })).toEqual([undefined]);
    const within = { act: 'REOPENED', text: 'X', expectedVersion: 6, at: '2022-07-20T05:01:00Z' };
    expect(await wrong(within)).toEqual([undefined]);
    expect(await wrong({ act: 'REPORTED', expectedVersion: 5 })).toEqual(['BAD_USER_INPUT', 'input.toldTo']);
  });

  it('that is closed without having been told of waits until it is, as it may have been before; when it happened may be unknown', async () => {
    const { id } = await buildSystem(lead);
    const noticed = { system: id, level: 'ORDINARY', text: 'Bị dò quét.', noticedAt: '2022-07-10T01:00:00.000Z' };
    const [incident] = (await acted(city, 'recordIncident', noticed)).incidents;
    const step = (act: string, version: number, more: object) =>
      acted(city, 'stepIncident', { incident: incident?.id, act, expectedVersion: version, ...more });
    const work = async () =>
      (await city.ask<{ myWork: { kind: string; overdue: number }[] }>('{ myWork { kind overdue } }')).myWork;
    const closed = await step('CLOSED', 1, { text: 'Đã chặn.' });
    expect(closed.incidents[0]?.possible).toEqual(['REPORTED', 'NOTED', 'REOPENED']);
    expect(await work()).toEqual([{ kind: 'INCIDENT_OPEN', overdue: 1 }]);
    const told = await step('REPORTED', 2, { toldTo: 'VNCERT/CC', at: '2022-07-12T01:00:00.000Z' });
    expect(told.incidents).toMatchObject([
      { state: 'CLOSED', reportedAt: '2022-07-12T01:00:00.000Z', possible: ['NOTED', 'REOPENED'] },
    ]);
    expect(await work()).toEqual([]);
    expect(await lead.ask(`{ connectedSystem(id: "${id}") { incidents { happenedAt } } }`)).toEqual({
      connectedSystem: { incidents: [{ happenedAt: null }] },
    });
  });
});

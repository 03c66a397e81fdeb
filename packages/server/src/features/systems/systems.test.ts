import { addDays } from '@chi-tieu/shared/domain/days';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { buildAccount, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { buildSource } from '../../../test/one-stop.ts';
import { acted, buildSystem, problems, receipts, systemSeen } from '../../../test/systems.ts';

let api: Api;
/** Of the city 164 and of the district 169; of the province a monitor and an auditor; a clerk of the commune. */
let city: Caller, elsewhere: Caller, lead: Caller, auditor: Caller, commune: Caller;
const NOW = new Date('2022-07-20T05:00:00Z');

beforeAll(async () => {
  api = await openApi({ now: NOW });
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': ['H55.164.4'] });
  await saveProcedures(api, '2.000815');
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [city, elsewhere, commune] = [await of('MONITOR', '164'), await of('MONITOR', '169'), await of('CLERK', '05503')];
  [lead, auditor] = [await of('MONITOR', '19'), await of('AUDITOR', '19')];
});
beforeEach(async () => {
  api.app.now = () => NOW;
  await api.db.query(
    'truncate connected_system, connected_system_source, system_check, system_check_hour, system_check_day, system_outage, security_incident, security_incident_step',
  );
});
afterAll(() => api.close());

describe('a system', () => {
  it('is kept for the province, with the sources that it feeds, and says who changed what', async () => {
    const source = await buildSource(api, { name: 'Một cửa của cổng', units: ['164'] });
    const { id } = await buildSystem(lead, { name: 'Cổng DVC', securityLevel: 3, sources: [source] });
    const seen = `{ connectedSystem(id: "${id}") { version checked unit { code } sources { id name } standing { state } lastDataAt } }`;
    expect(await lead.ask(seen)).toEqual({
      connectedSystem: {
        ...{ version: 1, checked: false, unit: { code: '164' }, standing: { state: 'UNKNOWN' }, lastDataAt: null },
        sources: [{ id: source, name: 'Một cửa của cổng' }],
      },
    });
    const change = { id, name: 'Cổng DVC tỉnh', kind: 'PROVINCIAL_PORTAL', sources: [], expectedVersion: 1 };
    await acted(lead, 'saveConnectedSystem', change);
    expect(await problems(lead, 'saveConnectedSystem', change)).toEqual(['CONFLICT']);
    expect(await problems(lead, 'saveConnectedSystem', { name: 'cổng dvc TỈNH', kind: 'OTHER' })).toEqual(['CONFLICT']);
    const { auditTrail } = await api.ask<{ auditTrail: { nodes: { what: string; after: object }[] } }>(
      `{ auditTrail(about: "CONNECTED_SYSTEM:${id}") { nodes { what after } } }`,
    );
    expect(auditTrail.nodes.map(({ what }) => what)).toEqual(['SYSTEM_SAVED', 'SYSTEM_SAVED']);
    expect(auditTrail.nodes[0]?.after).toMatchObject({ name: 'Cổng DVC tỉnh', checked: false, sources: 0 });
  });

  it('has an address of the web, of no network of our own, and is looked at only with one', async () => {
    const wrong = async (more: object) =>
      problems(lead, 'saveConnectedSystem', { name: 'X', kind: 'OTHER', checked: true, ...more });
    const bad = ['BAD_USER_INPUT', 'input.address'];
    for (const address of [null, 'ftp://a.vn/', 'https://a:b@c.vn/', 'http://10.1.2.3/', 'http://[::1]/', 'https://'])
      expect([address, await wrong({ address })]).toEqual([address, bad]);
    expect(await wrong({ name: ' ', securityLevel: 6, everyMinutes: 0, expectedStatus: 99 })).toEqual([
      'BAD_USER_INPUT',
      ...['name', 'securityLevel', 'everyMinutes', 'expectedStatus', 'address'].map((field) => `input.${field}`),
    ]);
    expect(await wrong({ address: 'https://a.vn/', sources: ['999999'] })).toEqual([
      'BAD_USER_INPUT',
      'input.sources.0',
    ]);
  });

  it('is seen by who watches over the unit that runs it, who reports of it and keeps none', async () => {
    const { id } = await buildSystem(lead);
    const national = await buildSystem(lead, { unit: null, kind: 'NATIONAL_PORTAL' });
    for (const who of [lead, city, auditor, api]) expect((await systemSeen(who, id))?.id).toBe(id);
    for (const who of [elsewhere, commune]) expect(await systemSeen(who, id)).toBeNull();
    expect(await systemSeen(city, national.id)).toBeNull();
    const outage = { system: id, kind: 'REPORTED', begunAt: NOW.toISOString(), reason: 'Mất điện.' };
    await acted(city, 'declareOutage', outage);
    for (const who of [auditor, elsewhere, commune])
      expect(await problems(who, 'declareOutage', outage)).toEqual(['FORBIDDEN']);
    expect(await problems(city, 'declareOutage', { ...outage, system: national.id })).toEqual(['FORBIDDEN']);
    expect(await problems(city, 'saveConnectedSystem', { name: 'Y', kind: 'OTHER' })).toEqual(['FORBIDDEN']);
    expect(await problems(lead, 'declareOutage', { ...outage, system: '999' })).toEqual(['NOT_FOUND']);
  });

  it('is taken away once nothing of it is open; then it is read with its history, its name is free, and nothing new is said of it', async () => {
    const { id, name } = await buildSystem(lead);
    const remove = () => lead.gql(`mutation { removeConnectedSystem(id: "${id}", expectedVersion: 1) }`);
    const refusal = async () => {
      const { errors } = await remove();
      return [errors[0]?.extensions?.['code'], errors[0]?.message];
    };
    const outage = { system: id, kind: 'REPORTED', begunAt: '2022-07-20T01:00:00Z', reason: 'Hỏng.' };
    const noticed = { system: id, level: 'ORDINARY', text: 'Bị dò quét.', noticedAt: '2022-07-19T01:30:00Z' };
    await acted(lead, 'declareOutage', outage);
    expect(await refusal()).toEqual([
      'CONFLICT',
      expect.stringContaining('gián đoạn, bảo trì chưa hết (từ 08:00 20/07/2022)'),
    ]);
    const { incidents, outages } = await acted(lead, 'recordIncident', noticed);
    expect(await refusal()).toEqual(['CONFLICT', expect.stringContaining('(phát hiện 08:30 19/07/2022)')]);
    const end = { id: outages[0]?.id, endedAt: '2022-07-20T02:00:00Z', expectedVersion: 1 };
    await acted(lead, 'changeOutage', end);
    expect(await refusal()).toEqual(['CONFLICT', expect.stringContaining('sự cố đang xử lý')]);
    const step = { incident: incidents[0]?.id, act: 'CLOSED', text: 'Đã chặn.', expectedVersion: 1 };
    await acted(lead, 'stepIncident', step);
    expect((await remove()).errors).toEqual([]);
    const list = async (removed: boolean) =>
      (
        await lead.ask<{ connectedSystems: { id: string; removedAt: string | null }[] }>(
          `{ connectedSystems(removed: ${removed}) { id removedAt } }`,
        )
      ).connectedSystems;
    expect([await list(false), await list(true)]).toEqual([[], [{ id, removedAt: NOW.toISOString() }]]);
    expect(await systemSeen(city, id)).toMatchObject({
      outages: [{ kind: 'REPORTED' }],
      incidents: [{ state: 'CLOSED' }],
    });
    for (const [act, input] of [
      ['declareOutage', outage],
      ['recordIncident', noticed],
    ] as const)
      expect(await problems(lead, act, input)).toEqual(['CONFLICT']);
    const after = { incident: incidents[0]?.id, text: 'Nhật ký đã lưu.', expectedVersion: 2 };
    expect(await problems(lead, 'stepIncident', { ...after, act: 'REOPENED' })).toEqual(['CONFLICT']);
    expect((await acted(lead, 'stepIncident', { ...after, act: 'NOTED' })).incidents).toMatchObject([
      { state: 'CLOSED', possible: ['REPORTED', 'NOTED'] },
    ]);
    expect((await buildSystem(lead, { name })).id).not.toBe(id);
  });

  it('names no citizen and holds no key, neither in its name nor in its address, and is run by a unit that there is', async () => {
    const of = async (more: object) => problems(lead, 'saveConnectedSystem', { name: 'X', kind: 'OTHER', ...more });
    for (const name of ['Gọi 0912345678', 'Gọi 0912\u200b345678', '\u200b', 'Hồ sơ 000.00.16.H55-220831-0001'])
      expect([name, await of({ name })]).toEqual([name, ['BAD_USER_INPUT', 'input.name']]);
    const bad = [
      '?token=a',
      '?accessToken=a',
      '#key=1',
      '?x=0123456789abcdefghij',
      '?cccd=012345678901',
      '/tra-cuu/0912345678',
    ];
    for (const end of [...bad, '?a=f3b2a1c0-1111-4222-8333-123456789abc', '?goi=0912%20345%20678'])
      expect([end, await of({ address: `https://a.vn/${end}` })]).toEqual([end, ['BAD_USER_INPUT', 'input.address']]);
    for (const address of ['http:///x', 'http://[64:ff9b::10.0.0.1]/', 'http://[2002:a00:1::]/', 'http://[::8.8.8.8]/'])
      expect([address, await of({ address })]).toEqual([address, ['BAD_USER_INPUT', 'input.address']]);
    expect(await of({ expectedStatus: 199 })).toEqual(['BAD_USER_INPUT', 'input.expectedStatus']);
    // 05524 was merged long ago.
    expect(await of({ unit: '05524' })).toEqual(['BAD_USER_INPUT', 'input.unit']);
    const kept = await acted(lead, 'saveConnectedSystem', {
      ...{
        name: '  Cổng\u200b  tỉnh ',
        kind: 'OTHER',
        address: 'https://a.vn/thu-tuc-hanh-chinh?keyword=design&tab=2022-2025',
      },
    });
    expect(kept.name).toBe('Cổng tỉnh');
    await api.db.query(`update connected_system set address = 'https://a.vn/x?token=abc'`);
    expect(await lead.ask('{ connectedSystems { address } }')).toEqual({
      connectedSystems: [{ address: 'https://a.vn/' }],
    });
  });

  it('is told of by days of years that have days beside them', async () => {
    const { id } = await buildSystem(lead);
    for (const day of ['0001-01-01', '9999-12-31'])
      for (const field of [
        'availability(FT, grain: DAY) { from }',
        'availability(FT, grain: MONTH) { from }',
        'deliveries(FT) { day }',
      ]) {
        const asked = field.replace('FT', `from: "${day}", to: "${day}"`);
        const { errors } = await lead.gql(`{ connectedSystem(id: "${id}") { ${asked} } }`);
        expect([field, errors[0]?.extensions?.['code']]).toEqual([field, 'BAD_USER_INPUT']);
      }
  });
});

describe('an outage', () => {
  it('is declared with its reason, ended, and taken back; what names a citizen is not taken', async () => {
    const { id } = await buildSystem(lead);
    const outage = { system: id, kind: 'REPORTED', begunAt: '2022-07-20T01:00:00.000Z', reason: 'Đứt cáp.' };
    const down = await acted(lead, 'declareOutage', outage);
    expect(down).toMatchObject({ standing: { state: 'DOWN', since: outage.begunAt }, outages: [{ minutes: 240 }] });
    const [one] = down.outages;
    const end = { id: one?.id, endedAt: '2022-07-20T02:30:00.000Z', expectedVersion: 1 };
    expect(await acted(lead, 'changeOutage', end)).toMatchObject({
      standing: { state: 'UNKNOWN' },
      outages: [{ minutes: 90, reason: 'Đứt cáp.' }],
    });
    expect(await problems(lead, 'changeOutage', end)).toEqual(['CONFLICT']);
    const back = { id: one?.id, withdrawn: true, expectedVersion: 2 };
    expect((await acted(lead, 'changeOutage', back)).outages).toEqual([]);
    expect(await problems(lead, 'changeOutage', { ...back, expectedVersion: 3 })).toEqual(['NOT_FOUND']);
    expect(await problems(lead, 'declareOutage', { ...outage, reason: 'Gọi 0912345678.' })).toEqual([
      'BAD_USER_INPUT',
      'input.reason',
    ]);
  });

  it('ends after it began, not in the future unless it was planned, and a planned one has an end', async () => {
    const { id } = await buildSystem(lead);
    const of = (more: object) =>
      problems(lead, 'declareOutage', { system: id, kind: 'REPORTED', reason: 'X', ...more });
    const [before, later] = ['2022-07-20T04:00:00.000Z', '2022-07-20T06:00:00.000Z'];
    expect(await of({ begunAt: later })).toEqual(['BAD_USER_INPUT', 'input.begunAt']);
    expect(await of({ begunAt: before, endedAt: before })).toEqual(['BAD_USER_INPUT', 'input.endedAt']);
    expect(await of({ begunAt: before, endedAt: later })).toEqual(['BAD_USER_INPUT', 'input.endedAt']);
    expect(await of({ begunAt: later, kind: 'MAINTENANCE' })).toEqual(['BAD_USER_INPUT', 'input.endedAt']);
    expect(await of({ begunAt: before, kind: 'CHECKED' })).toEqual(['BAD_USER_INPUT', 'input.kind']);
    expect(await of({ begunAt: later, endedAt: '2022-07-20T07:00:00.000Z', kind: 'MAINTENANCE' })).toEqual([undefined]);
  });
});

describe('what was planned', () => {
  it('was said before it began, is made no longer once it is over, and excuses nothing that came before it was said', async () => {
    const { id } = await buildSystem(lead);
    const planned = { system: id, kind: 'MAINTENANCE', reason: 'Nâng cấp.' };
    const past = { begunAt: '2022-07-20T04:44:00.000Z', endedAt: '2022-07-20T06:00:00.000Z' };
    expect(await problems(lead, 'declareOutage', { ...planned, ...past })).toEqual(['BAD_USER_INPUT', 'input.begunAt']);
    const typed = { ...past, begunAt: '2022-07-20T04:45:00.000Z' };
    const [one] = (await acted(lead, 'declareOutage', { ...planned, ...typed })).outages;
    const later = { id: one?.id, endedAt: '2022-07-20T07:00:00.000Z', expectedVersion: 1 };
    expect((await acted(lead, 'changeOutage', later)).outages).toMatchObject([{ endedAt: later.endedAt }]);
    api.app.now = () => new Date('2022-07-20T08:00:00Z');
    const over = { ...later, endedAt: '2022-07-20T09:00:00.000Z', expectedVersion: 2 };
    expect(await problems(lead, 'changeOutage', over)).toEqual(['BAD_USER_INPUT', 'input.endedAt']);
    const shorter = { ...over, endedAt: '2022-07-20T05:45:00.000Z' };
    expect((await acted(lead, 'changeOutage', shorter)).outages).toMatchObject([{ minutes: 60 }]);
    const day = async () =>
      (
        await lead.ask<{ connectedSystem: { availability: object[] } }>(
          `{ connectedSystem(id: "${id}") { availability(from: "2022-07-20", to: "2022-07-20", grain: DAY) { downMinutes plannedMinutes } } }`,
        )
      ).connectedSystem.availability;
    const saidAt = (at: string) =>
      api.db.query('update moment set at = $1 where id = (select max(recorded_by) from system_outage)', [at]);
    await saidAt('2022-07-20T05:00:00Z');
    expect(await day()).toEqual([{ downMinutes: 0, plannedMinutes: 60 }]);
    // As it was kept before there was this rule: of an hour whose second half was left when it was said.
    await api.db.query(`update system_outage set begun_at = '2022-07-20T04:30:00Z', ended_at = '2022-07-20T05:30:00Z'`);
    expect(await day()).toEqual([{ downMinutes: 30, plannedMinutes: 30 }]);
  });
});

it('tells of certificates that end soon and of systems that are down, to who reports of them', async () => {
  const { id } = await buildSystem(lead, { address: 'https://cong.vn/', checked: true, name: 'Cổng' });
  const certificate = { notBefore: '2022-01-01T00:00:00Z', notAfter: '2022-08-01T00:00:00Z', names: [], issuer: 'X' };
  await api.db.query('update connected_system set certificate = $1 where id = $2', [JSON.stringify(certificate), id]);
  await acted(lead, 'declareOutage', {
    system: id,
    kind: 'REPORTED',
    begunAt: '2022-07-19T01:00:00Z',
    reason: 'Hỏng.',
  });
  const { myWork } = await city.ask<{ myWork: object[] }>('{ myWork { kind due path items { about path due } } }');
  expect(myWork).toEqual([
    {
      ...{ kind: 'CERTIFICATE_ENDS', due: '2022-08-01', path: '/he-thong-ket-noi' },
      items: [{ about: 'Cổng', path: `/he-thong-ket-noi/${id}?part=checks`, due: '2022-08-01' }],
    },
    {
      ...{ kind: 'SYSTEM_DOWN', due: null, path: '/he-thong-ket-noi?state=DOWN' },
      items: [{ about: 'Cổng', path: `/he-thong-ket-noi/${id}`, due: null }],
    },
  ]);
  await api.db.query(`update connected_system set certificate = certificate || '{"notAfter": "2022-08-20T00:00:00Z"}'`);
  expect(
    (await city.ask<{ myWork: { kind: string }[] }>('{ myWork { kind } }')).myWork.map(({ kind }) => kind),
  ).toEqual(['SYSTEM_DOWN']);
});

it('tells what was sent against what was accepted, each source by its days, and days on which nothing came though something does', async () => {
  const [one, other] = [await buildSource(api, { name: 'A' }), await buildSource(api, { name: 'B' })];
  const { id } = await buildSystem(lead, { sources: [one, other] });
  const weeks = (day: string, n: number) => Array.from({ length: n }, (_, week) => addDays(day, -7 * (week + 1)));
  await receipts(api, one, [...weeks('2022-07-04', 8), ...weeks('2022-07-05', 5), '2022-07-06']);
  await receipts(api, other, ['2022-07-06'], { created: 0, updated: 0, unchanged: 0, rejected: 0, held: 40 });
  await receipts(api, other, ['2022-07-07'], {
    created: 30,
    updated: 0,
    unchanged: 0,
    rejected: 2,
    kind: 'RELEASE' as never,
  });
  const asked = (more = '') => `{ connectedSystem(id: "${id}") { lastDataAt
    deliveries(from: "2022-07-04", to: "2022-07-07"${more}) { day batches came accepted unchanged refused held missing { name } } } }`;
  const none = { batches: 0, came: 0, accepted: 0, unchanged: 0, refused: 0, held: 0, missing: [] };
  const told = (await lead.ask<{ connectedSystem: { lastDataAt: string; deliveries: object[] } }>(asked()))
    .connectedSystem;
  expect(told).toEqual({
    lastDataAt: '2022-07-06T05:00:00.000Z',
    deliveries: [
      { ...none, day: '2022-07-04', missing: [{ name: 'A' }] },
      { ...none, day: '2022-07-05' },
      { day: '2022-07-06', batches: 2, came: 47, accepted: 4, unchanged: 2, refused: 1, held: 40, missing: [] },
      { ...none, day: '2022-07-07', accepted: 30, refused: 2 },
    ],
  });
  const alone = await lead.ask<{ connectedSystem: { deliveries: { came: number }[] } }>(asked(`, source: "${other}"`));
  expect(alone.connectedSystem.deliveries.map(({ came }) => came)).toEqual([0, 0, 40, 0]);
  const far = await lead.gql(asked().replace('2022-07-04', '2020-01-01'));
  expect(far.errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});

it('tells what units had on the days of an outage beside the same weekdays around it, exactly', async () => {
  const source = await buildSource(api, { name: 'Nguồn của cổng', units: ['05503'] });
  const { id } = await buildSystem(lead, { sources: [source] });
  // Behind the server's back: of each day ten dossiers in 05503, of which six online, and two in 05500, which the source does not speak for.
  await api.db.query(
    `insert into day_total (province_id, definition_id, unit_id, day, numerator, denominator)
     select $1, i.id, v.unit_id, d::date, case when v.code = '05503' then case when d = '2022-07-05' then 1 else 6 end else 1 end,
            case when v.code = '05503' then case when d = '2022-07-05' then 4 else 10 end else 2 end
       from indicator_definition i join indicator n on n.id = i.indicator_id and n.code = 'RECEPTION_ONLINE' and i.state = 'ACTIVE',
            unit_version v, generate_series('2022-05-01'::date, '2022-07-19', '1 day') d
      where v.code in ('05503', '05500') and v.superseded_by is null`,
    [api.app.provinceId],
  );
  const outage = {
    kind: 'REPORTED',
    begunAt: '2022-07-05T01:00:00Z',
    endedAt: '2022-07-05T09:00:00Z',
    reason: 'Đứt cáp.',
  };
  // Another one a week before: that day is held against nothing.
  await acted(lead, 'declareOutage', {
    system: id,
    ...outage,
    begunAt: '2022-06-28T01:00:00Z',
    endedAt: '2022-06-28T02:00:00Z',
  });
  const [down] = (await acted(lead, 'declareOutage', { system: id, ...outage })).outages;
  const question = (
    indicator: string,
  ) => `{ connectedSystem(id: "${id}") { outage(id: "${down?.id}") { effect(indicator: "${indicator}") {
    from to days beside each ofSources during { numerator denominator } around { numerator denominator }
    units { unit { code } during { numerator denominator } around { numerator denominator } tooFew } } } } }`;
  const told = await lead.ask<{ connectedSystem: { outage: { effect: object } } }>(question('RECEPTION_ONLINE'));
  const [during, around] = [
    { numerator: 1, denominator: 4 },
    { numerator: 24, denominator: 40 },
  ];
  expect(told.connectedSystem.outage.effect).toEqual({
    ...{ from: '2022-07-05', to: '2022-07-05', days: 1, each: 4, ofSources: true, during, around },
    beside: ['2022-06-14', '2022-06-21', '2022-07-12', '2022-07-19'],
    units: [{ unit: { code: '05503' }, during, around, tooFew: false }],
  });
  const services = await lead.gql(question('SERVICES_WITH_ONLINE'));
  expect(services.errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  api.app.now = () => new Date('2022-07-05T05:00:00Z');
  const today = await lead.ask<{ connectedSystem: { outage: { effect: object | null } } }>(
    question('RECEPTION_ONLINE'),
  );
  expect(today.connectedSystem.outage.effect).toBeNull();
});

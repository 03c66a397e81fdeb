import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { buildAccount, tokenEnd } from '../../../test/factories.ts';
import { change, done, held, idOf, move, planned, seenBy } from '../../../test/inspections.ts';
import { withClient } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { unsettledFindings } from './waiting.queries.ts';

let api: Api;
/** Of the city 164, who plans; the clerks of its communes 05503 and 05431; who edits the catalogue; the auditor of the city. */
let monitor: Caller, commune: Caller, neighbour: Caller, editor: Caller, auditor: Caller;
let [lead, count] = ['', 0];

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-09-12T02:00:00Z') });
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [monitor, auditor, editor] = [
    await of('MONITOR', '164'),
    await of('AUDITOR', '164'),
    await of('CATALOGUE_EDITOR', '19'),
  ];
  [commune, neighbour] = [await of('CLERK', '05503'), await of('CLERK', '05431')];
  lead = await idOf(monitor);
});
afterAll(() => api.close());

/** Somebody who may be called into a team of the city. */
async function colleague(): Promise<{ caller: Caller; id: string }> {
  const caller = api.as(
    await buildAccount(api, { role: 'PLANNER', unit: '164', username: `đồng nghiệp ${(count += 1)}` }),
  );
  return { caller, id: await idOf(caller) };
}
const withTeam = (id: string, more: object = {}) => ({ members: [lead, id], units: ['05503', '05431'], ...more });
const revoke = (id: string) => api.db.query('delete from account_grant where account_id = $1', [id]);
const give = (id: string, role: string, unit: string) =>
  api.db.query(
    `insert into account_grant (account_id, role, unit_id, valid)
     select distinct $1::int, $2, unit_id, daterange(null, null) from unit_version where code = $3 and superseded_by is null`,
    [id, role, unit],
  );
const finding = (inspection: string, unit = '05503', more: object = {}) => ({
  input: { inspection, unit, severity: 'LIGHT', text: `Tồn tại tại ${unit}.`, dueOn: '2022-09-30', ...more },
});
const post = (who: Caller, id: string, text: string) =>
  who.raw({ method: 'POST', url: `/inspections/${id}/files`, payload: Buffer.from(`%PDF-1.7\n${text}`) });
const sent = async (who: Caller, id: string, text: string) =>
  (await post(who, id, text)).json<{ sha256: string }>().sha256;

describe('who is of a team', () => {
  it('reads nothing any more once the right is gone, whatever the plan says', async () => {
    const member = await colleague();
    const waiting = await done(monitor, 'planInspection', { input: planned(lead, withTeam(member.id)) });
    const told = await held(monitor, lead, withTeam(member.id));
    for (const { id } of [waiting, told]) expect((await seenBy(member.caller, id))?.id).toBe(id);
    await revoke(member.id);
    for (const { id } of [waiting, told]) expect(await seenBy(member.caller, id)).toBeNull();
    expect((await change(member.caller, 'recordFinding', finding(told.id))).code).toBe('FORBIDDEN');
  });

  it('reads and does as its unit alone where they come to speak for one that is inspected, and inspects the others still', async () => {
    const member = await colleague();
    const waiting = await done(monitor, 'planInspection', { input: planned(lead, withTeam(member.id)) });
    const { id } = await held(monitor, lead, withTeam(member.id));
    for (const unit of ['05503', '05431']) {
      const found = (await done(monitor, 'recordFinding', finding(id, unit))).findings.at(-1);
      const note = {
        finding: found?.id,
        act: 'NOTED',
        text: `Nội bộ ${unit}.`,
        teamOnly: true,
        expectedVersion: found?.version,
      };
      await done(monitor, 'stepFinding', { input: note });
    }
    await give(member.id, 'CLERK', '05503');
    expect(await seenBy(member.caller, waiting.id)).toBeNull();
    const seen = await seenBy(member.caller, id);
    expect(seen?.inspected.map(({ unit, inspected, answers }) => [unit.code, inspected, answers])).toEqual([
      ['05431', true, false],
      ['05503', false, true],
    ]);
    expect(seen?.steps.filter(({ teamOnly }) => teamOnly).map(({ text }) => text)).toEqual(['Nội bộ 05431.']);
    expect((await change(member.caller, 'recordFinding', finding(id))).code).toBe('FORBIDDEN');
    expect((await change(member.caller, 'recordFinding', finding(id, '05431'))).code).toBeUndefined();
  });

  it('is there at each unit when it begins, on its first day and not before', async () => {
    const member = await colleague();
    const team = { members: [member.id], lead: member.id };
    const early = await held(monitor, lead, { ...team, from: '2022-09-13', moves: ['ANNOUNCED'] });
    const told = await held(monitor, lead, { ...team, moves: ['ANNOUNCED'] });
    const begin = async (seen: { id: string; version: number }) =>
      (await change(monitor, 'moveInspection', { args: move(seen, 'BEGUN') })).fields;
    expect(await begin(early)).toEqual([{ path: 'move', message: 'Chưa đến ngày bắt đầu kiểm tra (13/09/2022).' }]);
    await revoke(member.id);
    expect(await begin(told)).toEqual([{ path: 'move', message: expect.stringContaining('05503') as string }]);
    await give(member.id, 'PLANNER', '164');
    expect(await begin(told)).toEqual([]);
  });
});

describe('findings that wait', () => {
  it('are found by their state and with their own steps, whatever else was inspected', async () => {
    const plan = await withClient(
      api.app.db,
      async (sql) => {
        await sql.rows('set enable_seqscan = off');
        try {
          const explaining = { rows: (text: string, given: unknown[]) => sql.rows(`explain ${text}`, given) };
          return JSON.stringify(await unsettledFindings(explaining as unknown as Sql, api.app.provinceId));
        } finally {
          await sql.rows('reset enable_seqscan');
        }
      },
      EVERYTHING,
    );
    for (const index of ['inspection_finding_waits', 'inspection_step_of_finding']) expect(plan).toContain(index);
  });
});

describe('names of people', () => {
  const candidates = async (units: string[], who = monitor) =>
    who.gql<{ inspectionCandidates: { name: string }[] }>(
      'query ($units: [ID!]!) { inspectionCandidates(units: $units, search: "đồng nghiệp") { name } }',
      { units },
    );

  it('are told of who may inspect units of one’s own, of no others', async () => {
    await colleague();
    expect((await candidates(['05503'])).data?.inspectionCandidates.length).toBeGreaterThan(0);
    for (const units of [[], ['zzz'], ['05503', 'zzz']])
      expect((await candidates(units)).data?.inspectionCandidates).toEqual([]);
    expect((await candidates(['169'])).code).toBe('FORBIDDEN');
    expect((await candidates(['05503', '169'])).code).toBe('FORBIDDEN');
  });

  it('are found however many of the same name may not inspect there', async () => {
    const { id } = await colleague();
    await api.db.query(
      `with made as (insert into account (username, name, password_hash)
         select 'aa ' || n, 'đồng nghiệp hiếm ' || n, 'x' from generate_series(1, 70) n returning id)
       insert into account_grant (account_id, role, unit_id, valid)
       select distinct made.id, 'PLANNER', g.unit_id, daterange(null, null) from made, unit_version g
        where g.code = '05503' and g.superseded_by is null`,
    );
    await api.db.query(`update account set name = 'đồng nghiệp hiếm' where id = $1`, [id]);
    const { data } = await monitor.gql<{ inspectionCandidates: { name: string }[] }>(
      '{ inspectionCandidates(units: ["05431"], search: "hiếm") { name } }',
    );
    expect(data?.inspectionCandidates.map(({ name }) => name)).toContain('đồng nghiệp hiếm');
  });

  it('are not given away by counting up accounts', async () => {
    const stranger = await buildAccount(api, { role: 'VIEWER', unit: '169', username: 'ẩn danh' });
    const strangerId = await idOf(api.as(stranger));
    const problem = async (who: Caller, more: object) =>
      (await change(who, 'planInspection', { input: planned(await idOf(who), more) })).fields.find(({ path }) =>
        path.startsWith('input.members'),
      )?.message;
    const ofCity = async (id: string) => problem(monitor, { members: [lead, id] });
    expect(await ofCity(strangerId)).not.toContain('ẩn danh');
    expect(await ofCity(strangerId)).toBe(await ofCity('999999'));
    // Who may see accounts is told which one, and why.
    const admin = await idOf(api);
    expect(await problem(api, { members: [admin, strangerId], lead: admin })).toContain('ẩn danh');
  });
});

describe('what others are not to know', () => {
  it('is not told by narrowing a list to units: neither found nor counted', async () => {
    await held(monitor, lead, { units: ['05503', '05431'] });
    const asked = (unit: string) =>
      commune.ask<{ inspections: { totalCount: number }; inspectionCounts: object[] }>(
        `{ inspections(unit: "${unit}") { totalCount } inspectionCounts(unit: "${unit}") { count } }`,
      );
    expect((await asked('05503')).inspections.totalCount).toBeGreaterThan(0);
    expect(await asked('05431')).toEqual({ inspections: { totalCount: 0 }, inspectionCounts: [] });
  });

  it('shows neither in the version of a finding nor in the trail of its unit', async () => {
    const { id } = await held(api, await idOf(api), {
      leadUnit: '19',
      members: [await idOf(api)],
      lead: await idOf(api),
    });
    const { findings } = await done(api, 'recordFinding', finding(id));
    const [found] = findings;
    const step = { finding: found?.id, text: 'Nội dung.', expectedVersion: found?.version };
    const noted = await done(api, 'stepFinding', { input: { ...step, act: 'NOTED', teamOnly: true } });
    expect(noted.findings[0]?.version).toBe(found?.version);
    const trail = async (who: Caller) =>
      (
        await who.ask<{ auditTrail: { nodes: { text: string }[] } }>(
          `{ auditTrail(about: "INSPECTION:${id}") { nodes { text } } }`,
        )
      ).auditTrail.nodes.filter(({ text }) => text.includes('ghi thêm')).length;
    expect([await trail(auditor), await trail(api)]).toEqual([0, 1]);
    const remedied = await done(commune, 'stepFinding', { input: { ...step, act: 'REMEDIED' } });
    expect(remedied.findings[0]?.state).toBe('REMEDIED');
    await done(api, 'stepFinding', { input: { ...step, act: 'NOTED', expectedVersion: 2 } });
    expect(await trail(auditor)).toBe(1);
  });

  it('is told by a note alone: another step that asks to be hidden is refused, and nothing is kept', async () => {
    const { id } = await held(monitor, lead);
    const { findings } = await done(monitor, 'recordFinding', finding(id));
    const step = { finding: findings[0]?.id, text: 'Đã xong.', expectedVersion: 1 };
    await done(commune, 'stepFinding', { input: { ...step, act: 'REMEDIED' } });
    const hidden = { ...step, act: 'REFUSED', text: 'Nội bộ.', teamOnly: true, expectedVersion: 2 };
    const refused = await change(monitor, 'stepFinding', { input: hidden });
    expect([refused.code, refused.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'teamOnly']);
    expect(JSON.stringify(await seenBy(monitor, id))).not.toContain('Nội bộ.');
  });

  it('is nothing for programs: they are on no side, and draw up no reports', async () => {
    const { createToken } = await api.ask<{ createToken: { token: string } }>(
      'mutation ($input: TokenInput!) { createToken(input: $input) { token } }',
      { input: { name: 'Chương trình', role: 'MONITOR', unit: '19', expiresOn: tokenEnd(new Date('2022-09-12')) } },
    );
    const { id } = await held(monitor, lead);
    const ask = async (query: string) => {
      const headers = { authorization: `Bearer ${createToken.token}` };
      return (await api.server.inject({ method: 'POST', url: '/graphql', headers, payload: { query } })).json<{
        data: unknown;
        errors?: { extensions: { code: string } }[];
      }>();
    };
    expect((await ask(`{ inspection(id: "${id}") { title } inspections { totalCount } }`)).data).toEqual({
      inspection: null,
      inspections: { totalCount: 0 },
    });
    const draw =
      'mutation { createReport(input: { kind: MONTHLY, indicator: "ONLINE_RESOLUTION_L4", from: "2022-07-01", to: "2022-07-31" }) { id } }';
    const { errors } = await ask(draw);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('minutes', () => {
  it('are of all that was found: what is recorded while they are made out makes them CONFLICT', async () => {
    const { id } = await held(monitor, lead);
    const minutes = () => change(monitor, 'makeInspectionMinutes', { args: `id: "${id}", unit: "05503"` });
    const client = await api.db.connect();
    try {
      await client.query('begin');
      await client.query('select from inspection where id = $1 for update', [id]);
      const ended: true[] = [];
      const made = minutes().finally(() => ended.push(true));
      const waits = async () =>
        ended.length > 0 ||
        (
          await api.db.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).rowCount === 1;
      await expect.poll(waits, { timeout: 10_000 }).toBe(true);
      await client.query(
        `insert into inspection_step (province_id, inspection_id, unit_id, act, body, recorded_by)
         select province_id, id, unit_ids[1], 'FOUND', 'x', recorded_by from inspection where id = $1`,
        [id],
      );
      await client.query('commit');
      expect((await made).code).toBe('CONFLICT');
    } finally {
      client.release();
    }
    expect((await minutes()).data?.['makeInspectionMinutes']?.inspected[0]?.minutes).toHaveLength(1);
  });
});

describe('evidence', () => {
  const read = async (who: Caller, url: string) => (await who.raw({ method: 'GET', url })).statusCode;

  it('is attached by who sent it or reads it, not by who knows its hash; the catalogue knows nothing of it', async () => {
    const { id } = await held(monitor, lead);
    const sha256 = await sent(monitor, id, 'riêng của đoàn');
    let seen = await done(monitor, 'recordFinding', finding(id));
    const note = (version: number, more: object = {}) => ({
      input: {
        ...{
          finding: seen.findings[0]?.id,
          act: 'NOTED',
          text: 'Xem tệp.',
          files: [{ sha256 }],
          expectedVersion: version,
        },
        ...more,
      },
    });
    await done(monitor, 'stepFinding', note(1, { teamOnly: true }));
    const stolen = await change(commune, 'stepFinding', note(1));
    expect(stolen.fields).toEqual([{ path: 'files.0.sha256', message: 'Tệp này chưa được gửi lên.' }]);
    const other = await held(monitor, lead);
    expect((await change(monitor, 'recordFinding', finding(other.id, '05503', { files: [{ sha256 }] }))).code).toBe(
      'BAD_USER_INPUT',
    );
    for (const who of [editor, api]) expect(await read(who, `/files/${sha256}`)).toBe(404);
    const decision = { number: '9/QĐ', issuedOn: '2022-01-01', files: [{ sha256, name: 'lấy trộm.pdf' }] };
    const saved = await api.gql('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }', {
      input: decision,
    });
    expect(saved.fields[0]?.path).toContain('sha256');
    // What one reads there one may point to again; and who brings the same themselves has it.
    seen = await done(monitor, 'stepFinding', note(1, { act: 'NOTED', text: 'Cho đơn vị xem.' }));
    expect(await read(commune, `/inspections/${id}/files/${sha256}`)).toBe(200);
    expect((await change(commune, 'stepFinding', note(2, { act: 'REMEDIED' }))).code).toBeUndefined();
    const again = Buffer.from('%PDF-1.7\nriêng của đoàn');
    expect((await editor.raw({ method: 'POST', url: '/files', payload: again })).statusCode).toBe(200);
    expect(await read(editor, `/files/${sha256}`)).toBe(200);
  });

  it('that is attached to nothing is bounded, and dropped after a day', async () => {
    const { id } = await held(monitor, lead, { units: ['05503', '05431'] });
    const first = await sent(neighbour, id, 'tệp 0');
    for (let at = 1; at < 20; at += 1) await sent(neighbour, id, `tệp ${at}`);
    expect((await post(neighbour, id, 'tệp 20')).statusCode).toBe(409);
    expect((await post(neighbour, id, 'tệp 1')).statusCode).toBe(200);
    const kept = async (sha256: string) =>
      (await api.db.query('select 1 from stored_file where sha256 = $1', [sha256])).rows.length;
    const found = await done(monitor, 'recordFinding', finding(id, '05431'));
    const step = { finding: found.findings[0]?.id, act: 'NOTED', text: 'Kèm tệp.', expectedVersion: 1 };
    const attached = await sent(neighbour, id, 'tệp 1');
    await done(neighbour, 'stepFinding', { input: { ...step, files: [{ sha256: attached }] } });
    expect((await post(neighbour, id, 'tệp 20')).statusCode).toBe(200);
    const now = api.app.now();
    api.app.now = () => new Date(Date.now() + 25 * 3_600_000);
    const fresh = await sent(monitor, id, 'hôm sau');
    api.app.now = () => now;
    expect([await kept(first), await kept(attached), await kept(fresh)]).toEqual([0, 1, 1]);
  });
});

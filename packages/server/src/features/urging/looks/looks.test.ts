import { addDays } from '@chi-tieu/shared/domain/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { buildSource } from '../../../../test/one-stop.ts';
import { issuePlan } from '../../../../test/plans.ts';
import { buildRule, look, monthOf, remindersOf, send } from '../../../../test/urging.ts';
import { Context } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { reachOfCaller } from '../../accounts/reach.service.ts';
import { spellsOf } from '../reminders/reminders.queries.ts';
import { isLookDue, lookIfDue } from './due-looks.ts';

const [A, B] = ['05506', '05509'] as const;
let api: Api;
let source = '';
let number = 0;

/** A dossier of an organisation on each working day between two days. */
function daily(organisation: string, from: string, to: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const stamp = day.replaceAll('-', '');
    const code = `${organisation}-${stamp.slice(2)}-${String((number += 1) + 5000)}`;
    rows.push(dossierRow({ MaHoSo: code, NgayTiepNhan: `${stamp}080000`, NgayKetThucXuLy: '', TrangThaiHoSo: '2' }));
  }
  return rows;
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-04-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  source = await buildSource(api, { units: ['165'] });
  await api.ingest([1, 2, 3].flatMap((month) => [...monthOf('H55.1.1', month, 8), ...monthOf('H55.1.2', month, 8)]));
  await issuePlan(api, { issuer: '19' }, [{ unit: '165', percent: 45 }]);
  // Both send every working day; A falls silent after the 8th of April.
  const rows = [...daily('H55.1.1', '2022-02-01', '2022-04-08'), ...daily('H55.1.2', '2022-02-01', '2022-04-19')];
  await api.ingest(rows, { query: { source } });
});
afterAll(() => api.close());

describe('a target that is not passed on', () => {
  it('is urged from the day after the deadline, and closed by the plan that passes it on', async () => {
    const rule = await buildRule(api, {
      ...{ name: 'Giao chỉ tiêu', kind: 'NOT_ASSIGNED', month: 4, day: 20, kinds: ['DISTRICT'], under: null },
      ...{ subject: 'Giao {{year}}', body: '{{unit}} chưa giao, hạn {{assignBy}}.\nChỉ tiêu {{target?}}.' },
    });
    expect(await look(api, '2022-04-20')).toMatchObject({ begun: 0 });
    expect(await look(api, '2022-04-21')).toMatchObject({ begun: 1 });
    const [draft] = await remindersOf(api, `(rule: "${rule}")`);
    expect(draft).toMatchObject({ unit: { code: '165' }, began: '2022-04-21', figure: null });
    expect(draft?.body).toBe('Thành phố Sông Công chưa giao, hạn 20/04/2022.\nChỉ tiêu 45%.');
    await issuePlan(api, { issuer: '165' }, [
      { unit: A, percent: 55 },
      { unit: B, percent: 30 },
    ]);
    expect(await look(api, '2022-04-22')).toMatchObject({ closed: 1 });
    expect(await remindersOf(api, `(rule: "${rule}")`)).toMatchObject([{ state: 'CLOSED', closedWhy: 'EVIDENCE' }]);
  });
});

describe('who is silent', () => {
  let silent = '';

  it('is asked to send, and not to work: silence goes before being behind', async () => {
    silent = await buildRule(api, {
      ...{ name: 'Im lặng', kind: 'SOURCE_SILENT', days: 7, under: null },
      ...{ subject: 'Dữ liệu', body: '{{unit}} im lặng {{days}} ngày, từ sau {{lastDay}}.' },
    });
    const behind = await buildRule(api, { name: 'Chậm mốc' });
    await look(api, '2022-04-20');
    const [asked] = await remindersOf(api, `(rule: "${silent}")`);
    expect(asked).toMatchObject({ unit: { code: A }, began: '2022-04-09', state: 'DRAFT' });
    // A is behind too; of it nothing is said while it is silent.
    expect((await remindersOf(api, `(rule: "${behind}")`)).map(({ unit }) => unit.code)).toEqual([B]);
    // A draft that nobody wrote says the days until it is sent.
    await look(api, '2022-04-21');
    const sent = (await send(api, asked?.id ?? '')).data?.sendReminders[0];
    expect(sent?.body).toMatch(/ im lặng 13 ngày, từ sau 08\/04\/2022\.$/);
    await api.ingest(daily('H55.1.1', '2022-04-11', '2022-04-20'), { query: { source } });
    await look(api, '2022-04-21');
    expect(await remindersOf(api, `(rule: "${silent}")`)).toMatchObject([{ state: 'CLOSED', closedWhy: 'EVIDENCE' }]);
    expect((await remindersOf(api, `(rule: "${behind}")`)).map(({ unit }) => unit.code).sort()).toEqual([A, B]);
  });

  it('is looked at by what lasts and by the last time that is over, however often it was silent', async () => {
    const kept = async () =>
      withClient(
        api.app.db,
        async (sql) => {
          const row = await sql.row<{ id: number }>(
            'select rule_id as id from reminder where closed_why is not null order by id limit 1',
          );
          const spells = await spellsOf(sql, row?.id ?? 0);
          return spells.map(({ began, closed }) => `${closed ?? 'OPEN'} ${began}`);
        },
        EVERYTHING,
      );
    const before = await kept();
    await api.db.query(
      `insert into reminder (id, province_id, rule_id, rule_version, unit_id, began, last_on, state, closed_why, facts, subject, body, deadline,
                             recorded_by, changed_by)
       select gen_random_uuid(), r.province_id, r.rule_id, r.rule_version, r.unit_id, r.began - n * 20, r.began - n * 20 + 5, 'CLOSED',
              'WITHDRAWN', r.facts, r.subject, r.body, r.deadline, r.recorded_by, r.changed_by
         from (select * from reminder where closed_why is not null order by id limit 1) r, generate_series(1, 60) n`,
    );
    expect(await kept()).toEqual(before);
    await api.db.query(`delete from reminder where closed_why = 'WITHDRAWN'`);
  });

  it('is another time silent where something came between', async () => {
    await look(api, '2022-05-05');
    const found = await remindersOf(api, `(rule: "${silent}", unit: "${A}")`);
    expect(found.map(({ state, began }) => `${state} ${began}`).sort()).toEqual([
      'CLOSED 2022-04-09',
      'DRAFT 2022-04-21',
    ]);
  });
});

describe('a target out of reach', () => {
  it('is told with what would be needed, by the figure that is cited', async () => {
    const rule = await buildRule(api, {
      ...{ name: 'Không thể đạt', kind: 'OUT_OF_REACH' },
      ...{ subject: '{{year}}', body: 'cần {{needed}} trong {{expected}}, chỉ tiêu {{target}}' },
    });
    await api.ingest([...monthOf('H55.1.1', 4, 0, 4000), ...monthOf('H55.1.1', 12, 0)]);
    await api.ingest(daily('H55.1.1', '2022-10-03', '2022-12-19'), { query: { source } });
    await look(api, '2022-12-20');
    const [draft] = await remindersOf(api, `(rule: "${rule}")`);
    expect(draft).toMatchObject({ unit: { code: A }, figure: { numerator: 24, denominator: 4160, holds: true } });
    expect(draft?.body).toMatch(/^cần [\d.]+ trong [\d.]+, chỉ tiêu 55%$/);
    // What still lasts on a later day is no step and no news.
    await look(api, '2022-12-21');
    expect((await remindersOf(api, `(rule: "${rule}")`))[0]?.steps.map(({ kind }) => kind)).toEqual(['DRAFTED']);
  });
});

describe('a look', () => {
  it('is due once a day from six o’clock on, and after anything was learned, ten minutes apart', () => {
    const at = (time: string): Date => new Date(`2022-04-20T${time}+07:00`);
    const row = { lookedAt: at('06:00'), knownAt: at('05:00') };
    expect(isLookDue({ lookedAt: null, knownAt: null }, at('05:59'), null)).toBe(false);
    expect(isLookDue({ lookedAt: null, knownAt: null }, at('06:00'), null)).toBe(true);
    expect(isLookDue(row, at('09:00'), at('05:00'))).toBe(false);
    expect(isLookDue(row, at('06:09'), at('06:05'))).toBe(false);
    expect(isLookDue(row, at('06:10'), at('06:05'))).toBe(true);
    expect(isLookDue(row, new Date('2022-04-21T06:00+07:00'), at('05:00'))).toBe(true);
    // One that failed waits for its time; one that is still to come was said by a clock that was wrong.
    expect(isLookDue({ ...row, retryAt: at('06:02') }, at('06:01'), at('05:00'))).toBe(false);
    expect(isLookDue({ ...row, retryAt: at('06:02') }, at('06:02'), at('05:00'))).toBe(true);
    expect(isLookDue({ ...row, lookedAt: new Date('2023-04-21T06:00+07:00') }, at('06:01'), at('05:00'))).toBe(true);
  });

  it('is made by one server alone, and not again before it is due', async () => {
    api.app.now = () => new Date('2022-12-22T05:00:00Z');
    const both = await Promise.all([lookIfDue(api.app), lookIfDue(api.app)]);
    expect(both.filter((looked) => looked !== null)).toHaveLength(1);
    expect(await lookIfDue(api.app)).toBeNull();
  });
});

describe('a question that forgot its filter shows of reminders', () => {
  /** States of all that somebody sees, without any filter. */
  async function seen(facts: { role: string; unit: string }, from: string): Promise<string[]> {
    const account = await buildAccount(api, facts);
    const { rows } = await api.db.query<{ id: number }>('select id from account where username = $1', [
      account.username,
    ]);
    const signed = { id: rows[0]?.id ?? 0, username: account.username, name: 'x' };
    const ctx = new Context(api.app, { account: signed, locale: 'vi', requestId: 'test' });
    try {
      await reachOfCaller(ctx);
      return (await ctx.read.rows<{ x: string }>(from)).map(({ x }) => x).sort();
    } finally {
      await ctx.end();
    }
  }
  const CODES = `select distinct v.code as x from reminder r join unit_version v on v.unit_id = r.unit_id and v.superseded_by is null`;

  it('those within reach, and to a unit its own once they were sent', async () => {
    expect(await seen({ role: 'MONITOR', unit: '165' }, CODES)).toEqual([A, B, '165']);
    expect(await seen({ role: 'MONITOR', unit: '169' }, CODES)).toEqual([]);
    expect(await seen({ role: 'VIEWER', unit: '19' }, CODES)).toEqual([]);
    // A's silence was sent; that it is behind and out of reach are drafts.
    const states = `select state as x from reminder`;
    expect(await seen({ role: 'CLERK', unit: A }, states)).toEqual(['CLOSED']);
    expect(await seen({ role: 'CLERK', unit: B }, states)).toEqual([]);
    const steps = `select distinct kind as x from reminder_step`;
    expect(await seen({ role: 'CLERK', unit: A }, steps)).toEqual(['CLOSED', 'SENT']);
    for (const table of ['reminder_news', 'outbox', 'urge_rule', 'contact'])
      expect(await seen({ role: 'CLERK', unit: A }, `select 'x' as x from ${table}`)).toEqual([]);
  });
});

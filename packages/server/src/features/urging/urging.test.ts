import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { issuePlan } from '../../../test/plans.ts';
import { act, buildRule, look, monthOf, remindersOf, RULE, saveRule, send } from '../../../test/urging.ts';

let api: Api;
let monitor: Caller;
let clerk: Caller;
let other: Caller;
let above: Caller;

/** Of forty dossiers a month A has 24 online and B 8; 165 is their city. */
const [A, B] = ['05506', '05509'] as const;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([1, 2].flatMap((month) => [...monthOf('H55.1.1', month, 24), ...monthOf('H55.1.2', month, 8)]));
  await issuePlan(api, { issuer: '165' }, [
    { unit: A, percent: 55 },
    { unit: B, percent: 30 },
  ]);
  monitor = api.as(await buildAccount(api, { role: 'MONITOR', unit: '165' }));
  clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: B }));
  other = api.as(await buildAccount(api, { role: 'CLERK', unit: A }));
  above = api.as(await buildAccount(api, { role: 'APPROVER', unit: '165' }));
});
afterAll(() => api.close());

describe('a rule', () => {
  it('is refused with every fault by its name, a letter’s place that nobody knows among them', async () => {
    const { fields } = await saveRule(api, { months: 13, indicator: 'NONE', name: ' ', body: 'Mốc {{mrak}} {{' });
    expect(fields.map(({ path }) => path)).toEqual([
      'input.indicator',
      'input.months',
      'input.body',
      'input.body',
      'input.name',
    ]);
    expect(fields.map(({ message }) => message)).toContain('Điều kiện này không có chỗ điền “mrak”.');
  });

  it('says whom it would strike today, and keeps nothing', async () => {
    const tried = await api.ask<{
      tryUrgeRule: { looked: number; strikes: { unit: { code: string }; sentence: string }[] };
    }>(
      'query ($input: UrgeRuleInput!) { tryUrgeRule(input: $input) { looked unheard strikes { unit { code } sentence body } } }',
      { input: RULE },
    );
    expect(tried.tryUrgeRule.strikes).toMatchObject([
      {
        unit: { code: B },
        sentence: 'Đến hết tháng 2/2022 đạt 20,00\u00a0%, mốc 30,00\u00a0%, còn thiếu 8 hồ sơ, chậm mốc 2 tháng liền.',
      },
    ]);
    expect(tried.tryUrgeRule.looked).toBeGreaterThan(5);
    expect(await remindersOf(api)).toEqual([]);
  });

  it('is kept in versions; who was slower is told', async () => {
    const made = await saveRule(api, { name: 'Thử' });
    const { id = '' } = made.data?.saveUrgeRule ?? {};
    expect(made.data?.saveUrgeRule).toMatchObject({ version: 1, enabled: false });
    expect((await saveRule(api, { name: 'Thử 2' }, { id, expectedVersion: 1 })).data?.saveUrgeRule.version).toBe(2);
    const slower = await saveRule(api, { name: 'Thử 3' }, { id, expectedVersion: 1 });
    expect(slower.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 2 });
  });
});

describe('a reminder', () => {
  let id = '';

  it('is drafted once, with the cited figure, and seen by nobody of the unit', async () => {
    await buildRule(api);
    expect(await look(api, '2022-03-20')).toEqual({ begun: 1, closed: 0, raised: 0, failed: 0 });
    expect(await look(api, '2022-03-20')).toMatchObject({ begun: 0 });
    const [draft] = await remindersOf(monitor);
    expect(draft).toMatchObject({ unit: { code: B }, state: 'DRAFT', began: '2022-01-01', lastOn: '2022-02-28' });
    expect(draft?.figure).toMatchObject({ numerator: 16, denominator: 80, holds: true });
    expect(draft?.body).toContain(
      `đạt 20,00% (16/80), mốc 30%.\nMã ${draft?.figure?.reference}. Trả lời trước 30/03/2022.`,
    );
    expect(draft?.acts).toEqual(['EDIT', 'SEND', 'SNOOZE', 'CLOSE']);
    for (const caller of [clerk, other]) expect(await remindersOf(caller)).toEqual([]);
    id = draft?.id ?? '';
  });

  it('of a silent look opens no moment', async () => {
    const count = async () => (await api.db.query<{ n: string }>('select count(*) as n from moment')).rows[0]?.n;
    const before = await count();
    await look(api, '2022-03-21');
    expect(await count()).toBe(before);
  });

  it('is written by who watches over the unit, and not by two at once', async () => {
    const letter = (body: string) =>
      `, input: { subject: "Thư", body: "${body}", deadline: "2022-04-01" }, expectedVersion: 1`;
    expect((await act(clerk, 'editReminder', id, letter('x'))).code).toBe('FORBIDDEN');
    expect((await act(above, 'editReminder', id, letter('x'))).code).toBe('FORBIDDEN');
    const written = await act(monitor, 'editReminder', id, letter('Đề nghị xem lại.'));
    expect(written.data?.['editReminder']).toMatchObject({ body: 'Đề nghị xem lại.', version: 2 });
    expect((await act(monitor, 'editReminder', id, letter('khác'))).code).toBe('CONFLICT');
    expect((await act(monitor, 'editReminder', id, letter('').replace('2022-04-01', '2022-03-01'))).code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('is sent as it was written; then the unit sees it, and no other one', async () => {
    const sent = (await send(monitor, id)).data?.sendReminders[0];
    expect(sent).toMatchObject({ state: 'SENT', body: 'Đề nghị xem lại.', deadline: '2022-04-01' });
    expect((await send(monitor, id)).code).toBe('CONFLICT');
    const [seen] = await remindersOf(clerk);
    expect(seen).toMatchObject({ id, acts: ['ACKNOWLEDGE', 'ANSWER'] });
    // What was drafted and written stays inside.
    expect(seen?.steps.map(({ kind }) => kind)).toEqual(['SENT']);
    expect(sent?.steps.map(({ kind }) => kind)).toEqual(['DRAFTED', 'EDITED', 'SENT']);
    expect(await remindersOf(other)).toEqual([]);
    expect((await act(other, 'acknowledgeReminder', id)).code).toBe('FORBIDDEN');
  });

  it('is put off, raised and withdrawn by the side that sends it alone, whatever who watches over the unit itself may do', async () => {
    const itself = api.as(await buildAccount(api, { role: 'MONITOR', unit: B }));
    expect((await remindersOf(itself))[0]).toMatchObject({ id, acts: ['ACKNOWLEDGE', 'ANSWER'] });
    expect((await remindersOf(monitor))[0]?.acts).toEqual(['SNOOZE', 'RAISE', 'CLOSE']);
    const refused = await Promise.all([
      act(itself, 'snoozeReminder', id, ', until: "2022-04-30", reason: "Chờ."'),
      act(itself, 'raiseReminder', id, ', note: "Chờ."'),
      act(itself, 'withdrawReminder', id, ', reason: "Không đúng."'),
    ]);
    expect(refused.map(({ code }) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect((await act(monitor, 'raiseReminder', id)).code).toBe('BAD_USER_INPUT');
  });

  it('is noted and answered by the unit alone', async () => {
    expect((await act(monitor, 'acknowledgeReminder', id)).code).toBe('FORBIDDEN');
    expect((await act(clerk, 'acknowledgeReminder', id)).data?.['acknowledgeReminder']?.state).toBe('ACKNOWLEDGED');
    expect((await act(clerk, 'acknowledgeReminder', id)).code).toBe('CONFLICT');
    expect((await act(clerk, 'answerReminder', id, ', text: "Số điện thoại 0912345678"')).code).toBe('BAD_USER_INPUT');
    const answered = await act(clerk, 'answerReminder', id, ', text: "Đã tập huấn cho công chức một cửa."');
    expect(answered.data?.['answerReminder']?.state).toBe('ANSWERED');
    const steps = (await remindersOf(monitor))[0]?.steps.map(({ kind, note }) => [kind, note]);
    expect(steps?.at(-1)).toEqual(['ANSWERED', 'Đã tập huấn cho công chức một cửa.']);
  });

  it('is put off with a reason and a day that is to come', async () => {
    expect((await act(monitor, 'snoozeReminder', id, ', until: "2022-03-21", reason: "x"')).code).toBe(
      'BAD_USER_INPUT',
    );
    expect((await act(monitor, 'snoozeReminder', id, ', until: "2022-04-30", reason: " "')).code).toBe(
      'BAD_USER_INPUT',
    );
    const off = await act(monitor, 'snoozeReminder', id, ', until: "2022-04-30", reason: "Đang sửa hệ thống."');
    expect(off.data?.['snoozeReminder']?.snoozedUntil).toBe('2022-04-30');
    expect((await remindersOf(clerk))[0]?.steps.map(({ kind }) => kind)).toEqual(['SENT', 'ACKNOWLEDGED', 'ANSWERED']);
  });

  it('is raised to the unit above, which sees it from then on', async () => {
    const chief = api.as(await buildAccount(api, { role: 'PLANNER', unit: '165' }));
    expect(await remindersOf(chief)).toEqual([]);
    const raised = await act(monitor, 'raiseReminder', id, ', note: "Chưa có chuyển biến."');
    expect(raised.data?.['raiseReminder']?.raisedTo).toEqual({ code: '165' });
    expect(await remindersOf(chief)).toMatchObject([{ id }]);
    expect(
      (await act(monitor, 'raiseReminder', id, ', note: "Chưa có chuyển biến."')).data?.['raiseReminder']?.raisedTo,
    ).toEqual({ code: '19' });
    expect((await act(monitor, 'raiseReminder', id, ', note: "Chưa có chuyển biến."')).code).toBe('CONFLICT');
  });

  it('goes on with a later month as a step, and is closed by a later figure that is well, which is cited', async () => {
    await api.ingest(monthOf('H55.1.2', 3, 8));
    expect(await look(api, '2022-04-20')).toMatchObject({ begun: 0, closed: 0 });
    const [on] = await remindersOf(api);
    expect(on).toMatchObject({ lastOn: '2022-03-31', state: 'ANSWERED' });
    expect(on?.steps.at(-1)).toMatchObject({ kind: 'CONTINUED', figure: { numerator: 24 } });
    await api.ingest(monthOf('H55.1.2', 4, 40));
    expect(await look(api, '2022-05-10')).toMatchObject({ closed: 1, begun: 0 });
    const [closed] = await remindersOf(clerk);
    expect(closed).toMatchObject({ state: 'CLOSED', closedWhy: 'EVIDENCE', acts: [] });
    expect(closed?.steps.at(-1)).toMatchObject({ kind: 'CLOSED', why: 'EVIDENCE', figure: { numerator: 64 } });
  });
});

describe('what follows of data', () => {
  it('is judged a month after it has settled, and closed as corrected where it never was so', async () => {
    const late = await buildRule(api, { name: 'Một tháng', months: 1, settleDays: 20, kinds: ['COMMUNE'] });
    // April has not settled: of March is spoken, and by then B was behind.
    await look(api, '2022-05-15');
    const one = (await remindersOf(api, `(rule: "${late}")`))[0];
    expect(one).toMatchObject({ unit: { code: B }, lastOn: '2022-03-31', state: 'DRAFT' });
    await api.ingest(monthOf('H55.1.2', 3, 40));
    await look(api, '2022-05-16');
    expect((await remindersOf(api, `(rule: "${late}")`))[0]).toMatchObject({ state: 'CLOSED', closedWhy: 'CORRECTED' });
  });

  it('is withdrawn with a reason and stays so for as long as it lasts', async () => {
    const rule = await buildRule(api, { name: 'Tháng 1', months: 1, settleDays: 0, kinds: ['COMMUNE'] });
    await api.ingest(monthOf('H55.1.1', 3, 0, 400));
    await look(api, '2022-05-17');
    const id = (await remindersOf(api, `(rule: "${rule}", state: DRAFT)`))[0]?.id ?? '';
    expect((await act(monitor, 'withdrawReminder', id, ', reason: ""')).code).toBe('BAD_USER_INPUT');
    const gone = await act(monitor, 'withdrawReminder', id, ', reason: "Đã làm việc trực tiếp."');
    expect(gone.data?.['withdrawReminder']).toMatchObject({ state: 'CLOSED', closedWhy: 'WITHDRAWN' });
    expect(await look(api, '2022-05-18')).toMatchObject({ begun: 0 });
  });

  it('is sent by itself where the rule says so, and raised where nobody says a word', async () => {
    const rule = await buildRule(api, {
      name: 'Tự gửi',
      months: 1,
      settleDays: 0,
      sendsItself: true,
      answerDays: 3,
      raiseAfterDays: 2,
    });
    expect(await look(api, '2022-05-19')).toMatchObject({ begun: 1, raised: 0 });
    const [sent] = await remindersOf(other, `(rule: "${rule}")`);
    expect(sent).toMatchObject({ state: 'SENT', unit: { code: A }, deadline: '2022-05-22', raisedTo: null });
    expect(sent?.steps[0]?.body).toBe(sent?.body);
    expect(await look(api, '2022-05-24')).toMatchObject({ raised: 0 });
    expect(await look(api, '2022-05-25')).toMatchObject({ raised: 1 });
    expect(await look(api, '2022-05-26')).toMatchObject({ raised: 0 });
    expect((await remindersOf(other, `(rule: "${rule}")`))[0]?.raisedTo).toEqual({ code: '165' });
  });

  it('ends where the rule no longer looks at a unit; one that is off looks at nobody', async () => {
    const [rule] = (
      await api.ask<{ urgeRules: { id: string; version: number; name: string }[] }>('{ urgeRules { id version name } }')
    ).urgeRules.filter(({ name }) => name === 'Tự gửi');
    await saveRule(api, { name: 'Tự gửi', kinds: ['DISTRICT'], months: 1 }, { id: rule?.id ?? '', expectedVersion: 1 });
    await api.ask(`mutation { switchUrgeRule(id: "${rule?.id}", enabled: false) { enabled } }`);
    // One that is off looks at nobody: what it had opened is closed.
    expect(await look(api, '2022-05-27')).toMatchObject({ closed: 1 });
    await api.ask(`mutation { switchUrgeRule(id: "${rule?.id}", enabled: true) { enabled } }`);
    expect(await look(api, '2022-05-27')).toMatchObject({ closed: 0 });
    expect((await remindersOf(api, `(rule: "${rule?.id}")`))[0]?.closedWhy).toBe('RULE_CHANGED');
  });
});

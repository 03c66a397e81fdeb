import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, setTargets } from '../../../../test/plans.ts';
import { act, buildRule, look, monthOf, remindersOf, send, type ReminderSeen } from '../../../../test/urging.ts';
import { lookIfDue } from '../looks/due-looks.ts';

let api: Api;
let clerk: Caller;
let plan = '';

/** Of forty dossiers a month either has 8 online: A of 55 %, B of 30 %. */
const [A, B] = ['05506', '05509'] as const;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([1, 2].flatMap((month) => [...monthOf('H55.1.1', month, 8), ...monthOf('H55.1.2', month, 8)]));
  const decision = { number: '1/QĐ', issuedOn: '2022-01-01', effectiveOn: '2022-01-01' };
  plan = (
    await issuePlan(
      api,
      { issuer: '165' },
      [
        { unit: A, percent: 55 },
        { unit: B, percent: 30 },
      ],
      decision,
    )
  ).id;
  clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: B }));
});
afterAll(() => api.close());

/** Drafts of a rule of their own, by the unit's code. */
async function drafts(name: string, more: Record<string, unknown> = {}, day = '2022-03-20') {
  const rule = await buildRule(api, { name, months: 1, settleDays: 0, ...more });
  await look(api, day);
  const of = async (code: string): Promise<ReminderSeen> => {
    const found = (await remindersOf(api, `(rule: "${rule}")`)).find(({ unit }) => unit.code === code);
    if (!found) throw new Error(`nothing of ${code}`);
    return found;
  };
  return { rule, of };
}

let decisions = 1;
/** Another target of B from February on. */
async function amend(percent: number): Promise<void> {
  const { plan: next } = await createPlan(api, { issuer: '165', amends: plan });
  await setTargets(api, next.id, [
    { unit: A, percent: 55 },
    { unit: B, percent },
  ]);
  await movePlanUpTo(api, next.id, 'APPROVED', { reason: 'Theo quyết định.' });
  const decision = { number: `${(decisions += 1)}/QĐ`, issuedOn: '2022-01-15', effectiveOn: `2022-02-0${decisions}` };
  const { plan: issued } = await movePlan(api, next.id, 'ISSUED', { reason: 'Theo quyết định.', decision });
  plan = issued.id;
}

describe('a deadline', () => {
  it('is within a year, and one that is not keeps no other reminder from being raised', async () => {
    const { of } = await drafts('Hạn', { answerDays: 3, raiseAfterDays: 2 });
    const [a, b] = [await of(A), await of(B)];
    const far = ', input: { subject: "Thư", body: "Đề nghị.", deadline: "9999-12-31" }, expectedVersion: 1';
    expect((await act(api, 'editReminder', a.id, far)).fields.map(({ path }) => path)).toEqual(['input.deadline']);
    await send(api, a.id, b.id);
    await api.db.query(`update reminder set deadline = '9999-12-31' where id = $1`, [a.id]);
    expect(await look(api, '2022-03-26')).toMatchObject({ raised: 1, failed: 0 });
    expect((await of(B)).raisedTo).toEqual({ code: '165' });
  });
});

describe('what is asked for changes', () => {
  it('a draft says it from the next look on; what is sent before that is refused with both', async () => {
    const { rule, of } = await drafts('Đổi mốc', {}, '2022-03-20');
    const sentBefore = await drafts('Đã gửi', {}, '2022-03-20');
    await send(api, (await sentBefore.of(B)).id);
    await amend(25);
    const refused = await send(api, (await of(B)).id);
    expect(refused.code).toBe('CONFLICT');
    expect(refused.errors[0]?.message).toMatch(/mốc 30,00.*mốc 25,00/);
    expect((await of(B)).body).toContain('mốc 25%');
    await amend(24);
    await look(api, '2022-03-21');
    expect((await of(B)).body).toContain('mốc 24%');
    expect((await of(B)).steps.map(({ kind }) => kind)).toEqual(['DRAFTED', 'CONTINUED']);
    const sent = await send(api, (await of(B)).id);
    expect(sent.data?.sendReminders[0]?.state).toBe('SENT');
    expect(sent.data?.sendReminders[0]?.body).toContain('mốc 24%');
    // Told by the old mark: the new one is a step of it, and catching up with that one is to the unit's credit.
    expect((await sentBefore.of(B)).steps.map(({ kind }) => kind)).toEqual(['DRAFTED', 'SENT', 'CONTINUED']);
    await api.ingest(monthOf('H55.1.2', 3, 40));
    await look(api, '2022-04-02');
    expect(await sentBefore.of(B)).toMatchObject({ state: 'CLOSED', closedWhy: 'EVIDENCE' });
    await api.ask(`mutation { switchUrgeRule(id: "${rule}", enabled: false) { id } }`);
  });

  it('what is no longer so is not sent', async () => {
    const { of } = await drafts('Hết', { months: 2 }, '2022-04-02');
    const { id } = await of(A);
    await api.ingest(monthOf('H55.1.1', 3, 400, 400));
    expect((await send(api, id)).errors[0]?.message).toContain('không còn');
    expect((await of(A)).state).toBe('DRAFT');
  });

  it('a unit that has ended is sent nothing', async () => {
    const { of } = await drafts('Đã hết', { kinds: ['COMMUNE'] }, '2022-02-20');
    const { id } = await of(A);
    await api.db.query(
      `update reminder set unit_id = (select unit_id from unit_version where code = '05536' limit 1) where id = $1`,
      [id],
    );
    api.app.now = () => new Date('2025-02-01T05:00:00Z');
    expect((await send(api, id)).errors[0]?.message).toContain('ngừng hoạt động');
  });
});

describe('two at once', () => {
  it('answer, raise and send once; who was slower is told', async () => {
    const { of } = await drafts('Cùng lúc', { months: 2 }, '2022-03-20');
    const { id } = await of(A);
    const codes = (answers: { code?: string | undefined }[]): string[] =>
      answers.map(({ code }) => code ?? 'given').sort();
    expect(codes(await Promise.all([send(api, id), send(api, id)]))).toEqual(['CONFLICT', 'given']);
    // Both saw the same version: one that asks only after the other is done would see another one.
    const seenNow = async () => `, expectedVersion: ${(await of(A)).version}`;
    const sent = await seenNow();
    const raise = () => act(api, 'raiseReminder', id, `${sent}, note: "Chưa chuyển biến."`);
    expect(codes(await Promise.all([raise(), raise()]))).toEqual(['CONFLICT', 'given']);
    expect((await of(A)).raisedTo).toEqual({ code: '165' });
    const speaker = api.as(await buildAccount(api, { role: 'CLERK', unit: A }));
    const raised = await seenNow();
    const answer = () => act(speaker, 'answerReminder', id, `${raised}, text: "Đã làm."`);
    expect(codes(await Promise.all([answer(), answer(), answer()]))).toEqual(['CONFLICT', 'CONFLICT', 'given']);
    expect((await of(A)).steps.filter(({ kind }) => kind === 'ANSWERED')).toHaveLength(1);
    const { version } = await of(A);
    const stale = await act(api, 'withdrawReminder', id, `, reason: "Nhầm.", expectedVersion: ${version - 1}`);
    expect(stale.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', version });
  });
});

describe('who was told', () => {
  it('goes on seeing it, though it was raised further', async () => {
    const { of } = await drafts('Chuyển tiếp', { months: 2 }, '2022-03-20');
    const { id } = await of(A);
    await send(api, id);
    const city = api.as(await buildAccount(api, { role: 'PLANNER', unit: '165' }));
    for (const to of ['165', '19'])
      expect(
        (await act(api, 'raiseReminder', id, ', note: "Chưa chuyển biến."')).data?.['raiseReminder']?.raisedTo,
      ).toEqual({ code: to });
    expect((await remindersOf(city)).map((one) => one.id)).toContain(id);
  });

  it('goes on seeing what it was told, and its own answer, while a correction has opened it again as a draft', async () => {
    const { of } = await drafts('Sửa số', { months: 2, kinds: ['COMMUNE'] }, '2022-03-20');
    const { id, body } = await of(B);
    await send(api, id);
    await act(clerk, 'answerReminder', id, ', text: "Đã làm."');
    await api.db.query(`update reminder set state = 'CLOSED', closed_why = 'CORRECTED' where id = $1`, [id]);
    await look(api, '2022-03-21');
    expect(await of(B)).toMatchObject({ id, state: 'DRAFT' });
    const seen = (await remindersOf(clerk)).find((one) => one.id === id);
    expect(seen).toMatchObject({ state: 'CLOSED', body, acts: [] });
    expect(seen?.steps.map(({ kind }) => kind)).toEqual(['SENT', 'ANSWERED']);
    expect((await remindersOf(clerk, '(state: DRAFT)')).map((one) => one.id)).not.toContain(id);
    await send(api, id);
    expect((await remindersOf(clerk)).find((one) => one.id === id)?.state).toBe('SENT');
  });
});

describe('an answer', () => {
  it('is accepted by who sent the letter: that ends it for as long as the occasion lasts', async () => {
    const { of } = await drafts('Chấp nhận', { months: 2, kinds: ['COMMUNE'] }, '2022-03-20');
    const { id } = await of(B);
    await send(api, id);
    expect((await act(api, 'acceptReminder', id)).code).toBe('CONFLICT');
    await act(clerk, 'answerReminder', id, ', text: "Đã làm."');
    expect((await act(clerk, 'acceptReminder', id)).code).toBe('FORBIDDEN');
    expect((await of(B)).acts).toEqual(['ACCEPT', 'SNOOZE', 'RAISE', 'CLOSE']);
    const accepted = await act(api, 'acceptReminder', id, ', note: "Theo dõi tiếp."');
    expect(accepted.data?.['acceptReminder']).toMatchObject({ state: 'CLOSED', closedWhy: 'ACCEPTED', acts: [] });
    const seen = (await remindersOf(clerk)).find((one) => one.id === id);
    expect(seen?.steps.at(-1)).toMatchObject({ kind: 'CLOSED', why: 'ACCEPTED', note: 'Theo dõi tiếp.' });
    await look(api, '2022-03-21');
    expect((await of(B)).state).toBe('CLOSED');
  });
});

describe('a look that failed', () => {
  it('is made again soon, and not when the day is over', async () => {
    const rule = await buildRule(api, { name: 'Hỏng' });
    await api.db.query(
      `update urge_rule_version set condition = condition || '{"indicator": "NONE"}' where rule_id = $1`,
      [rule],
    );
    api.app.now = () => new Date('2022-03-23T05:00:00Z');
    expect((await lookIfDue(api.app))?.failed).toBe(1);
    expect(await lookIfDue(api.app)).toBeNull();
    api.app.now = () => new Date('2022-03-23T05:11:00Z');
    expect((await lookIfDue(api.app))?.failed).toBe(1);
  });
});

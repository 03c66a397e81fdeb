import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { statementsOf } from '../../../test/count-queries.ts';
import { report } from '../../../test/difficulties.ts';
import { amendList, buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { done, held, idOf } from '../../../test/inspections.ts';
import { issue } from '../../../test/matters.ts';
import { createPlan, movePlan, setTargets } from '../../../test/plans.ts';
import { addComment, openConsultation } from '../../../test/talk.ts';
import { act, buildRule, look, monthOf, remindersOf, send } from '../../../test/urging.ts';

interface MatterSeen {
  kind: string;
  count: number;
  overdue: number;
  oldest: string | null;
  due: string | null;
  path: string;
  items: { unit: { code: string } | null; about: string | null; due: string | null; path: string }[];
}

let api: Api;
const people = new Map<string, Caller>();
const as = (name: string): Caller => people.get(name) ?? api;

/** Of forty dossiers a month A has 24 online and B 8; 165 is their city. */
const [A, B] = ['05506', '05509'] as const;

async function workOf(name: string): Promise<MatterSeen[]> {
  const query = '{ myWork { kind count overdue oldest due path items { unit { code } about due path } } }';
  return (await as(name).ask<{ myWork: MatterSeen[] }>(query)).myWork;
}
/** What waits for some people, by kind and count. */
async function counts(...names: string[]): Promise<Record<string, Record<string, number>>> {
  const all = await Promise.all(names.map(async (name) => [name, await workOf(name)] as const));
  return Object.fromEntries(
    all.map(([name, work]) => [name, Object.fromEntries(work.map(({ kind, count }) => [kind, count]))]),
  );
}
async function matter(name: string, kind: string): Promise<MatterSeen | undefined> {
  return (await workOf(name)).find((one) => one.kind === kind);
}

/** What somebody is told that they did not read yet. */
async function newsOf(name: string): Promise<{ id: string; kind: string; about: string; path: string }[]> {
  return (await as(name).ask<{ myNews: never[] }>('{ myNews { id kind about path unit { code } } }')).myNews;
}
const kindsOf = async (name: string): Promise<string[]> => (await newsOf(name)).map(({ kind }) => kind);
const readBy = (name: string, ids: string[]) =>
  as(name).ask<{ readNews: number }>('mutation ($ids: [ID!]!) { readNews(ids: $ids) }', { ids });

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-20T05:00:00Z'), config: { separateDuties: true } });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([1, 2].flatMap((month) => [...monthOf('H55.1.1', month, 24), ...monthOf('H55.1.2', month, 8)]));
  const roles: Record<string, readonly [string, string]> = {
    ...{ clerkA: ['CLERK', A], clerkB: ['CLERK', B], monitor: ['MONITOR', '165'], viewer: ['VIEWER', '19'] },
    ...{ planner: ['PLANNER', '165'], approver: ['APPROVER', '165'], elsewhere: ['APPROVER', '164'] },
  };
  for (const [name, [role, unit]] of Object.entries(roles))
    people.set(name, api.as(await buildAccount(api, { role, unit })));
});
afterAll(() => api.close());

describe('my work', () => {
  it('is nothing before anything was asked of anybody', async () => {
    expect(await counts('clerkA', 'monitor', 'viewer', 'planner', 'approver', 'elsewhere')).toEqual({
      ...{ clerkA: {}, monitor: {}, viewer: {}, planner: {}, approver: {}, elsewhere: {} },
    });
  });

  it('of a plan goes from who drafts it to who approves and issues it, who did not draft it themselves', async () => {
    const { plan } = await createPlan(as('planner'), { year: 2023 });
    await setTargets(as('planner'), plan.id, [{ unit: A, percent: 50 }]);
    expect(await counts('planner', 'approver')).toEqual({ planner: { PLAN_DRAFT: 1 }, approver: {} });
    await movePlan(as('planner'), plan.id, 'SUBMITTED');
    // The administrator may approve, and so may the other city's approver theirs: it waits for neither.
    expect(await counts('planner', 'approver', 'elsewhere')).toEqual({
      ...{ planner: {}, approver: { PLAN_TO_APPROVE: 1 }, elsewhere: {} },
    });
    expect(await matter('approver', 'PLAN_TO_APPROVE')).toMatchObject({
      items: [{ unit: { code: '165' }, path: `/giao-chi-tieu/${plan.id}` }],
    });
    await movePlan(as('approver'), plan.id, 'APPROVED');
    expect(await counts('planner', 'approver')).toEqual({ planner: {}, approver: { PLAN_TO_ISSUE: 1 } });
    await movePlan(as('approver'), plan.id, 'ISSUED', { reason: 'Theo quyết định.' });
    expect(await counts('approver')).toEqual({ approver: {} });
    expect(await counts('clerkA', 'clerkB')).toEqual({ clerkA: { TARGET_TO_ACKNOWLEDGE: 1 }, clerkB: {} });
    await as('clerkA').ask(`mutation { acknowledgeTarget(plan: "${plan.id}", unit: "${A}") { id } }`);
    expect(await counts('clerkA')).toEqual({ clerkA: {} });
  });

  it('is not one’s own work to judge', async () => {
    const { plan } = await createPlan(api, { issuer: '164', year: 2023 });
    await setTargets(api, plan.id, [{ unit: '05503', percent: 50 }]);
    await movePlan(api, plan.id, 'SUBMITTED');
    expect(await matter('administrator', 'PLAN_TO_APPROVE')).toBeUndefined();
    expect(await counts('elsewhere')).toEqual({ elsewhere: { PLAN_TO_APPROVE: 1 } });
    await movePlan(api, plan.id, 'DRAFT', { reason: 'Xem lại.' });
    expect(await counts('elsewhere')).toEqual({ elsewhere: {} });
  });

  it('of a unit that is asked ends with its word, or with the day', async () => {
    const { plan } = await createPlan(as('planner'), { year: 2024 });
    await setTargets(as('planner'), plan.id, [
      { unit: A, percent: 60 },
      { unit: B, percent: 60 },
    ]);
    await openConsultation(as('planner'), plan.id, '2022-03-25');
    expect(await matter('clerkA', 'CONSULTATION')).toMatchObject({ count: 1, due: '2022-03-25', overdue: 0 });
    await addComment(as('clerkA'), plan.id, 'Nhất trí.', { unit: A });
    expect(await counts('clerkA', 'clerkB')).toEqual({ clerkA: {}, clerkB: { CONSULTATION: 1 } });
    api.app.now = () => new Date('2022-03-26T05:00:00Z');
    expect(await counts('clerkB')).toEqual({ clerkB: {} });
    api.app.now = () => new Date('2022-03-20T05:00:00Z');
  });

  it('of difficulties goes up, and comes back', async () => {
    const { id } = await report(as('clerkB'), B);
    expect(await matter('monitor', 'DIFFICULTY_TO_TAKE')).toMatchObject({
      count: 1,
      items: [{ unit: { code: B }, about: 'Phần mềm một cửa mất kết nối mỗi sáng.', path: `/kho-khan/${id}` }],
    });
    expect((await counts('clerkB', 'clerkA', 'elsewhere'))['clerkB']).not.toHaveProperty('DIFFICULTY_TO_TAKE');
    const step = (name: string, field: string, args: string) =>
      as(name).ask(`mutation { ${field}(id: "${id}"${args}) { version } }`);
    await step('monitor', 'takeDifficulty', ', owner: "165", expectedVersion: 1');
    expect(await counts('monitor', 'elsewhere')).toMatchObject({ monitor: { DIFFICULTY_TO_ANSWER: 1 }, elsewhere: {} });
    await step('monitor', 'answerDifficulty', ', text: "Đã báo nhà cung cấp.", expectedVersion: 2');
    expect((await counts('monitor'))['monitor']).toEqual({});
    expect(await matter('clerkB', 'DIFFICULTY_TO_CLOSE')).toMatchObject({ count: 1 });
    expect(await newsOf('clerkB')).toMatchObject([{ kind: 'DIFFICULTY_ANSWERED', path: `/kho-khan/${id}` }]);
    // Neither who answered nor the neighbour is told, nor does who ends it hear that it ended.
    expect([await kindsOf('monitor'), await kindsOf('clerkA')]).toEqual([[], []]);
    await step('clerkB', 'closeDifficulty', ', expectedVersion: 3');
    expect(await kindsOf('clerkB')).toEqual(['DIFFICULTY_ANSWERED']);
    expect(await matter('clerkB', 'DIFFICULTY_TO_CLOSE')).toBeUndefined();
  });

  it('of bad rows counts those that one may mend', async () => {
    await api.ingest([
      dossierRow({ MaHoSo: 'H55.1.1-220301-0001', KenhThucHien: '9' }),
      dossierRow({ MaHoSo: 'H55.1.1-220301-0002', KenhThucHien: '9' }),
      dossierRow({ MaHoSo: 'H55.1.2-220301-0001', KenhThucHien: '9' }),
    ]);
    expect([await matter('clerkA', 'QUARANTINE'), await matter('clerkB', 'QUARANTINE')]).toMatchObject([
      { count: 2 },
      { count: 1 },
    ]);
    // Who watches reads them and mends none; the other city has none.
    expect([await matter('monitor', 'QUARANTINE'), await matter('elsewhere', 'QUARANTINE')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('takes as many questions, however much waits', async () => {
    const ask = () => statementsOf(() => workOf('clerkB'));
    await ask();
    const before = (await ask()).length;
    for (let i = 0; i < 5; i += 1) await report(as('clerkB'), B, { text: `Khó khăn thứ ${i}: máy quét hỏng.` });
    await ask();
    expect((await ask()).length).toBe(before);
    expect(before).toBeLessThan(30);
  });
});

describe('letters', () => {
  it('wait for who may send them, then for the unit, until it answers', async () => {
    await issuedOf2022();
    await buildRule(api);
    await look(api, '2022-03-20');
    const [draft] = await remindersOf(as('monitor'));
    expect(draft?.unit.code).toBe(B);
    expect(await matter('monitor', 'REMINDER_DRAFT')).toMatchObject({ count: 1, path: '/don-doc?state=DRAFT' });
    expect(await matter('clerkB', 'REMINDER_TO_ANSWER')).toBeUndefined();
    await send(as('monitor'), draft?.id ?? '');
    expect(await matter('monitor', 'REMINDER_DRAFT')).toBeUndefined();
    expect(await matter('clerkB', 'REMINDER_TO_ANSWER')).toMatchObject({
      ...{ count: 1, overdue: 0, due: draft?.deadline },
      items: [{ unit: { code: B }, about: draft?.subject, path: `/don-doc/${draft?.id}` }],
    });
    expect(await matter('clerkA', 'REMINDER_TO_ANSWER')).toBeUndefined();
    api.app.now = () => new Date('2022-04-20T05:00:00Z');
    const [first] = await workOf('clerkB');
    expect(first).toMatchObject({ kind: 'REMINDER_TO_ANSWER', overdue: 1 });
    await act(as('clerkB'), 'answerReminder', draft?.id ?? '', ', text: "Đã tập huấn."');
    expect(await matter('clerkB', 'REMINDER_TO_ANSWER')).toBeUndefined();
    const [answered, ...others] = await newsOf('monitor');
    expect([answered, others]).toMatchObject([{ kind: 'REMINDER_ANSWERED', about: draft?.subject }, []]);
    expect(await readBy('monitor', [answered?.id ?? ''])).toEqual({ readNews: 1 });
    expect([await kindsOf('monitor'), await kindsOf('administrator')]).toEqual([[], ['REMINDER_ANSWERED']]);
    expect((await as('monitor').gql('mutation { readNews(ids: ["x"]) }')).code).toBe('BAD_USER_INPUT');
    // Who watches at the unit above is asked by what is raised to it.
    await act(api, 'raiseReminder', draft?.id ?? '', ', note: "Chưa đủ."');
    expect(await matter('monitor', 'REMINDER_RAISED')).toMatchObject({ count: 1, path: '/don-doc' });
    await act(as('monitor'), 'acceptReminder', draft?.id ?? '');
    expect(await kindsOf('clerkB')).toContain('REMINDER_ENDED');
  });

  it('and difficulties are told of the unit above them, to who may see them', async () => {
    const below = async (name: string) =>
      (
        await as(name).ask<{ unitMatters: unknown[] }>(
          '{ unitMatters(under: "19") { unit { code } reminders lastTold lastAnswered difficulties } }',
        )
      ).unitMatters;
    const city = { unit: { code: '165' }, reminders: 0, lastTold: '2022-03-20', difficulties: 5 };
    // Answered by the clock of the system, which this test does not turn.
    const lastAnswered = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
    expect(await below('monitor')).toEqual([{ ...city, lastAnswered }]);
    expect(await below('viewer')).toEqual([{ ...city, reminders: 0, lastTold: null, lastAnswered: null }]);
    expect(await below('elsewhere')).toEqual([]);
  });
});

describe('whom to turn to about a unit', () => {
  const speakers = async (caller: Caller, under: string) =>
    (
      await caller.ask<{
        unitSpeakers: {
          unit: { code: string };
          people: { name: string }[];
          beyond: number;
          contacts: { name: string; email: string }[];
        }[];
      }>(`{ unitSpeakers(under: "${under}") { unit { code } people { name } beyond contacts { name email } } }`)
    ).unitSpeakers;

  it('is who speaks for it, by name to who sees accounts, and its confirmed addresses; of what the caller watches over alone', async () => {
    await api.db.query(
      `insert into contact (province_id, unit_id, name, email, confirmed_at, code_until, recorded_by)
       select p.id, v.unit_id, x.name, x.name || '@example.vn', x.at, now(), (select max(id) from moment)
         from unit p, unit_version v, (values ('vanphong', now()), ('chua-xac-nhan', null)) x (name, at)
        where p.kind = 'PROVINCE' and v.code = $1 and v.superseded_by is null`,
      [A],
    );
    // Who held what is asked as of the day of the test.
    await api.db.query(`update account_grant set granted_at = '2022-01-01T00:00:00Z'`);
    const ofCity = (found: Awaited<ReturnType<typeof speakers>>) => found.find(({ unit }) => unit.code === A);
    const watching = await speakers(as('monitor'), '165');
    expect(ofCity(watching)).toEqual({
      ...{ unit: { code: A }, people: [], beyond: 1 },
      contacts: [{ name: 'vanphong', email: 'vanphong@example.vn' }],
    });
    expect(watching.find(({ unit, beyond }) => beyond === 0 && unit.code !== A && unit.code !== B)).toBeDefined();
    const keeper = api.as(await buildAccount(api, { role: 'ADMINISTRATOR', unit: '19' }));
    const named = ofCity(await speakers(keeper, '165'));
    expect([named?.people.length, named?.beyond]).toEqual([1, 0]);
    // Neither who may not write to units, nor who watches over others.
    for (const name of ['viewer', 'elsewhere', 'clerkA']) expect(await speakers(as(name), '165')).toEqual([]);
  });
});

describe('what else somebody is waited for', () => {
  it('reports, by who draws them up and then by who approves and publishes them', async () => {
    const [lead, chief] = [
      api.as(await buildAccount(api, { role: 'MONITOR', unit: '19' })),
      api.as(await buildAccount(api, { role: 'APPROVER', unit: '19' })),
    ];
    people.set('lead', lead).set('chief', chief);
    const ofReports = async (name: string) =>
      (await workOf(name)).filter(({ kind }) => kind.startsWith('REPORT')).map(({ kind, count }) => `${kind} ${count}`);
    const input = { kind: 'MONTHLY', indicator: 'ONLINE_RESOLUTION_L4', from: '2022-02-01', to: '2022-02-28' };
    const { createReport } = await lead.ask<{ createReport: { id: string; version: number } }>(
      'mutation ($input: ReportInput!) { createReport(input: $input) { id version } }',
      { input },
    );
    expect([await ofReports('lead'), await ofReports('chief')]).toEqual([['REPORT_DRAFT 1'], []]);
    const to = (by: Caller, state: string, version: number) =>
      by.ask(`mutation { moveReport(id: "${createReport.id}", to: ${state}, expectedVersion: ${version}) { id } }`);
    await to(lead, 'SUBMITTED', createReport.version);
    expect([await ofReports('lead'), await ofReports('chief')]).toEqual([[], ['REPORT_TO_APPROVE 1']]);
    await to(chief, 'APPROVED', createReport.version + 1);
    expect(await ofReports('chief')).toEqual(['REPORT_TO_PUBLISH 1']);
  });

  it('answers to what they asked about guidance', async () => {
    const told = { leadUnit: '165', dated: '2022-03-20', acknowledgeBy: '2022-04-29', units: [A] };
    const { id } = await issue(as('monitor'), told);
    const asked = await as('clerkA').ask<{ askAboutGuidance: { questions: { id: string }[] } }>(
      `mutation { askAboutGuidance(id: "${id}", unit: "${A}", text: "Có áp dụng cho hồ sơ giấy không?") { questions { id } } }`,
    );
    expect(await kindsOf('clerkA')).not.toContain('GUIDANCE_ANSWERED');
    const answer = `question: "${asked.askAboutGuidance.questions[0]?.id}", text: "Có.", public: false, expectedVersion: 1`;
    await as('monitor').ask(`mutation { answerGuidance(${answer}) { id } }`);
    expect(await newsOf('clerkA')).toMatchObject([{ kind: 'GUIDANCE_ANSWERED', path: `/huong-dan/${id}` }]);
    expect(await kindsOf('clerkB')).not.toContain('GUIDANCE_ANSWERED');
  });

  it('findings, by the unit until it says that they are remedied, then by who inspected it', async () => {
    const days = { decisionOn: '2022-03-01', from: '2022-03-14', to: '2022-03-18', figuresTo: '2022-02-28' };
    const me = await idOf(as('monitor'));
    const { id } = await held(as('monitor'), me, { leadUnit: '165', units: [A], ...days });
    const found = { inspection: id, unit: A, severity: 'LIGHT', text: 'Thiếu bảng niêm yết.', dueOn: '2022-09-01' };
    const seen = await done(as('monitor'), 'recordFinding', { input: found });
    expect(await matter('clerkA', 'FINDING_TO_REMEDY')).toMatchObject({
      ...{ count: 1, due: '2022-09-01', overdue: 0, oldest: dayInVietnam(new Date()) },
      items: [{ unit: { code: A }, about: 'Thiếu bảng niêm yết.', path: `/kiem-tra/${id}` }],
    });
    expect((await newsOf('clerkA'))[0]).toMatchObject({ kind: 'INSPECTION_ANNOUNCED', path: `/kiem-tra/${id}` });
    expect(await kindsOf('clerkB')).not.toContain('INSPECTION_ANNOUNCED');
    expect(await matter('monitor', 'FINDING_TO_CONFIRM')).toBeUndefined();
    const step = { finding: seen.findings[0]?.id, act: 'REMEDIED', text: 'Đã niêm yết.', expectedVersion: 1 };
    await done(as('clerkA'), 'stepFinding', { input: step });
    expect(await matter('clerkA', 'FINDING_TO_REMEDY')).toBeUndefined();
    expect(await matter('monitor', 'FINDING_TO_CONFIRM')).toMatchObject({ count: 1 });
    expect(await matter('clerkB', 'FINDING_TO_CONFIRM')).toBeUndefined();
  });
});

async function issuedOf2022(): Promise<void> {
  const { plan } = await createPlan(as('planner'));
  await setTargets(as('planner'), plan.id, [
    { unit: A, percent: 55 },
    { unit: B, percent: 30 },
  ]);
  await movePlan(as('planner'), plan.id, 'SUBMITTED');
  await movePlan(as('approver'), plan.id, 'APPROVED');
  await movePlan(as('approver'), plan.id, 'ISSUED', { reason: 'Theo quyết định.' });
}

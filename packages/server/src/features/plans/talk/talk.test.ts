import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, setTargets } from '../../../../test/plans.ts';
import {
  addComment,
  answerProposal,
  consultationsOf,
  openConsultation,
  propose,
  resolveComment,
  talkOf,
  withdrawComment,
  withdrawProposal,
} from '../../../../test/talk.ts';

const CITY = '165';
const [MINE, OTHER] = ['05506', '05509'] as const;
const TODAY = '2022-03-10';
let api: Api;
let year = 2022;

type Who = 'planner' | 'approver' | 'monitor' | 'mine' | 'other' | 'province';
const callers = {} as Record<Who, Caller>;

beforeAll(async () => {
  api = await openApi({ now: new Date(`${TODAY}T05:00:00Z`) });
  const account = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  callers.planner = await account('PLANNER', CITY);
  callers.approver = await account('APPROVER', CITY);
  callers.monitor = await account('MONITOR', CITY);
  callers.mine = await account('CLERK', MINE);
  callers.other = await account('CLERK', OTHER);
  callers.province = await account('PLANNER', '19');
});
afterAll(() => api.close());

/** A draft of the city with targets for two wards, about which they are asked unless told otherwise. */
async function draft({ asked = true } = {}): Promise<{ id: string; version: number }> {
  const { plan } = await createPlan(callers.planner, { issuer: CITY, year: (year += 1) });
  const targets = [MINE, OTHER].map((unit) => ({ unit, percent: 55 }));
  const { version } = (await setTargets(callers.planner, plan.id, targets)).plan;
  if (asked) await openConsultation(callers.planner, plan.id, '2022-03-20');
  return { id: plan.id, version };
}

/** What a ward sees of one plan among all that is asked of it. */
async function askedOf(who: Who, plan: string) {
  return (await consultationsOf(callers[who])).find((asked) => asked.plan === plan);
}

describe('asking units what they think', () => {
  it('makes no version, and tells who came later that the date was changed', async () => {
    const { id, version } = await draft({ asked: false });
    const first = await openConsultation(callers.planner, id, '2022-03-20', 0);
    expect(first.value).toEqual({ version, consultedUntil: '2022-03-20', consultedVersion: 1 });
    const late = await openConsultation(callers.planner, id, '2022-03-25', 0);
    expect([late.code, late.errors[0]?.message]).toEqual([
      'CONFLICT',
      'Có người vừa đổi thời hạn lấy ý kiến: hãy xem lại.',
    ]);
    expect(
      (await setTargets(callers.planner, id, [{ unit: MINE, percent: 54 }], { expectedVersion: version })).code,
    ).toBe(undefined);
    expect((await openConsultation(callers.planner, id, null, 1)).value.consultedUntil).toBeNull();
  });

  it('takes no day that is over or far, and no plan that is approved', async () => {
    const { id } = await draft({ asked: false });
    expect((await openConsultation(callers.planner, id, '2022-03-09')).fields[0]?.path).toBe('until');
    expect((await openConsultation(callers.planner, id, '2023-03-12')).fields[0]?.path).toBe('until');
    await movePlanUpTo(api, id, 'APPROVED');
    expect((await openConsultation(callers.planner, id, '2022-03-20')).code).toBe('CONFLICT');
  });

  it('is for who drafts at the issuer', async () => {
    const { id } = await draft({ asked: false });
    for (const who of ['approver', 'monitor', 'mine'] as const)
      expect([who, (await openConsultation(callers[who], id, '2022-03-20')).code]).toEqual([who, 'FORBIDDEN']);
  });

  it('shows a ward its own target alone, until the day is over', async () => {
    const { id } = await draft();
    await addComment(callers.planner, id, 'Phường này tăng ít.', { unit: MINE });
    await addComment(callers.planner, id, 'Phường kia tăng nhiều.', { unit: OTHER });
    await addComment(callers.planner, id, 'Cả bản giao còn thiếu.');
    const asked = await askedOf('mine', id);
    expect(asked).toMatchObject({ unit: { code: MINE }, issuer: { code: CITY }, percent: 55, maySay: true });
    expect(asked?.comments.map(({ body, by, side }) => [body, by, side])).toEqual([
      ['Phường này tăng ít.', null, 'ISSUER'],
    ]);
    expect(await talkOf(callers.mine, id)).toBeNull();
    await withToday('2022-03-20', async () => expect(await askedOf('mine', id)).toBeDefined());
    await withToday('2022-03-21', async () => {
      expect(await askedOf('mine', id)).toBeUndefined();
      expect((await addComment(callers.mine, id, 'Muộn.', { unit: MINE })).code).toBe('FORBIDDEN');
      expect((await propose(callers.mine, id, MINE, 50)).code).toBe('FORBIDDEN');
    });
  });

  it('shows nothing of a draft that asks nobody, nor of one that is approved', async () => {
    const { id } = await draft({ asked: false });
    expect(await askedOf('mine', id)).toBeUndefined();
    await openConsultation(callers.planner, id, '2022-03-20');
    await movePlanUpTo(api, id, 'APPROVED');
    expect(await askedOf('mine', id)).toBeUndefined();
  });
});

/** On another day. */
async function withToday(day: string, use: () => Promise<void>): Promise<void> {
  const before = api.app.now();
  api.app.now = () => new Date(`${day}T05:00:00Z`);
  await use().finally(() => (api.app.now = () => before));
}

describe('saying something about a plan', () => {
  it.each<[Who, string | null, string]>([
    ['planner', null, 'ISSUER'],
    ['approver', MINE, 'ISSUER'],
    ['mine', MINE, 'UNIT'],
    ['province', MINE, 'ISSUER'],
    ['mine', null, 'FORBIDDEN'],
    ['mine', OTHER, 'FORBIDDEN'],
    ['monitor', MINE, 'FORBIDDEN'],
  ])('is for %s about %s: %s', async (who, unit, expected) => {
    const { id } = await draft();
    const answer = await addComment(callers[who], id, 'Xem lại.', { unit });
    expect(answer.code ?? answer.value.side).toBe(expected);
  });

  it('is told to the issuer’s people whole, and to a ward of itself alone', async () => {
    const { id } = await draft();
    const first = (await addComment(callers.mine, id, 'Xin giảm.', { unit: MINE })).value;
    await addComment(callers.other, id, 'Đồng ý.', { unit: OTHER });
    await addComment(callers.planner, id, 'Vì sao?', { unit: MINE, answers: first.id });
    const bodies = (seen: { body: string | null }[] | undefined) => seen?.map(({ body }) => body);
    expect(bodies((await talkOf(callers.monitor, id))?.comments)).toEqual(['Xin giảm.', 'Đồng ý.', 'Vì sao?']);
    expect(bodies((await askedOf('mine', id))?.comments)).toEqual(['Xin giảm.', 'Vì sao?']);
    expect((await talkOf(callers.monitor, id))?.comments[0]?.by).not.toBeNull();
  });

  it('answers in the thread of what it answers, and opens it again', async () => {
    const { id } = await draft();
    const first = (await addComment(callers.mine, id, 'Xin giảm.', { unit: MINE })).value;
    const second = (await addComment(callers.planner, id, 'Vì sao?', { unit: MINE, answers: first.id })).value;
    expect((await resolveComment(callers.planner, first.id)).value.resolvedAt).not.toBeNull();
    const third = (await addComment(callers.mine, id, 'Vì sáp nhập.', { unit: MINE, answers: second.id })).value;
    expect([second.answers, third.answers]).toEqual([first.id, first.id]);
    expect((await talkOf(callers.planner, id))?.comments[0]?.resolvedAt).toBeNull();
    const elsewhere = await addComment(callers.planner, id, 'Lạc.', { unit: OTHER, answers: first.id });
    expect(elsewhere.fields).toEqual([
      { path: 'answers', message: 'Chỉ trả lời được ý kiến về cùng bản giao và cùng đơn vị.' },
    ]);
    expect((await resolveComment(callers.planner, second.id)).code).toBe('BAD_USER_INPUT');
  });

  it('is settled by the issuer’s people and by who began it, and by nobody else', async () => {
    const { id } = await draft();
    const said = (await addComment(callers.mine, id, 'Xin giảm.', { unit: MINE })).value;
    expect((await resolveComment(callers.other, said.id)).code).toBe('FORBIDDEN');
    expect((await resolveComment(callers.monitor, said.id)).code).toBe('FORBIDDEN');
    expect((await resolveComment(callers.mine, said.id)).value.resolvedAt).not.toBeNull();
    expect((await resolveComment(callers.planner, said.id, false)).value.resolvedAt).toBeNull();
  });

  it('is taken back by who said it alone, and then the text is nowhere', async () => {
    const { id } = await draft();
    const said = (await addComment(callers.mine, id, 'Tên riêng lỡ ghi.', { unit: MINE })).value;
    expect((await withdrawComment(callers.planner, said.id)).code).toBe('FORBIDDEN');
    const gone = (await withdrawComment(callers.mine, said.id)).value;
    expect([gone.body, gone.withdrawnAt === null]).toEqual([null, false]);
    expect((await talkOf(callers.planner, id))?.comments[0]).toMatchObject({ body: null, side: 'UNIT' });
    const { rows } = await api.db.query<{ n: number }>(
      `select (select count(*)::int from plan_comment where body like '%lỡ ghi%')
            + (select count(*)::int from audit_event where body::text like '%lỡ ghi%') as n`,
    );
    expect(rows[0]?.n).toBe(0);
  });

  it.each([
    ['Gọi ông An 0912345678.', 'Có dãy số giống số điện thoại'],
    ['Xem hồ sơ 000.00.16.H55-220831-0001.', 'Có mã hồ sơ'],
    ['   ', 'Hãy viết nội dung'],
    ['x'.repeat(2_001), 'Nội dung dài quá'],
  ])('refuses %s', async (body, message) => {
    const { id } = await draft();
    const said = await addComment(callers.planner, id, body);
    expect([said.code, said.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'body']);
    expect(said.fields[0]?.message).toContain(message);
    expect((await propose(callers.mine, id, MINE, 50, body)).fields[0]?.path).toBe('grounds');
  });
});

describe('proposing another number', () => {
  it.each<[Who, string, string]>([
    ['mine', MINE, 'OPEN'],
    ['mine', OTHER, 'FORBIDDEN'],
    ['planner', MINE, 'FORBIDDEN'],
    ['province', MINE, 'FORBIDDEN'],
    ['monitor', MINE, 'FORBIDDEN'],
  ])('is for who speaks for the unit: %s for %s: %s', async (who, unit, expected) => {
    const { id } = await draft();
    const answer = await propose(callers[who], id, unit, 45);
    expect(answer.code ?? answer.value.state).toBe(expected);
  });

  it('is seen by the issuer’s people and by no other ward', async () => {
    const { id } = await draft();
    await propose(callers.mine, id, MINE, 45);
    expect((await talkOf(callers.planner, id))?.counterProposals).toMatchObject([{ percent: 45, insteadOf: 55 }]);
    expect((await askedOf('other', id))?.counterProposals).toEqual([]);
    expect((await askedOf('mine', id))?.counterProposals).toHaveLength(1);
  });

  it('is open once a unit, also when two are made at once, and again after it was withdrawn', async () => {
    const { id } = await draft();
    const both = await Promise.all([45, 46].map((percent) => propose(callers.mine, id, MINE, percent)));
    expect(both.map(({ code }) => code ?? 'OPEN').sort()).toEqual(['CONFLICT', 'OPEN']);
    const open = both.find(({ code }) => code === undefined)?.value.id ?? '';
    expect((await withdrawProposal(callers.other, open)).code).toBe('FORBIDDEN');
    expect((await withdrawProposal(callers.planner, open)).code).toBe('FORBIDDEN');
    expect((await withdrawProposal(callers.mine, open)).value).toMatchObject({ state: 'WITHDRAWN', grounds: null });
    expect((await withdrawProposal(callers.mine, open)).code).toBe('CONFLICT');
    expect((await propose(callers.mine, id, MINE, 47)).value.state).toBe('OPEN');
  });

  it('takes neither the number that stands there, nor one of a locked target or of none', async () => {
    const { id } = await draft();
    expect((await propose(callers.mine, id, MINE, 55)).fields[0]?.path).toBe('percent');
    await setTargets(callers.planner, id, [{ unit: MINE, percent: 55, locked: true }]);
    const locked = await propose(callers.mine, id, MINE, 45);
    expect(locked.errors[0]?.message).toBe('Chỉ tiêu này đã khóa: không nhận đề nghị khác.');
    expect(await askedOf('mine', id)).toMatchObject({ locked: true, mayPropose: false });
  });
});

describe('answering a proposal', () => {
  const made = async () => {
    const plan = await draft();
    return { plan, proposal: (await propose(callers.mine, plan.id, MINE, 45)).value };
  };

  it('accepts it into the draft at the version that was seen, and no other', async () => {
    const { plan, proposal } = await made();
    const old = await answerProposal(callers.planner, proposal.id, 'ACCEPT', { expectedVersion: plan.version - 1 });
    expect(old.code).toBe('CONFLICT');
    expect((await answerProposal(callers.planner, proposal.id, 'ACCEPT')).fields[0]?.path).toBe('expectedVersion');
    const taken = await answerProposal(callers.planner, proposal.id, 'ACCEPT', { expectedVersion: plan.version });
    expect(taken.value).toMatchObject({ state: 'ACCEPTED', answer: null });
    const { targetPlan } = await callers.planner.ask<{ targetPlan: { version: number; targets: object[] } }>(
      'query ($id: ID!) { targetPlan(id: $id) { version targets { unit { code } percent locked } } }',
      { id: plan.id },
    );
    expect(targetPlan.version).toBe(plan.version + 1);
    expect(targetPlan.targets).toContainEqual({ unit: { code: MINE }, percent: 45, locked: false });
  });

  it('is done once, whoever is faster', async () => {
    const { plan, proposal } = await made();
    const both = await Promise.all([
      answerProposal(callers.planner, proposal.id, 'ACCEPT', { expectedVersion: plan.version }),
      answerProposal(api, proposal.id, 'REFUSE', { answer: 'Giữ nguyên.' }),
    ]);
    expect(both.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    const [seen] = (await talkOf(callers.planner, plan.id))?.counterProposals ?? [];
    const { rows } = await api.db.query<{ hundredths: number }>(
      `select t.hundredths from target t join counter_proposal c on c.plan_id = t.plan_id and c.unit_id = t.unit_id where c.id = $1`,
      [proposal.id],
    );
    expect(rows[0]?.hundredths).toBe(seen?.state === 'ACCEPTED' ? 4500 : 5500);
  });

  it('is for who drafts at the issuer', async () => {
    const { proposal } = await made();
    for (const who of ['approver', 'monitor', 'mine', 'other'] as const) {
      const answer = await answerProposal(callers[who], proposal.id, 'REFUSE', { answer: 'Không.' });
      expect([who, answer.code]).toEqual([who, 'FORBIDDEN']);
    }
  });

  it('refuses with an answer, which the unit reads without a name', async () => {
    const { plan, proposal } = await made();
    expect((await answerProposal(callers.planner, proposal.id, 'REFUSE')).fields[0]?.path).toBe('answer');
    expect((await answerProposal(callers.planner, proposal.id, 'NOTE')).code).toBe('CONFLICT');
    await answerProposal(callers.planner, proposal.id, 'REFUSE', { answer: 'Hai tháng gần đây đã đạt.' });
    const [seen] = (await askedOf('mine', plan.id))?.counterProposals ?? [];
    expect(seen).toMatchObject({ state: 'REFUSED', answer: 'Hai tháng gần đây đã đạt.', answeredBy: null });
  });

  it('accepts nothing into a submitted plan, nor for a target that was locked meanwhile', async () => {
    const { plan, proposal } = await made();
    const locked = (await setTargets(callers.planner, plan.id, [{ unit: MINE, percent: 55, locked: true }])).plan;
    const accept = (expectedVersion: number) =>
      answerProposal(callers.planner, proposal.id, 'ACCEPT', { expectedVersion });
    expect((await accept(locked.version)).errors[0]?.message).toBe('Chỉ tiêu này đã khóa: không nhận đề nghị khác.');
    const { version } = (await movePlan(callers.planner, plan.id, 'SUBMITTED')).plan;
    expect((await accept(version)).code).toBe('CONFLICT');
  });

  it('lapses as the plan is issued, which needs a reason', async () => {
    const { plan } = await made();
    await movePlanUpTo(api, plan.id, 'APPROVED');
    const refused = await movePlan(api, plan.id, 'ISSUED');
    expect(refused.fields).toContainEqual({ path: 'reason', message: 'Còn 1 đề nghị chưa trả lời: cần nêu lý do.' });
    await movePlan(api, plan.id, 'ISSUED', { reason: 'Đã hết hạn.' });
    expect((await talkOf(callers.planner, plan.id))?.counterProposals[0]?.state).toBe('LAPSED');
  });

  it('is noted of an issued plan, and the plan that amends it lists it', async () => {
    const issued = await issuePlan(api, { issuer: CITY, year: (year += 1) }, [{ unit: MINE, percent: 55 }]);
    const proposal = (await propose(callers.mine, issued.id, MINE, 45)).value;
    const accept = await answerProposal(callers.planner, proposal.id, 'ACCEPT', { expectedVersion: issued.version });
    expect(accept.code).toBe('CONFLICT');
    expect((await answerProposal(callers.planner, proposal.id, 'NOTE')).value.state).toBe('NOTED');
    const { plan } = await createPlan(callers.planner, { issuer: CITY, year, amends: issued.id });
    expect((await talkOf(callers.planner, plan.id))?.notedProposals).toMatchObject([{ id: proposal.id, percent: 45 }]);
    expect((await talkOf(callers.other, issued.id))?.counterProposals).toEqual([]);
    expect((await talkOf(callers.mine, issued.id))?.counterProposals).toHaveLength(1);
  });
});

describe('the audit trail', () => {
  it('names act, unit and percentages, and never the text', async () => {
    const { id, version } = await draft();
    const proposal = (await propose(callers.mine, id, MINE, 45, 'Lời riêng của phường.')).value;
    await addComment(callers.planner, id, 'Lời riêng của thành phố.', { unit: MINE });
    await answerProposal(callers.planner, proposal.id, 'ACCEPT', { expectedVersion: version, answer: 'Lời riêng.' });
    const { auditTrail } = await api.ask<{ auditTrail: { nodes: { text: string; what: string }[] } }>(
      'query ($about: ID!) { auditTrail(about: $about, first: 20) { nodes { what text } } }',
      { about: `PLAN:${id}` },
    );
    const acts = auditTrail.nodes.map(({ what }) => what);
    for (const act of [
      'CONSULTATION_OPENED',
      'COUNTER_PROPOSAL_MADE',
      'PLAN_COMMENT_ADDED',
      'COUNTER_PROPOSAL_ACCEPTED',
      'TARGETS_SET',
    ])
      expect(acts).toContain(act);
    expect(auditTrail.nodes.find(({ what }) => what === 'COUNTER_PROPOSAL_MADE')?.text).toContain('45 % thay cho 55 %');
    const { rows } = await api.db.query("select 1 from audit_event where body::text like '%Lời riêng%'");
    expect(rows).toEqual([]);
  });
});

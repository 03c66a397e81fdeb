import { describe, expect, it } from 'vitest';
import { isLacking, nextStep, stepOf, type PlanFacts } from './nextStep.ts';

const NEW: PlanFacts = {
  state: 'DRAFT',
  mayDraft: true,
  mayApprove: false,
  isRequiredKnown: true,
  volume: 5_000,
  withoutTarget: 29,
  proposed: 0,
  isProposing: false,
  isStuck: false,
  feasible: false,
  short: { points: '1,20', count: 60 },
  unanswered: 0,
};
const ready: Partial<PlanFacts> = { withoutTarget: 0, feasible: true };
/** The step, what can be done and what is said, of a new plan of which something is otherwise. */
const after = (otherwise: Partial<PlanFacts>) => {
  const next = nextStep({ ...NEW, ...otherwise });
  return next && [next.at, next.deed, next.text];
};

describe('what comes next for a plan', () => {
  it.each<[string, Partial<PlanFacts>, number, string | null, string]>([
    ['what is to be reached', { isRequiredKnown: false }, 0, 'require', 'Cấp trên giao bao nhiêu phần trăm?'],
    ['dossiers to go by', { volume: 0 }, 0, null, 'hãy gõ số hồ sơ'],
    ['to wait for proposals', { isProposing: true }, 1, null, 'Đang tính đề xuất'],
    ['to ask for proposals', {}, 1, 'propose', 'Còn 29 đơn vị chưa có chỉ tiêu.'],
    ['to take them', { proposed: 29 }, 1, 'take', 'Còn 29 đơn vị chưa giao; số đề xuất đã có'],
    ['limits to give way', { proposed: 29, isStuck: true }, 1, null, 'chọn điều cần nới'],
    ['more', { withoutTarget: 0 }, 2, 'propose', 'còn thiếu 1,20 điểm ≈ 60 hồ sơ'],
    ['better numbers that are there', { withoutTarget: 0, proposed: 3 }, 2, 'take', 'đề xuất ở cột'],
    ['an answer to units', { ...ready, unanswered: 2 }, 2, 'answer', 'Còn 2 đề nghị'],
    ['to be submitted', { ...ready, proposed: 4 }, 3, 'submit', 'sẵn sàng để trình'],
  ])('is, while it is a draft: %s', (_name, otherwise, at, deed, text) => {
    expect(after(otherwise)).toEqual([at, deed, expect.stringContaining(text)]);
  });

  it('is said to whom it concerns: who may not do it reads what it waits for', () => {
    const approver: Partial<PlanFacts> = { mayDraft: false, mayApprove: true };
    expect(after({ ...ready, state: 'SUBMITTED' })?.slice(0, 2)).toEqual([3, null]);
    expect(after({ ...ready, ...approver, state: 'SUBMITTED' })?.slice(0, 2)).toEqual([3, 'approve']);
    expect(after({ ...ready, state: 'APPROVED' })?.slice(0, 2)).toEqual([4, null]);
    expect(after({ ...ready, ...approver, state: 'APPROVED' })?.slice(0, 2)).toEqual([4, 'issue']);
    expect(after({ ...ready, state: 'ISSUED' })?.slice(0, 2)).toEqual([5, 'papers']);
    expect(after({ ...ready, ...approver })).toBeNull();
    expect(after({ ...ready, mayDraft: false, state: 'ISSUED' })).toBeNull();
    expect(after({ ...ready, state: 'SUPERSEDED' })).toBeNull();
  });

  it.each([
    [0, true, [false, false, false, false]],
    [0, false, [false, false, true, false]],
    [1, true, [false, true, true, false]],
    [1, false, [false, true, true, false]],
  ])('marks what was gone over with %d units left out, reached: %s', (withoutTarget, feasible, marks) => {
    expect([0, 1, 2, 3].map((at) => isLacking(at, { withoutTarget, feasible }))).toEqual(marks);
  });

  it('is counted from one, and the last one stays the last', () => {
    expect([stepOf(0), stepOf(4), stepOf(5)]).toEqual(['Bước 1/5', 'Bước 5/5', 'Bước 5/5']);
  });
});

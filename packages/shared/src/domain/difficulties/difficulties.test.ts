import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followersOf, headOf, joinProblem } from './joining.ts';
import { comparedBy, LIKE, likeness, likest, type LikenessFacts } from './likeness.ts';
import { standingsOf, stoodIn, type LogStep } from './log.ts';
import {
  afterStep,
  ageInDays,
  AT_FIRST,
  DIFFICULTY_ACTS,
  DIFFICULTY_CAUSES,
  DIFFICULTY_STATES,
  isPossible,
  needsReason,
  refusalOf,
  standingOf,
  type StandingStep,
} from './states.ts';
import { synthesise, type SynthesisRow } from './synthesis.ts';

const step = fc.record({
  act: fc.constantFrom(...DIFFICULTY_ACTS),
  ownerId: fc.constantFrom(1, 2, 3),
}) satisfies fc.Arbitrary<StandingStep>;

describe('states', () => {
  const done = (...acts: StandingStep['act'][]) => standingOf(acts.map((act) => ({ act, ownerId: 7 })));

  it('go from reported by taken and answered to closed, and back', () => {
    expect(done()).toEqual({ state: 'REPORTED', ownerId: null, reopened: 0 });
    expect(done('TAKEN')).toEqual({ state: 'TAKEN', ownerId: 7, reopened: 0 });
    expect(done('TAKEN', 'ANSWERED').state).toBe('ANSWERED');
    expect(done('TAKEN', 'ANSWERED', 'CLOSED').state).toBe('CLOSED');
    expect(done('TAKEN', 'ANSWERED', 'CLOSED', 'REOPENED')).toEqual({ state: 'TAKEN', ownerId: 7, reopened: 1 });
    expect(done('CLOSED', 'REOPENED')).toEqual({ state: 'REPORTED', ownerId: null, reopened: 1 });
  });

  it('are known whatever is done: nobody answers what nobody owns, and what is impossible changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let standing = AT_FIRST;
        for (const one of steps) {
          const next = afterStep(standing, one);
          expect(DIFFICULTY_STATES).toContain(next.state);
          if (!isPossible(standing.state, one.act)) expect(next).toEqual(standing);
          if (next.state === 'TAKEN' || next.state === 'ANSWERED') expect(next.ownerId).not.toBeNull();
          if (next.state === 'REPORTED') expect(next.ownerId).toBeNull();
          standing = next;
        }
        const reopened = steps.filter(({ act }) => act === 'REOPENED').length;
        expect(standing.reopened).toBeLessThanOrEqual(reopened);
        expect(standingOf(steps)).toEqual(standing);
      }),
    );
  });

  it('let each side do what is its own', () => {
    const [reports, handles, none] = [
      { reports: true, handles: false },
      { reports: false, handles: true },
      { reports: false, handles: false },
    ];
    const free = (state: (typeof DIFFICULTY_STATES)[number]) => ({ state, isJoined: false, isFollowed: false });
    expect(refusalOf('TAKEN', free('REPORTED'), reports)).toBe('SIDE');
    expect(refusalOf('TAKEN', free('REPORTED'), handles)).toBeNull();
    expect(refusalOf('ANSWERED', free('REPORTED'), handles)).toBe('STATE');
    expect(refusalOf('CLOSED', free('REPORTED'), reports)).toBeNull();
    expect(refusalOf('REOPENED', free('CLOSED'), reports)).toBeNull();
    const joined = (state: (typeof DIFFICULTY_STATES)[number]) => ({ state, isJoined: true, isFollowed: false });
    expect(refusalOf('ANSWERED', joined('TAKEN'), handles)).toBe('JOINED');
    // What was done at the head is no unit's last word about its own.
    expect(refusalOf('REOPENED', joined('CLOSED'), reports)).toBeNull();
    const followed = { state: 'TAKEN', isJoined: false, isFollowed: true } as const;
    expect(refusalOf('CLOSED', followed, reports)).toBe('FOLLOWED');
    expect(refusalOf('CLOSED', followed, handles)).toBeNull();
    expect(refusalOf('PARTED', free('TAKEN'), handles)).toBe('PARTED');
    expect(refusalOf('PARTED', joined('CLOSED'), handles)).toBeNull();
    for (const act of DIFFICULTY_ACTS)
      for (const state of DIFFICULTY_STATES) expect(refusalOf(act, free(state), none)).toBe('SIDE');
    expect(needsReason('CLOSED', 'TAKEN', handles)).toBe(true);
    expect(needsReason('CLOSED', 'ANSWERED', handles)).toBe(false);
    expect(needsReason('CLOSED', 'TAKEN', reports)).toBe(false);
    expect(needsReason('REOPENED', 'CLOSED', reports)).toBe(true);
  });

  it('have an age in days, that of a closed one as it was', () => {
    expect(ageInDays('2022-07-01', null, '2022-07-20')).toBe(19);
    expect(ageInDays('2022-07-01', '2022-07-03', '2022-07-20')).toBe(2);
    expect(ageInDays('2022-07-21', null, '2022-07-20')).toBe(0);
  });
});

describe('joining', () => {
  const joins = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })), { maxLength: 40 });

  it('never makes a circle, and undone in any order leaves each as it was', () => {
    fc.assert(
      fc.property(joins, (pairs) => {
        const links = new Map<string, string>();
        for (const [from, to] of pairs.map(([a, b]) => [String(a), String(b)] as const)) {
          if (joinProblem(links, from, to) !== null) continue;
          links.set(from, to);
        }
        for (const id of links.keys()) {
          const head = headOf(links, id);
          expect(links.has(head)).toBe(false);
          expect(followersOf(links, head)).toContain(id);
          expect(joinProblem(links, head, id)).toBe('CYCLE');
        }
        const all = Array.from({ length: 8 }, (_none, at) => String(at + 1));
        const heads = all.filter((id) => !links.has(id));
        expect(heads.flatMap((head) => followersOf(links, head)).toSorted()).toEqual(all);
        for (const id of [...links.keys()]) {
          const followers = followersOf(links, id);
          links.delete(id);
          for (const follower of followers) expect(headOf(links, follower)).toBe(id);
          break;
        }
      }),
    );
  });

  it('is refused with itself, and of what is joined already', () => {
    const links = new Map([['1', '2']]);
    expect(joinProblem(links, '3', '3')).toBe('ITSELF');
    expect(joinProblem(links, '1', '3')).toBe('JOINED');
    expect(joinProblem(links, '2', '1')).toBe('CYCLE');
    expect(joinProblem(links, '2', '3')).toBeNull();
  });
});

describe('likeness', () => {
  const NO_TIES = { cause: null, procedureId: null, indicatorId: null, sourceId: null };
  const said = (text: string, ties: Partial<LikenessFacts> = {}): LikenessFacts => ({ ...NO_TIES, ...ties, text });
  const facts = fc.record<LikenessFacts>({
    text: fc.string({ unit: 'grapheme', maxLength: 60 }),
    cause: fc.option(fc.constantFrom(...DIFFICULTY_CAUSES)),
    procedureId: fc.option(fc.constantFrom(1, 2)),
    indicatorId: fc.option(fc.constantFrom(1, 2)),
    sourceId: fc.option(fc.constantFrom(1, 2)),
  });

  it('is the same whichever is first, between 0 and 1000', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1_000);
        expect([0, 1_000]).toContain(likeness(a, a));
      }),
    );
  });

  it('does not see marks, and sees the same procedure', () => {
    const one = said('Phần mềm một cửa chậm, hay mất kết nối buổi sáng');
    expect(likeness(one, said('Phan mem mot cua cham hay mat ket noi buoi sang'))).toBe(1_000);
    expect(likeness(one, said('mất kết nối phần mềm'))).toBeGreaterThanOrEqual(LIKE);
    expect(likeness(one, said('Thiếu máy quét ở bộ phận tiếp nhận'))).toBeLessThan(LIKE);
    const [a, b] = [
      said('Người dân chưa có tài khoản', { procedureId: 4 }),
      said('Dân ở xa chưa biết tài khoản điện tử'),
    ];
    expect(likeness(a, { ...b, procedureId: 4 })).toBe(Math.min(1_000, likeness(a, b) + 250));
    expect(likeness(said(''), said('', { procedureId: 4 }))).toBe(0);
  });

  it('shows the likest first, and few', () => {
    const others = ['Thiếu máy quét', 'Máy quét hỏng', 'Mạng chậm', 'Máy quét hỏng từ tháng trước'].map((text) =>
      comparedBy(said(text)),
    );
    expect(likest(said('máy quét bị hỏng'), others, 2).map(({ text }) => text)).toEqual([
      'Máy quét hỏng',
      'Máy quét hỏng từ tháng trước',
    ]);
  });
});

describe('a log', () => {
  const at = (day: string, act: LogStep['act'], ofHead = false): LogStep => {
    return { act, ownerId: act === 'TAKEN' ? 7 : null, ofHead, day: `2022-07-${day}` };
  };
  const july = { from: '2022-07-10', to: '2022-07-20' };

  it('tells how one stood at the end of a period, whatever was done later', () => {
    const log = [at('05', 'REPORTED'), at('12', 'TAKEN'), at('20', 'ANSWERED'), at('21', 'CLOSED')];
    expect(stoodIn(log, july)).toEqual({ state: 'ANSWERED', ownerId: 7, reopened: 0, closedOn: null });
    expect(stoodIn(log, { from: '2022-07-22', to: '2022-07-31' })).toBeNull();
    expect(stoodIn(log, { from: '2022-07-01', to: '2022-07-04' })).toBeNull();
    expect(stoodIn(log, { from: '2022-07-21', to: '2022-07-31' })).toMatchObject({
      state: 'CLOSED',
      closedOn: '2022-07-21',
    });
  });

  it('knows the days between closing and opening again as closed', () => {
    const log = [at('05', 'REPORTED'), at('08', 'CLOSED'), at('25', 'REOPENED')];
    expect(stoodIn(log, july)).toBeNull();
    expect(stoodIn(log, { from: '2022-07-20', to: '2022-07-31' })).toMatchObject({ state: 'REPORTED', closedOn: null });
  });

  it('follows the head while it is joined, and stands by itself again once it is parted', () => {
    const log = [
      ...[at('05', 'REPORTED'), at('06', 'TAKEN'), at('07', 'JOINED'), at('07', 'TAKEN', true)],
      ...[at('08', 'ANSWERED', true), at('09', 'CLOSED', true), at('15', 'PARTED')],
    ];
    expect(standingsOf(log).map(({ day, standing }) => [day.slice(-2), standing.state])).toEqual([
      ...[
        ['05', 'REPORTED'],
        ['06', 'TAKEN'],
        ['07', 'TAKEN'],
        ['08', 'ANSWERED'],
        ['09', 'CLOSED'],
        ['15', 'TAKEN'],
      ],
    ]);
  });

  it('of one that was never joined ends as its steps do', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const own = steps.filter(({ act }) => act !== 'JOINED' && act !== 'PARTED');
        const log = own.map((one) => ({ ...one, ofHead: false, day: '2022-07-05' }));
        const { closedOn, ...standing } = standingsOf(log).at(-1)?.standing ?? { ...AT_FIRST, closedOn: null };
        expect(standing).toEqual(standingOf(own));
        expect(closedOn !== null).toBe(standing.state === 'CLOSED');
      }),
    );
  });
});

describe('the synthesis', () => {
  const rows = fc
    .array(
      fc.record({
        cause: fc.constantFrom(...DIFFICULTY_CAUSES),
        state: fc.constantFrom(...DIFFICULTY_STATES),
        unitId: fc.integer({ min: 1, max: 6 }),
        age: fc.integer({ min: 0, max: 400 }),
        head: fc.integer({ min: 0, max: 20 }),
      }),
      { maxLength: 20 },
    )
    .map((all) =>
      all.map(({ head, ...row }, at): SynthesisRow => {
        // A head is one that is no follower itself: the first of those that name the same.
        const first = all.findIndex((other) => other.head === head);
        return { ...row, id: String(at + 1), headId: String(first + 1) };
      }),
    );

  it('has every report exactly once, under the cause of its head', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const groups = synthesise(all);
        const ids = groups.flatMap(({ entries }) => entries.flatMap((entry) => entry.ids));
        expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expect(groups.reduce((sum, { reports }) => sum + reports, 0)).toBe(all.length);
        for (const { cause, entries, units, open } of groups) {
          expect(open).toBeLessThanOrEqual(entries.length);
          for (const { headId, ids: members, units: mine } of entries) {
            expect(all.find(({ id }) => id === headId)?.cause).toBe(cause);
            for (const id of members) expect(mine).toContain(all.find((row) => row.id === id)?.unitId);
            expect(mine.every((unit) => units.includes(unit))).toBe(true);
          }
        }
        expect(synthesise(all.toReversed()).map(({ cause, reports }) => [cause, reports])).toEqual(
          groups.map(({ cause, reports }) => [cause, reports]),
        );
      }),
    );
  });

  it('lets one stand for itself whose head is not seen', () => {
    const row: SynthesisRow = { id: '5', headId: '2', cause: 'DATA', state: 'TAKEN', unitId: 3, age: 4 };
    expect(synthesise([row])).toMatchObject([{ cause: 'DATA', entries: [{ headId: '5', ids: ['5'], units: [3] }] }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAnswers, departs, problemOfItems, STANDARD_CHECKLIST, type CheckItem } from './checklist.ts';
import { openWork } from './open.ts';
import { countResults, drawSample, sealOfFrame } from './sample.ts';
import {
  afterMove,
  daysLate,
  FINDING_ACTS,
  FINDING_STATES,
  findingRefusal,
  findingStanding,
  INSPECTION_MOVES,
  INSPECTION_STATES,
  isOverdue,
  isPlanOpen,
  isTold,
  isWorkOpen,
  type FindingAct,
} from './states.ts';

/** A hash of 53 bits, as good as any for what hangs on no more of it than that it is one. */
function mixed(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 40 });
const seed = fc.string({ minLength: 1, maxLength: 20 });
const drawn = (list: readonly string[], by: string, size: number): string[] =>
  drawSample(list, by, size, mixed).map(({ key }) => key);

describe('a sample', () => {
  it('hangs on no order of the list, and neither does its seal', () => {
    fc.assert(
      fc.property(keys, seed, fc.nat(50), fc.func(fc.nat()), (list, by, size, shuffle) => {
        const other = [...list].sort((a, b) => shuffle(a) - shuffle(b));
        expect(drawn(other, by, size)).toEqual(drawn(list, by, size));
        expect(sealOfFrame(other, mixed)).toBe(sealOfFrame(list, mixed));
      }),
    );
  });

  it('begins with the smaller one as it grows, draws nobody twice, and never more than there are', () => {
    fc.assert(
      fc.property(keys, seed, fc.nat(50), fc.nat(50), (list, by, a, b) => {
        const [small, large] = [drawn(list, by, Math.min(a, b)), drawn(list, by, Math.max(a, b))];
        expect(large.slice(0, small.length)).toEqual(small);
        expect(new Set(large).size).toBe(large.length);
        expect(large).toHaveLength(Math.min(Math.max(a, b), list.length));
        expect(large.every((key) => list.includes(key))).toBe(true);
      }),
    );
  });

  it('takes a key out of the list without moving the others', () => {
    fc.assert(
      fc.property(keys, seed, fc.nat(39), (list, by, at) => {
        const gone = list[at % Math.max(1, list.length)];
        const without = list.filter((key) => key !== gone);
        expect(drawn(without, by, 50)).toEqual(drawn(list, by, 50).filter((key) => key !== gone));
      }),
    );
  });

  it('draws every dossier about equally often', () => {
    const list = Array.from({ length: 50 }, (_, at) => `000.00.16.H55-220831-${String(at).padStart(4, '0')}`);
    const counts = new Map<string, number>();
    const [times, size] = [2_000, 10];
    for (let at = 0; at < times; at += 1)
      for (const key of drawn(list, mixed(`hạt giống ${at}`), size)) counts.set(key, (counts.get(key) ?? 0) + 1);
    // Expected 400 each, off by 18 as a rule: five times that is never seen of a fair draw of 50.
    for (const key of list) expect(Math.abs((counts.get(key) ?? 0) - (times * size) / 50)).toBeLessThan(90);
  });

  it('is the same wherever it is drawn', () => {
    expect(drawSample(['B', 'A', 'C'], 'x', 2, mixed)).toEqual(
      [...'ABC']
        .map((key) => ({ key, rank: mixed(`x\n${key}`) }))
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .slice(0, 2),
    );
    expect(sealOfFrame(['B', 'A'], mixed)).toBe(mixed('A\nB'));
  });

  it('is counted by what was found', () => {
    expect(countResults(['MATCHES', 'DIFFERS', null, 'MATCHES', 'MISSING'])).toEqual({
      ...{ MATCHES: 2, DIFFERS: 1, MISSING: 1, LEFT: 1 },
    });
  });
});

describe('an inspection', () => {
  it('is planned, told, begun and concluded, or called off before it began', () => {
    expect(afterMove('PLANNED', 'ANNOUNCED')).toBe('ANNOUNCED');
    expect(afterMove('ANNOUNCED', 'BEGUN')).toBe('UNDER_WAY');
    expect(afterMove('UNDER_WAY', 'CONCLUDED')).toBe('CONCLUDED');
    for (const state of ['PLANNED', 'ANNOUNCED'] as const) expect(afterMove(state, 'CANCELLED')).toBe('CANCELLED');
    for (const state of ['CONCLUDED', 'CANCELLED'] as const)
      for (const move of INSPECTION_MOVES) expect(afterMove(state, move)).toBeNull();
    expect(INSPECTION_STATES.filter(isPlanOpen)).toEqual(['PLANNED']);
    expect(INSPECTION_STATES.filter(isWorkOpen)).toEqual(['UNDER_WAY']);
    expect(INSPECTION_STATES.filter((state) => !isTold(state))).toEqual(['PLANNED']);
  });
});

describe('a finding', () => {
  const steps = (...acts: FindingAct[]) =>
    findingStanding(acts.map((act, at) => ({ act, day: `2022-09-0${at + 1}` as const })));

  it('is remedied by its unit and confirmed by the team, or open again', () => {
    expect(steps()).toEqual({ state: 'OPEN', refused: 0, remediedOn: null });
    expect(steps('REMEDIED')).toEqual({ state: 'REMEDIED', refused: 0, remediedOn: '2022-09-01' });
    expect(steps('REMEDIED', 'REFUSED')).toEqual({ state: 'OPEN', refused: 1, remediedOn: null });
    expect(steps('REMEDIED', 'REFUSED', 'REMEDIED', 'CONFIRMED')).toEqual({
      ...{ state: 'CONFIRMED', refused: 1, remediedOn: '2022-09-03' },
    });
    expect(steps('CONFIRMED').state).toBe('OPEN');
    expect(steps('WITHDRAWN', 'REMEDIED').state).toBe('WITHDRAWN');
  });

  it('is in a known state whatever is done, and what is refused changes nothing', () => {
    const act = fc.constantFrom(...FINDING_ACTS);
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), act, (acts, next) => {
        const before = steps(...acts.slice(0, 8));
        const sides = { inspects: next !== 'REMEDIED', answers: next === 'REMEDIED' };
        const refused = findingRefusal(next, { state: before.state, inspection: 'CONCLUDED' }, sides);
        const after = steps(...acts.slice(0, 8), next);
        expect(FINDING_STATES).toContain(after.state);
        if (refused !== null) expect(after).toEqual(before);
        expect(after.remediedOn !== null).toBe(
          after.state === 'REMEDIED' ||
            after.state === 'CONFIRMED' ||
            (before.remediedOn !== null && after.state === 'WITHDRAWN'),
        );
      }),
    );
  });

  it('is remedied by nobody of the team and confirmed by nobody of the unit', () => {
    const open = { state: 'OPEN', inspection: 'CONCLUDED' } as const;
    const claimed = { ...open, state: 'REMEDIED' } as const;
    const [team, unit] = [
      { inspects: true, answers: false },
      { inspects: false, answers: true },
    ];
    expect(findingRefusal('REMEDIED', open, unit)).toBeNull();
    expect(findingRefusal('REMEDIED', open, team)).toBe('SIDE');
    expect(findingRefusal('CONFIRMED', claimed, team)).toBeNull();
    for (const sides of [unit, { inspects: true, answers: true }])
      expect(findingRefusal('CONFIRMED', claimed, sides)).toBe('SIDE');
    expect(findingRefusal('CONFIRMED', open, team)).toBe('STATE');
    expect(findingRefusal('NOTED', open, { inspects: false, answers: false })).toBe('SIDE');
    expect(findingRefusal('REMEDIED', { ...open, inspection: 'PLANNED' }, unit)).toBe('STATE');
  });

  it('is late from the day after its deadline until its unit said that it is remedied', () => {
    const finding = { state: 'OPEN', dueOn: '2022-09-30', remediedOn: null } as const;
    expect([isOverdue(finding, '2022-09-30'), isOverdue(finding, '2022-10-01')]).toEqual([false, true]);
    expect(daysLate(finding, '2022-09-30')).toBe(0);
    expect(daysLate(finding, '2022-10-03')).toBe(3);
    expect(daysLate({ ...finding, state: 'CONFIRMED', remediedOn: '2022-10-02' }, '2022-12-31')).toBe(2);
    expect(daysLate({ ...finding, state: 'WITHDRAWN' }, '2022-12-31')).toBe(0);
    expect(isOverdue({ state: 'REMEDIED', dueOn: '2022-09-30' }, '2022-12-31')).toBe(false);
  });
});

describe('a checklist', () => {
  const item: CheckItem = { key: 'A', text: 'Có niêm yết.', expected: 'YES' };

  it('departs where the answer is not what is expected; what does not apply is no fault', () => {
    expect([departs(item, 'NO'), departs(item, 'YES'), departs(item, 'NOT_APPLICABLE'), departs(item, null)]).toEqual([
      ...[true, false, false, false],
    ]);
    expect(departs({ expected: 'NO' }, 'YES')).toBe(true);
    const answers = [
      { ...item, answer: 'NO' as const },
      { ...item, answer: null },
      { ...item, answer: 'YES' as const },
    ];
    expect(countAnswers(answers)).toEqual({ answered: 2, departing: 1 });
  });

  it('has items with texts and keys of their own, neither none nor too many', () => {
    expect(problemOfItems(STANDARD_CHECKLIST.items)).toBeNull();
    expect(problemOfItems([])).toEqual({ what: 'EMPTY' });
    expect(problemOfItems(Array.from({ length: 101 }, (_, at) => ({ ...item, key: `A${at}` })))).toEqual({
      what: 'MANY',
    });
    expect(problemOfItems([item, item])).toEqual({ what: 'TWICE', at: 1 });
    expect(problemOfItems([{ ...item, key: 'a b' }])).toEqual({ what: 'KEY', at: 0 });
    expect(problemOfItems([{ ...item, text: ' ' }])).toEqual({ what: 'TEXT', at: 0 });
    expect(problemOfItems([{ ...item, hint: 'x'.repeat(501) }])).toEqual({ what: 'HINT', at: 0 });
  });
});

describe('what is open at a unit', () => {
  const finding = (state: (typeof FINDING_STATES)[number]) => ({ state });
  const sample = (results: ('MATCHES' | null)[], more: object = {}) => ({
    seed: 'a',
    replaced: false,
    results,
    ...more,
  });

  it('is what nobody answered, drew, judged or settled; what was drawn again is over', () => {
    const items = [{ answer: 'NO' as const }, { answer: null }];
    const samples = [
      ...[sample(['MATCHES', null, null]), sample([], { seed: null })],
      ...[sample([null], { replaced: true }), sample([], { seed: null, replaced: true })],
    ];
    const findings = FINDING_STATES.map(finding);
    expect(openWork({ items, samples, findings })).toEqual({ items: 1, sealed: 1, dossiers: 2, findings: 2 });
  });

  it('is nothing where all is done', () => {
    const done = {
      items: [{ answer: 'YES' as const }],
      samples: [sample(['MATCHES'])],
      findings: [finding('CONFIRMED')],
    };
    expect(openWork(done)).toBeNull();
  });
});

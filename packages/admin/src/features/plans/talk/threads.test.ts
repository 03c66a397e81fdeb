import { describe, expect, it } from 'vitest';
import { byUnit, openByUnit, threadsOf, type Comment, type Counter } from './threads.ts';

const AT = '2022-03-10T05:00:00Z';
const comment = (id: string, unit: string | null, more: Partial<Comment> = {}): Comment => ({
  id,
  unit: unit === null ? null : { id: unit, code: unit, name: `Xã ${unit}` },
  answers: null,
  side: 'ISSUER',
  body: id,
  by: 'Bình',
  mine: false,
  at: AT,
  resolvedAt: null,
  withdrawnAt: null,
  ...more,
});
const counter = (unit: string, state: Counter['state'] = 'OPEN'): Counter => ({
  id: `${unit} ${state}`,
  unit: { id: unit, code: unit, name: `Xã ${unit}` },
  percent: 45,
  insteadOf: 55,
  grounds: 'Vì sáp nhập.',
  state,
  by: 'An',
  at: AT,
  answer: null,
  answeredBy: null,
  endedAt: null,
});
const gone = { body: null, withdrawnAt: AT };
const said = [
  comment('a', '2'),
  comment('b', null),
  comment('c', '2', { answers: 'a' }),
  comment('d', '1', { resolvedAt: AT }),
  comment('e', '1', gone),
  comment('f', '3', gone),
  comment('g', '3', { answers: 'f' }),
];

describe('threads of what is said', () => {
  it('hold what answers what, and wait until they are settled or all of them is withdrawn', () => {
    const shown = threadsOf(said).map(({ first, answers, isOpen }) => [first.id, answers.map(({ id }) => id), isOpen]);
    expect(shown).toEqual([
      ['a', ['c'], true],
      ['b', [], true],
      ['d', [], false],
      ['e', [], false],
      ['f', ['g'], true],
    ]);
  });

  it('are counted by unit with the proposals that wait', () => {
    const counts = openByUnit(said, [counter('2'), counter('1', 'REFUSED'), counter('4')]);
    expect([...counts].sort()).toEqual([
      ['', 1],
      ['2', 2],
      ['3', 1],
      ['4', 1],
    ]);
  });

  it('stand by unit, the plan as a whole first, all of it or what waits', () => {
    const proposals = [counter('4'), counter('1', 'REFUSED')];
    const shown = (open: boolean) =>
      byUnit(said, proposals, open).map(({ code, threads, proposals: made }) => [code, threads.length, made.length]);
    expect(shown(true)).toEqual([
      ['', 1, 0],
      ['2', 1, 0],
      ['3', 1, 0],
      ['4', 0, 1],
    ]);
    expect(shown(false)).toEqual([
      ['', 1, 0],
      ['1', 2, 1],
      ['2', 1, 0],
      ['3', 1, 0],
      ['4', 0, 1],
    ]);
  });
});

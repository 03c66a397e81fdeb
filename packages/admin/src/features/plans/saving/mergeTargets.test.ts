import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTargets } from './mergeTargets.ts';
import { sameCell, type Cells, type CellValue, type TargetValue } from './targets.ts';

const target = (percent: number, locked = false): TargetValue => ({ percent, locked, scope: 'SUBTREE' });
const targets = (...all: [code: string, value: CellValue][]): Cells => new Map(all);
const BEFORE = targets(['05761', target(5500)], ['05764', target(5000)]);

describe('my targets and theirs', () => {
  it.each([
    ['only they changed one', BEFORE, targets(['05761', target(6000)], ['05764', target(5000)]), { theirs: ['05761'] }],
    ['only I changed one', targets(['05761', target(5600)], ['05764', target(5000)]), BEFORE, { mine: ['05761'] }],
    ['only they took one out', BEFORE, targets(['05761', target(5500)]), { theirs: ['05764'] }],
    ['only I set a new one', targets(...BEFORE, ['05767', target(4000)]), BEFORE, { mine: ['05767'] }],
    [
      'we both changed different ones',
      targets(['05761', target(5600)], ['05764', target(5000)]),
      targets(['05761', target(5500)], ['05764', target(4500)]),
      { mine: ['05761'], theirs: ['05764'] },
    ],
    [
      'we both changed one to the same',
      targets(['05761', target(5600)], ['05764', target(5000)]),
      targets(['05761', target(5600)], ['05764', target(5000)]),
      {},
    ],
    [
      'only they locked one',
      BEFORE,
      targets(['05761', target(5500, true)], ['05764', target(5000)]),
      { theirs: ['05761'] },
    ],
  ])('when %s', (_what, mine, theirs, expected) => {
    expect(mergeTargets(BEFORE, mine, theirs)).toEqual({ mine: [], theirs: [], clashes: [], ...expected });
  });

  it('clash where both changed one to something else, with what was there before', () => {
    const mine = targets(['05761', target(5600)], ['05764', target(5000)]);
    const theirs = targets(['05764', target(5000)]);
    expect(mergeTargets(BEFORE, mine, theirs).clashes).toEqual([
      { code: '05761', before: target(5500), mine: target(5600), theirs: undefined },
    ]);
  });
});

it('leaves nothing out: every difference is taken over, saved or chosen, and nothing else is', () => {
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    fc.record({ percent: fc.constantFrom(0, 5000), locked: fc.boolean(), scope: fc.constant('SUBTREE' as const) }),
    fc.constantFrom(0, 5000, 'FLOOR'),
  );
  const some = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), value))
    .map((pairs) => new Map<string, CellValue>(pairs));
  fc.assert(
    fc.property(some, some, some, (before, mine, theirs) => {
      const merged = mergeTargets(before, mine, theirs);
      const told = [...merged.mine, ...merged.theirs, ...merged.clashes.map(({ code }) => code)].sort();
      const different = ['a', 'b', 'c'].filter((code) => !sameCell(mine.get(code), theirs.get(code)));
      expect(told).toEqual(different);
      for (const code of merged.mine) expect(sameCell(before.get(code), theirs.get(code))).toBe(true);
      for (const code of merged.theirs) expect(sameCell(before.get(code), mine.get(code))).toBe(true);
    }),
  );
});

import { expect, it } from 'vitest';
import { cellKey, cellOfKey, cellsOf, inputsVariables, type CellValue } from './targets.ts';

const bands = [
  { points: 10, weight: 1 },
  { points: null, weight: 4 },
];
const ANSWER: Parameters<typeof cellsOf>[0] = {
  targets: [{ percent: 55.5, scope: 'SUBTREE', locked: true, unit: { id: 'a', code: '05761' } }],
  inputs: {
    policy: 'FLOOR',
    step: 1,
    method: null,
    required: null,
    effort: bands,
    units: [{ unit: { id: 'a', code: '05761' }, volume: 12, baseline: null, floor: 40.25, ceiling: null }],
  },
};

it('reads all that is typed in a plan into cells', () => {
  expect([...cellsOf(ANSWER)]).toEqual([
    ['05761', { percent: 5550, locked: true, scope: 'SUBTREE' }],
    ['volume:05761', 12],
    ['floor:05761', 4025],
    ['plan:policy', 'FLOOR'],
    ['plan:step', 100],
    ['plan:effort', JSON.stringify(bands)],
  ]);
});

it('says to the server what changed alone: what was emptied is null, what stays is not told', () => {
  const cells = cellsOf(ANSWER);
  const changed = ['volume:05761', 'floor:05761', 'ceiling:05764', 'plan:step', 'plan:effort', 'plan:method'].map(
    (key): [string, CellValue | undefined] => [key, key === 'plan:step' ? undefined : cells.get(key)],
  );
  expect(JSON.parse(JSON.stringify(inputsVariables(changed)))).toEqual({
    units: [
      { unit: '05761', volume: 12, floor: 40.25 },
      { unit: '05764', ceiling: null },
    ],
    step: null,
    effort: bands,
    method: null,
  });
});

it.each(['05761', 'floor:05761', 'volume:171', 'plan:required'])('finds its way by the key %s', (key) => {
  expect(cellKey(cellOfKey(key))).toBe(key);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveSelection, selectWhole, type Field, type MoveKey } from './moveSelection.ts';
import { holds, rangeOf, selectCell, selectRange, type Cell } from './selection.ts';

/** Dots are empty cells. */
const DRAWN = ['x.x..', 'x....', '..x.x', 'x.x..', 'x.x..', '.....'];
const field: Field = {
  rows: DRAWN.length,
  columns: 5,
  page: 3,
  isFilled: ({ row, column }) => DRAWN[row]?.[column] === 'x',
};
const at = (row: number, column: number): Cell => ({ row, column });
const press = (key: string, held = ''): MoveKey => ({ key, shift: held.includes('S'), jump: held.includes('C') });

describe('from one cell', () => {
  it.each([
    ['ArrowDown', '', at(2, 2), at(3, 2)],
    ['ArrowUp', '', at(0, 2), at(0, 2)],
    ['ArrowLeft', '', at(2, 0), at(2, 0)],
    ['ArrowRight', '', at(2, 2), at(2, 3)],
    ['Home', '', at(3, 3), at(3, 0)],
    ['End', '', at(3, 1), at(3, 4)],
    ['Home', 'C', at(3, 3), at(0, 0)],
    ['End', 'C', at(1, 1), at(5, 4)],
    ['PageDown', '', at(1, 1), at(4, 1)],
    ['PageDown', '', at(4, 1), at(5, 1)],
    ['PageUp', '', at(4, 1), at(1, 1)],
    ['Enter', '', at(1, 1), at(2, 1)],
    ['Enter', 'S', at(1, 1), at(0, 1)],
    ['Enter', '', at(5, 1), at(5, 1)],
    ['Tab', '', at(1, 1), at(1, 2)],
    ['Tab', 'S', at(1, 1), at(1, 0)],
  ])('%s %s leads from %o to %o', (key, held, from, to) => {
    expect(moveSelection(selectCell(from), press(key, held), field)).toEqual(selectCell(to));
  });

  it.each([
    ['to the end of a filled run', 'ArrowDown', at(0, 0), at(1, 0)],
    ['over a gap to the next filled cell', 'ArrowDown', at(1, 0), at(3, 0)],
    ['to the edge where nothing more is filled', 'ArrowDown', at(4, 0), at(5, 0)],
    ['from an empty cell to the next filled one', 'ArrowDown', at(1, 2), at(2, 2)],
    ['to the edge of an empty row', 'ArrowRight', at(1, 1), at(1, 4)],
    ['sideways over a gap', 'ArrowRight', at(0, 0), at(0, 2)],
    ['backwards along a run', 'ArrowUp', at(4, 2), at(2, 2)],
  ])('Ctrl and an arrow jump %s', (_what, key, from, to) => {
    expect(moveSelection(selectCell(from), press(key, 'C'), field)?.active).toEqual(to);
  });

  it.each([
    ['Tab', '', at(2, 4)],
    ['Tab', 'S', at(2, 0)],
  ])('%s%s at the edge leaves the grid', (key, held, from) => {
    expect(moveSelection(selectCell(from), press(key, held), field)).toBeNull();
  });

  it('says nothing to keys that move nothing', () => {
    for (const key of ['a', '5', 'Shift', 'Escape', 'F2']) {
      expect(moveSelection(selectCell(at(1, 1)), press(key), field)).toBeNull();
    }
  });
});

describe('a rectangle', () => {
  it('is drawn out by Shift from where it began, and the active cell stays', () => {
    const wide = moveSelection(selectCell(at(2, 2)), press('ArrowRight', 'S'), field);
    const both = wide && moveSelection(wide, press('ArrowUp', 'S'), field);
    expect(both).toEqual({ anchor: at(2, 2), end: at(1, 3), active: at(2, 2) });
    expect(rangeOf(both ?? selectCell(at(0, 0)))).toEqual({ top: 1, bottom: 2, left: 2, right: 3 });
  });

  it('is left by an arrow without Shift, from its active cell', () => {
    expect(moveSelection(selectRange(at(1, 1), at(3, 3)), press('ArrowDown'), field)).toEqual(selectCell(at(2, 1)));
  });

  it.each([
    ['Enter', '', at(3, 1), at(1, 2)],
    ['Enter', '', at(3, 2), at(1, 1)],
    ['Enter', 'S', at(1, 1), at(3, 2)],
    ['Tab', '', at(1, 2), at(2, 1)],
    ['Tab', 'S', at(1, 1), at(3, 2)],
  ])('is gone round by %s%s, from %o to %o', (key, held, from, to) => {
    const selection = { ...selectRange(at(1, 1), at(3, 2)), active: from };
    expect(moveSelection(selection, press(key, held), field)).toEqual({ ...selection, active: to });
  });

  it.each([
    ['row', { top: 2, bottom: 2, left: 0, right: 4 }],
    ['column', { top: 0, bottom: 5, left: 3, right: 3 }],
    ['all', { top: 0, bottom: 5, left: 0, right: 4 }],
  ] as const)('can be a whole %s around the active cell', (what, range) => {
    const whole = selectWhole(selectCell(at(2, 3)), what, field);
    expect([rangeOf(whole), whole.active]).toEqual([range, at(2, 3)]);
  });
});

const keys = fc.record({
  key: fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Enter',
    'Tab',
  ),
  shift: fc.boolean(),
  jump: fc.boolean(),
});

it('never leaves the grid, whatever is pressed, and keeps its active cell inside', () => {
  const whole = { top: 0, bottom: field.rows - 1, left: 0, right: field.columns - 1 };
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 40 }), (presses) => {
      let selection = selectCell(at(0, 0));
      for (const key of presses) {
        selection = moveSelection(selection, key, field) ?? selection;
        const range = rangeOf(selection);
        expect(holds(range, selection.active)).toBe(true);
        expect(holds(whole, selection.anchor) && holds(whole, selection.end)).toBe(true);
      }
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { emptyValues, readField, type SheetField } from './sheetField.ts';
import { useSheetHistory } from './useSheetHistory.ts';

function sheet() {
  const values = emptyValues();
  values.targets.set('a', { percent: 5000, locked: false, scope: 'OWN' });
  const told: string[][] = [];
  const read = (code: string, field: SheetField): number | null => readField(values, code, field);
  return { values, told, read, history: useSheetHistory(values, (codes) => told.push(codes)) };
}

describe('a sheet', () => {
  it('takes a paste over targets and limits back as one step', () => {
    const { history, read } = sheet();
    const changes = [
      { code: 'a', field: 'target', value: 5500 },
      { code: 'b', field: 'target', value: 6000 },
      { code: 'a', field: 'floor', value: 4000 },
    ] as const;
    expect(history.edit(changes, 'paste')).toBe(3);
    history.undo();
    expect([read('a', 'target'), read('b', 'target'), read('a', 'floor')]).toEqual([5000, null, null]);
    history.redo();
    expect([read('a', 'target'), read('b', 'target'), read('a', 'floor')]).toEqual([5500, 6000, 4000]);
  });

  it('tells which cells are to be saved', () => {
    const { history, told } = sheet();
    history.edit([{ code: 'a', field: 'ceiling', value: 6000 }], 'type');
    history.edit([{ code: 'a', field: 'lock', value: 1 }], 'lock');
    history.undo();
    expect(told).toEqual([['ceiling:a'], ['a'], ['a']]);
  });

  it('does not count what is so already', () => {
    const { history } = sheet();
    expect(history.edit([{ code: 'a', field: 'target', value: 5000 }], 'type')).toBe(0);
    expect([history.canUndo.value, history.undo()]).toEqual([false, null]);
  });

  it('keeps what a target answers for, whatever its number', () => {
    const { history, values } = sheet();
    history.edit([{ code: 'a', field: 'target', value: 100 }], 'type');
    expect(values.targets.get('a')).toEqual({ percent: 100, locked: false, scope: 'OWN' });
  });

  it('takes back what came from elsewhere as one step: whole targets, inputs, choices', () => {
    const { history, values, told } = sheet();
    values.targets.set('a', { percent: 6000, locked: true, scope: 'SUBTREE' });
    values.floors.set('a', 4000);
    values.choices.set('policy', 'FLOOR');
    history.adopt(
      [
        { key: 'a', before: { percent: 5000, locked: false, scope: 'OWN' }, after: values.targets.get('a') },
        { key: 'floor:a', before: undefined, after: 4000 },
        { key: 'plan:policy', before: undefined, after: 'FLOOR' },
        { key: 'ceiling:a', before: 9000, after: 9000 },
      ],
      'taken over',
    );
    expect(history.undo()?.what).toBe('taken over');
    expect(values.targets.get('a')).toEqual({ percent: 5000, locked: false, scope: 'OWN' });
    expect([values.floors.size, values.choices.size, told]).toEqual([0, 0, [['a', 'floor:a', 'plan:policy']]]);
    history.redo();
    expect([values.targets.get('a')?.percent, values.floors.get('a'), values.choices.get('policy')]).toEqual([
      6000,
      4000,
      'FLOOR',
    ]);
  });
});

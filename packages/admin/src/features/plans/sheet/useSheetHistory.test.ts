import { describe, expect, it } from 'vitest';
import { readField, type SheetField, type SheetValues } from './sheetField.ts';
import { useSheetHistory } from './useSheetHistory.ts';

function sheet() {
  const values: SheetValues = {
    targets: new Map([['a', { percent: 5000, locked: false, scope: 'OWN' }]]),
    floors: new Map(),
    ceilings: new Map(),
  };
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

  it('tells which units are to be saved: limits stay in the page', () => {
    const { history, told } = sheet();
    history.edit([{ code: 'a', field: 'ceiling', value: 6000 }], 'type');
    history.edit([{ code: 'a', field: 'lock', value: 1 }], 'lock');
    history.undo();
    expect(told).toEqual([['a'], ['a']]);
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
});

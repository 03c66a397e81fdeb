import { beforeEach, describe, expect, it } from 'vitest';
import { ref } from 'vue';
import type { Notice, Withdraw } from '../../../ui/toast.ts';
import { emptyValues, readField, type SheetField } from './sheetField.ts';
import { useSheetActions } from './useSheetActions.ts';
import type { Sheet } from './useSheet.ts';
import { useSheetHistory } from './useSheetHistory.ts';

/** What stands on the screen as messages. */
const shown = new Set<string>();
function say({ text }: Notice): Promise<Withdraw> {
  shown.add(text);
  return Promise.resolve(() => void shown.delete(text));
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const target = (row: string, value: number | null) => ({ row, column: 'target', value });

function sheet() {
  const values = emptyValues();
  const read = (code: string, field: SheetField): number | null => readField(values, code, field);
  const isOpen = ref(true);
  const parts = { history: useSheetHistory(values, () => undefined), read, isOpen };
  return { read, isOpen, actions: useSheetActions(parts as unknown as Sheet, say) };
}

describe('the message of a deed', () => {
  beforeEach(() => shown.clear());

  it('is taken away once the deed is undone, and only then', async () => {
    const { actions, read } = sheet();
    actions.apply([target('a', 5000), target('b', 5000)], 'paste');
    actions.apply([target('c', 5000), target('d', 5000), target('e', 1)], 'fill');
    await turn();
    expect([...shown]).toEqual(['Đã dán 2 ô', 'Đã điền 3 ô']);
    actions.undo();
    await turn();
    expect([[...shown], read('c', 'target')]).toEqual([['Đã dán 2 ô'], null]);
    actions.undo();
    await turn();
    expect([...shown]).toEqual([]);
  });

  it('stays while something of the deed still holds', async () => {
    const { actions } = sheet();
    actions.apply([target('a', 5000), target('b', 5000)], 'paste');
    actions.apply([target('a', 6000)], 'type');
    actions.undo();
    await turn();
    expect([...shown]).toEqual(['Đã dán 2 ô']);
  });
});

it('changes nothing, and takes nothing back, once the plan is no longer a draft', () => {
  const { actions, read, isOpen } = sheet();
  actions.apply([target('a', 5000)], 'type');
  isOpen.value = false;
  actions.apply([target('b', 5000)], 'type');
  expect(actions.undo()).toBe('Chỉ sửa được bản giao đang ở trạng thái dự thảo.');
  expect([read('a', 'target'), read('b', 'target')]).toEqual([5000, null]);
});

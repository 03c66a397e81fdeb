import { expect, it } from 'vitest';
import { draftOf, freshItem, inputOf } from './checklistDraft.ts';

const list = {
  ...{ code: 'MOT-CUA', version: 3, name: 'Một cửa', by: null, at: null },
  items: [
    { key: 'A', text: 'Có niêm yết.', expected: 'YES' as const, hint: null },
    { key: 'ND3', text: 'Thu thêm giấy.', expected: 'NO' as const, hint: 'Xem sổ.' },
  ],
};

it('is written from the version that stands, and sent as the next one', () => {
  expect(inputOf(draftOf(list), list.version)).toEqual({
    ...{ code: 'MOT-CUA', name: 'Một cửa', expectedVersion: 3 },
    items: list.items,
  });
  expect(draftOf(null)).toEqual({ code: '', name: '', items: [] });
});

it('gives each new item a key that none has', () => {
  const { items } = draftOf(list);
  const fresh = freshItem(items);
  expect(fresh).toMatchObject({ key: 2, code: 'ND4', isKept: false });
  expect(freshItem([...items, fresh])).toMatchObject({ key: 3, code: 'ND5' });
  expect(freshItem([])).toMatchObject({ key: 0, code: 'ND1' });
});

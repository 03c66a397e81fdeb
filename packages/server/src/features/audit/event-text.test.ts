import { expect, it } from 'vitest';
import { ACTS, type Act } from '../../app/audit/acts.ts';
import { actText, eventText, type NamedEvent } from './event-text.ts';

const acts = Object.keys(ACTS) as Act[];

it.each(['vi', 'en'] as const)(
  'calls no two acts by the same words, and none by a piece of a sentence: %s',
  (locale) => {
    const said = acts.map((act) => actText(act, locale));
    expect(said.filter((words, i) => said.indexOf(words) !== i)).toEqual([]);
    for (const words of said) expect(words).toMatch(/^\p{Lu}[^{}():]*[\p{L}\d]$/u);
  },
);

it('says what was wrong with rows in words', () => {
  const after = { how: 'VALUE', problem: 'FINISH_BEFORE_RECEPTION', field: 'NgayKetThucXuLy', count: 22 };
  const row = { what: 'CAUSE_MENDED', actorKind: 'ACCOUNT', actorName: 'Lan' } as unknown as NamedEvent['row'];
  expect(eventText({ row, about: null, unit: null, body: { after } }, 'vi')).toBe(
    'Lan sửa chung các dòng lỗi cùng nguyên nhân: 22 dòng (Kết thúc xử lý trước khi tiếp nhận, NgayKetThucXuLy).',
  );
});

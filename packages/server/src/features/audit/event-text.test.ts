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

it.each([
  ['OUTAGE_DECLARED', { begunAt: '2022-08-09T01:15:00.000Z' }, 'Lan ghi gián đoạn của hệ thống 3 từ 08:15 09/08/2022.'],
  ['REPORT_SCHEDULE_SAVED', { daysAfter: 4, active: true }, 'Lan lưu lịch lập báo cáo 3: 4 ngày sau kỳ, bật: có.'],
  ['REPORT_SCHEDULE_SAVED', { daysAfter: 4, active: false }, 'Lan lưu lịch lập báo cáo 3: 4 ngày sau kỳ, bật: không.'],
  [
    'INCIDENT_LEVEL_CHANGED',
    { incident: '2001', level: 'ORDINARY' },
    'Lan phân loại lại sự cố an toàn thông tin số 2001 của hệ thống 3: thông thường.',
  ],
])('says of %s with %j what it says in words: %s', (what, after, said) => {
  const row = { what, actorKind: 'ACCOUNT', actorName: 'Lan' } as unknown as NamedEvent['row'];
  expect(eventText({ row, about: '3', unit: null, body: { after } }, 'vi')).toBe(said);
});

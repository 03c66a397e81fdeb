import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about the marks of months (error-texts.ts). */
export const MILESTONE_ERROR_TEXTS = {
  'milestone.december': text(
    'Mốc của tháng 12 là chỉ tiêu cả năm, không nhập riêng.',
    'The mark of December is the target itself and is not typed.',
  ),
  'milestone.early': text(
    'Bản giao có hiệu lực từ tháng {first}: không có mốc cho tháng trước đó.',
    'The plan comes into force in month {first}: there are no marks before it.',
  ),
  'milestone.many': text('Mỗi lần sửa tối đa {most} mốc.', 'At most {most} marks at a time.'),
  'milestone.month': text('Tháng phải từ 1 đến 11.', 'The month must be from 1 to 11.'),
  'milestone.noTarget': text(
    '{code} chưa có chỉ tiêu trong bản giao nên chưa có mốc tháng.',
    '{code} has no target in the plan yet, so it has no marks.',
  ),
  'milestone.twice': text('Tháng {month} của {code} có hai lần.', 'Month {month} of {code} stands twice.'),
} as const satisfies Record<string, Record<Locale, string>>;

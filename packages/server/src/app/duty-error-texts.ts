import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about what units have to do about a plan, and about copying one (error-texts.ts). */
export const DUTY_ERROR_TEXTS = {
  'acknowledgement.notIssued': text(
    'Chỉ xác nhận được bản giao mới nhất đã ban hành.',
    'Only targets of the latest issued plan can be acknowledged.',
  ),
  'acknowledgement.noTarget': text(
    'Bản giao này không giao chỉ tiêu cho đơn vị {code}.',
    'This plan gives unit {code} no target.',
  ),
  'acknowledgement.noteLong': text('Ghi chú dài quá {most} ký tự.', 'A note has at most {most} characters.'),
  'acknowledgement.noteOfCitizen': text(
    'Ghi chú không được nêu mã hồ sơ, số giấy tờ hay số điện thoại của công dân.',
    'A note must not name a dossier, nor the number of a document or telephone of a citizen.',
  ),
  'copy.other': text(
    'Chỉ chép được từ một bản giao khác của cùng đơn vị và chỉ tiêu.',
    'Only another plan of the same issuing unit and indicator can be copied.',
  ),
  'plan.itemChanged': text(
    'Chỉ tiêu được giao đã thay đổi sau khi trình: từ {before} % thành {now} %. Hãy nêu lý do, hoặc trả lại để sửa.',
    'The target received changed since this was submitted, from {before} % to {now} %. Give a reason, or send it back.',
  ),
  'planDates.changed': text(
    'Người khác vừa đổi các hạn này. Hãy xem lại rồi đặt lại nếu cần.',
    'Somebody else has just changed these dates. Look at them and set them again if needed.',
  ),
  'planDates.outside': text('Hạn phải từ {first} đến {last}.', 'The day must lie between {first} and {last}.'),
} as const satisfies Record<string, Record<Locale, string>>;

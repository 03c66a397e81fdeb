import { text } from './error-text.ts';

/** Texts of errors about causes of bad rows, receipts and held batches. */
export const DESK_ERROR_TEXTS = {
  'cause.gone': text(
    'Không còn dòng nào chờ vì lý do này: có thể người khác vừa sửa. Hãy tải lại.',
    'No row waits for this any more: somebody else may have mended them. Reload.',
  ),
  'cause.ofCatalogue': text(
    'Việc này đã ghi vào danh mục thủ tục: hoàn tác ở lịch sử danh mục.',
    'This was a step of the catalogue: undo it in the history of the catalogue.',
  ),
  'cause.undone': text('Quyết định này đã được hoàn tác.', 'This decision was taken back already.'),
  'cause.unknown': text('Không có nguyên nhân lỗi này.', 'There is no such cause.'),
  'cause.unknownMend': text('Không có quyết định sửa này.', 'There is no such decision.'),
  'cause.value': text('Giá trị dài không quá {most} ký tự.', 'A value has at most {most} characters.'),
  'cause.way': text(
    'Các dòng này không sửa chung được bằng cách đó.',
    'These rows cannot be mended together in this way.',
  ),
  'held.none': text('Không có lần nhập nào như vậy đang được giữ lại.', 'No such import is held.'),
  'held.rules': text('Từ {least} đến {most}.', 'From {least} to {most}.'),
  'held.version': text(
    'Có người vừa đổi cách giữ lại: hãy tải lại.',
    'Somebody has just changed when imports are held: reload.',
  ),
  'ingest.control': text(
    'Tổng kiểm tra (expected, x-control-total) phải là số dòng, từ 0 đến 50.000.000, và hai nơi phải như nhau.',
    'A control total (expected, x-control-total) is a number of rows, from 0 to 50,000,000, the same in both places.',
  ),
  'ingest.fewer': text(
    'CHÚ Ý: bên gửi nói có {expected} dòng, chỉ nhận được {received}: thiếu {count} dòng. Mọi dòng nhận được đã lưu.',
    'LOOK: the sender says {expected} rows, {received} came: {count} are missing. All that came is stored.',
  ),
  'ingest.held': text(
    'Lần nhập này được GIỮ LẠI chờ xem, chưa tính vào số liệu: {received} dòng.',
    'This import is HELD until somebody looks at it, and counts nowhere yet: {received} rows.',
  ),
  'ingest.more': text(
    'CHÚ Ý: bên gửi nói có {expected} dòng, nhận được {received}: thừa {count} dòng. Mọi dòng nhận được đã lưu.',
    'LOOK: the sender says {expected} rows, {received} came: {count} too many. All that came is stored.',
  ),
  'ingest.sameBody': text(
    'Đúng nội dung này đã được gửi trước đó (lần nhập {batch}).',
    'Exactly this body was sent before (import {batch}).',
  ),
} as const;

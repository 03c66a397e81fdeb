import type { ProblemCode } from '@chi-tieu/shared/domain/row-problem';
import { errorText } from '../../../app/errors.ts';
import type { Locale } from '../../../app/locale.ts';
import type { LooselyNamed } from './unit-names.queries.ts';

/** What is wrong with a row, for the one who has to mend it. Never quotes what the row says: it may be personal. */
const TEXTS: Record<ProblemCode, Record<Locale, string>> = {
  MISSING: { vi: 'Thiếu giá trị bắt buộc.', en: 'A required value is missing.' },
  MALFORMED: { vi: 'Giá trị không đúng định dạng.', en: 'The value is not in the expected form.' },
  NO_SUCH_TIME: {
    vi: 'Thời điểm không tồn tại (định dạng yyyyMMddHHmmss).',
    en: 'There is no such time (form yyyyMMddHHmmss).',
  },
  UNKNOWN_CHANNEL: {
    vi: 'Kênh thực hiện phải là 1, 2, 3 hoặc để trống.',
    en: 'The channel must be 1, 2, 3 or absent.',
  },
  UNKNOWN_STATUS: { vi: 'Trạng thái hồ sơ phải từ 1 đến 10.', en: 'The status must be 1 to 10.' },
  FINISH_BEFORE_RECEPTION: { vi: 'Kết thúc xử lý trước khi tiếp nhận.', en: 'Finished before it was received.' },
  HAS_NUL: { vi: 'Có ký tự NUL.', en: 'It contains a NUL character.' },
  TOO_LONG: { vi: 'Dài quá 10.000 ký tự.', en: 'It is longer than 10,000 characters.' },
  NOT_AN_OBJECT: { vi: 'Không phải một hồ sơ.', en: 'This is not a dossier.' },
  UNREADABLE_LINE: { vi: 'Dòng không phải JSON hợp lệ.', en: 'The line is not valid JSON.' },
  ROW_TOO_LARGE: {
    vi: 'Dòng quá lớn (trên 2 MB hoặc hàng nghìn giá trị) nên không đọc: bỏ phần đính kèm rồi gửi lại.',
    en: 'The row is too large to be read (over 2 MB, or thousands of values): send it without what is attached.',
  },
  OTHER_COLUMNS: {
    vi: 'Số cột khác với dòng tiêu đề: kiểm tra dấu phân cách trong nội dung.',
    en: 'It has another number of columns than the header: look for separators inside of texts.',
  },
  UNKNOWN_UNIT: {
    vi: 'Chưa biết mã định danh của đơn vị: bổ sung tên gọi khác cho đơn vị rồi thử lại.',
    en: 'Nobody knows this organisation identifier: add it as an alias of its unit, then retry.',
  },
  UNKNOWN_PROCEDURE: {
    vi: 'Thủ tục chưa có trong hệ thống: bổ sung thủ tục rồi thử lại.',
    en: 'Nobody knows this procedure: add it to the catalogue, then retry.',
  },
  BEYOND_REACH: {
    vi: 'Hồ sơ của đơn vị ngoài phạm vi được giao: gửi bằng tài khoản của đơn vị đó.',
    en: 'The dossier belongs to a unit beyond your grant: send it by an account of that unit.',
  },
  TOO_MANY_WAIT: {
    vi: 'Quá nhiều tiến độ đang chờ hồ sơ của nguồn này: gửi hồ sơ trước.',
    en: 'Too many reports of this source wait for their dossiers: send the dossiers first.',
  },
  NOT_YET: {
    vi: 'Thời điểm ở tương lai: kiểm tra đồng hồ của hệ thống gửi.',
    en: 'The time is in the future: look at the clock of the system that sends it.',
  },
  UNKNOWN_TIER: { vi: 'Cấp thực hiện không hợp lệ.', en: 'There is no such tier.' },
  TIERS_DISAGREE: { vi: 'Mã và tên cấp thực hiện không khớp nhau.', en: "The tier's code and name disagree." },
  ENDS_BEFORE_START: { vi: 'Ngày hết hiệu lực trước ngày có hiệu lực.', en: 'It ends before it begins.' },
};

export function problemText(problem: string, locale: Locale): string {
  return problem in TEXTS ? TEXTS[problem as ProblemCode][locale] : problem;
}

/** What is told of dossiers that were taken for a unit by a name with other marks. */
export function looseNameTexts(loose: readonly LooselyNamed[], locale: Locale): string[] {
  return loose.map(({ code, alias }) => errorText('ingest.looseName', { code, alias }, locale));
}

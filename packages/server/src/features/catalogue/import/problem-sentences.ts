import type { ImportField } from '@chi-tieu/shared/domain/import/fields';
import type { ImportProblem, ImportProblemCode } from '@chi-tieu/shared/domain/import/problem';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import type { Locale } from '../../../app/locale.ts';

/** What fields are called in sentences about a row. */
const FIELDS: Readonly<Record<ImportField, Record<Locale, string>>> = {
  CODE: { vi: 'Mã', en: 'Code' },
  NAME: { vi: 'Tên', en: 'Name' },
  FIELD: { vi: 'Lĩnh vực', en: 'Field' },
  TIERS: { vi: 'Cấp thực hiện', en: 'Tiers' },
  AUTHORITY: { vi: 'Cơ quan có thẩm quyền', en: 'Authority' },
  PROCESSING_DAYS: { vi: 'Thời hạn giải quyết', en: 'Processing days' },
  IN_FORCE_FROM: { vi: 'Có hiệu lực từ', en: 'In force from' },
  IN_FORCE_TO: { vi: 'Hết hiệu lực', en: 'In force to' },
  LEGAL_BASES: { vi: 'Căn cứ pháp lý', en: 'Legal bases' },
  FEES: { vi: 'Phí, lệ phí', en: 'Fees' },
  CONDITIONS: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
};

/** What is said of a cell or row; `{name}` stands for a parameter. */
const SENTENCES: Readonly<Record<ImportProblemCode, Record<Locale, string>>> = {
  MISSING: { vi: 'chưa có giá trị.', en: 'there is no value.' },
  BAD_CODE: {
    vi: 'không phải mã quốc gia (dạng 2.000815, bắt đầu bằng 1 đến 6).',
    en: 'this is no national code (of the form 2.000815, beginning with 1 to 6).',
  },
  TOO_LONG: { vi: 'dài {length} ký tự, quá {most}.', en: '{length} characters, {most} at most.' },
  TOO_MANY: { vi: 'có {count} mục, quá {most}.', en: '{count} items, {most} at most.' },
  BAD_CHARACTER: { vi: 'có ký tự không lưu được.', en: 'a character cannot be stored.' },
  UNKNOWN_TIER: {
    vi: 'không đọc được: dùng tỉnh, huyện, xã.',
    en: 'this cannot be read: write province, district or commune by their names.',
  },
  BAD_DAY: { vi: 'không phải ngày (dạng 31/08/2022).', en: 'this is no day (of the form 31/08/2022).' },
  BAD_DAYS: {
    vi: 'không đọc được thành số ngày làm việc (dạng 15 hoặc 0,5 ngày làm việc).',
    en: 'this is no number of working days (of the form 15 or 0.5 working days).',
  },
  NO_SUCH_DAY: {
    vi: 'ngày không tồn tại; ngày đứng trước tháng.',
    en: 'there is no such day; the day goes before the month.',
  },
  ENDS_BEFORE_START: { vi: 'trước ngày có hiệu lực.', en: 'it lies before the first day in force.' },
  ERROR_CELL: { vi: 'công thức trong tệp báo lỗi.', en: 'the formula in the file has failed.' },
  HIDDEN: {
    vi: 'có số giống số của công dân nên không được giữ lại: hãy nhập lại.',
    en: 'it looked like the number of a citizen and was not kept: write it again.',
  },
  TWICE: {
    vi: 'dòng {row} có cùng mã nhưng nội dung khác: sửa hoặc bỏ một dòng.',
    en: 'row {row} has the same code and says something else: mend or leave out one of them.',
  },
  LEFT_OUT: { vi: 'Đã bỏ ra khỏi lần nhập.', en: 'It was left out.' },
  CODE_FROM_NUMBER: {
    vi: 'tệp lưu mã như một số nên mất số 0 ở cuối: hiểu là {code}.',
    en: 'the file holds it as a number and lost zeros at its end: taken for {code}.',
  },
  SUFFIX: { vi: 'khớp theo phần mã quốc gia {code}.', en: 'matched by its national part {code}.' },
  INTERNAL_CODE: {
    vi: 'mã bắt đầu bằng 5 hoặc 6 thường là thủ tục nội bộ.',
    en: 'codes that begin with 5 or 6 are mostly internal procedures.',
  },
  FORMULA: {
    vi: 'là công thức: lấy kết quả đã tính trong tệp.',
    en: 'a formula: its last value in the file is taken.',
  },
  MERGED: { vi: 'lấy từ ô đã gộp.', en: 'taken from a merged cell.' },
  DAY_FROM_NUMBER: { vi: 'tệp lưu ngày như một số: hiểu là {day}.', en: 'the file holds a number: taken for {day}.' },
  MINISTRY: {
    vi: 'có cấp Bộ: không thuộc tỉnh, không lưu cấp này.',
    en: 'a ministry is none of a province’s tiers: it is not stored.',
  },
  NO_TIER: { vi: 'không có cấp nào.', en: 'no tier is named.' },
  LOCAL_OFFICE: {
    vi: 'Hải quan, Thuế ở cấp xã là đơn vị của ngành đặt tại địa phương, không phải UBND cấp xã: hãy kiểm tra.',
    en: 'Customs and tax in communes are offices of those services, not of the commune: look at it.',
  },
  LONG_NAME: { vi: 'dài {length} ký tự.', en: '{length} characters long.' },
  SIMILAR_NAME: {
    vi: 'gần giống thủ tục {code} «{name}».',
    en: 'nearly the name of procedure {code} «{name}».',
  },
  SAME_AS_ROW: { vi: 'giống hệt dòng {row}: chỉ lấy một lần.', en: 'the same as row {row}: taken once.' },
  CHANGED_MEANWHILE: {
    vi: 'Có người đã sửa thủ tục này sau khi xem trước: hãy xem lại thay đổi.',
    en: 'Somebody changed this procedure since it was tried: look again at what would change.',
  },
};

const LONGEST_NAME = 120;

/** What is wrong or to be known, without the field. */
export function problemText({ code, params = {} }: Pick<ImportProblem, 'code' | 'params'>, locale: Locale): string {
  const shown = (name: string): string => {
    const value = params[name] ?? '';
    if (name === 'day') return formatDay(String(value));
    if (name === 'name' && String(value).length > LONGEST_NAME) return `${String(value).slice(0, LONGEST_NAME)}…`;
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  };
  const text = SENTENCES[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => shown(name));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same with its field, as one sentence. */
export function problemSentence(problem: Pick<ImportProblem, 'code' | 'params' | 'field'>, locale: Locale): string {
  const text = problemText(problem, locale);
  return problem.field === null
    ? text
    : `${FIELDS[problem.field][locale]}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** What is answered to an item; NOT_APPLICABLE: there is nothing of it at the unit. */
export const CHECK_ANSWERS = ['YES', 'NO', 'NOT_APPLICABLE'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** One thing that is looked at. */
export interface CheckItem {
  /** Names it within its checklist, for ever. */
  key: string;
  text: string;
  /** What is answered where all is well. */
  expected: 'YES' | 'NO';
  /** Where to look. */
  hint?: string;
}

/** A checklist as it was on a day: inspections keep the version that they were planned with. */
export interface Checklist {
  code: string;
  version: number;
  name: string;
  items: CheckItem[];
}

export const MOST_ITEMS = 100;
const KEY = /^[A-Z0-9][A-Z0-9_-]{0,19}$/;
export const LONGEST_ITEM = 500;

/** What keeps a checklist from being kept, and at which item; null where nothing does. */
export type ChecklistProblem = { what: 'EMPTY' | 'MANY' } | { what: 'KEY' | 'TWICE' | 'TEXT' | 'HINT'; at: number };

/** The first problem of some items. */
export function problemOfItems(items: readonly CheckItem[]): ChecklistProblem | null {
  if (items.length === 0) return { what: 'EMPTY' };
  if (items.length > MOST_ITEMS) return { what: 'MANY' };
  for (const [at, { key, text, hint = '' }] of items.entries()) {
    if (!KEY.test(key)) return { what: 'KEY', at };
    if (items.findIndex((item) => item.key === key) !== at) return { what: 'TWICE', at };
    if (text.trim() === '' || text.length > LONGEST_ITEM) return { what: 'TEXT', at };
    if (hint.length > LONGEST_ITEM) return { what: 'HINT', at };
  }
  return null;
}

/** Whether an answer is not what is expected: what a finding may follow from. What does not apply is no fault. */
export function departs({ expected }: Pick<CheckItem, 'expected'>, answer: CheckAnswer | null): boolean {
  return answer !== null && answer !== 'NOT_APPLICABLE' && answer !== expected;
}

/** How far a checklist is filled in. */
export function countAnswers(items: readonly (Pick<CheckItem, 'expected'> & { answer: CheckAnswer | null })[]): {
  answered: number;
  departing: number;
} {
  return {
    answered: items.filter(({ answer }) => answer !== null).length,
    departing: items.filter((item) => departs(item, item.answer)).length,
  };
}

/** What there is before anybody wrote a checklist: the work on online services that a unit answers for. */
export const STANDARD_CHECKLIST: Checklist = {
  code: 'CHUAN',
  version: 0,
  name: 'Danh mục kiểm tra việc thực hiện dịch vụ công trực tuyến',
  items: [
    {
      key: 'GIAO',
      text: 'Có văn bản giao chỉ tiêu dịch vụ công trực tuyến cho từng bộ phận, công chức.',
      expected: 'YES',
    },
    {
      key: 'NIEM_YET',
      text: 'Thủ tục hành chính và cách nộp trực tuyến được niêm yết tại bộ phận một cửa.',
      expected: 'YES',
    },
    {
      key: 'HUONG_DAN',
      text: 'Có người và máy để hướng dẫn người dân nộp hồ sơ trực tuyến.',
      expected: 'YES',
    },
    {
      key: 'NHAP_DU',
      text: 'Mọi hồ sơ tiếp nhận trong ngày đều được nhập vào hệ thống một cửa.',
      expected: 'YES',
      hint: 'Đối chiếu sổ tiếp nhận, giấy hẹn trả kết quả với hệ thống.',
    },
    {
      key: 'KENH',
      text: 'Kênh nộp ghi trên hệ thống đúng với cách người dân đã nộp.',
      expected: 'YES',
      hint: 'Xem các hồ sơ rút mẫu.',
    },
    {
      key: 'NOP_HO',
      text: 'Có hồ sơ giấy được công chức nhập lại thành hồ sơ trực tuyến.',
      expected: 'NO',
      hint: 'Xem tài khoản nộp, địa chỉ nộp của các hồ sơ rút mẫu.',
    },
    { key: 'DUNG_HAN', text: 'Hồ sơ quá hạn đều có văn bản xin lỗi, hẹn lại.', expected: 'YES' },
    { key: 'THU_THEM', text: 'Yêu cầu người dân nộp thêm bản giấy sau khi đã nộp trực tuyến.', expected: 'NO' },
    { key: 'SO_HOA', text: 'Kết quả giải quyết được số hóa, ký số và trả trên môi trường điện tử.', expected: 'YES' },
    { key: 'BAO_CAO', text: 'Báo cáo, khắc phục đúng hạn các kiến nghị lần kiểm tra trước.', expected: 'YES' },
  ],
};

const MARKS = /\p{M}/gu;
const BEFORE = '(?:(?:trong|thoi han|thoi gian|khong qua|toi da|cham nhat|within|at most)\\s+)*';
const NUMBER = '(\\d{1,4}(?:[.,]\\d{1,2})?|1/2|½|nua)';
/** The number once more in words: 15 (mười lăm). */
const IN_WORDS = '(?:\\s*\\([^()\\d]*\\))?';
const SINCE = '(?:,?\\s*(?:ke|tinh)\\s+tu\\s[^\\d]*|\\s*\\.)?';
const WORKING = new RegExp(`^${BEFORE}${NUMBER}${IN_WORDS}(?:\\s*(?:ngay lam viec|working days?))?${SINCE}$`);
const PLAIN = new RegExp(`^${BEFORE}${NUMBER}${IN_WORDS}\\s*(?:ngay|days?)${SINCE}$`);
const MOST_DAYS = 9_999;

/**
 * How many working days a text tells, halves too: `15`, `0,5`, `15 ngày làm việc`, `Trong thời hạn 05 (năm) ngày làm việc kể từ ngày
 * nhận đủ hồ sơ`, `nửa ngày làm việc`. Days that are not said to be working days may be others: they are only suggested. Null for
 * hours, months, several numbers, finer parts than halves.
 */
export function readWorkingDays(text: string): number | { suggestion: string } | null {
  const bare = text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();
  const days = halves(WORKING.exec(bare)?.[1]);
  if (days !== null) return days;
  const plain = halves(PLAIN.exec(bare)?.[1]);
  return plain === null ? null : { suggestion: `${String(plain).replace('.', ',')} ngày làm việc` };
}

function halves(number: string | undefined): number | null {
  if (number === undefined) return null;
  const days = /^\d+([.,]\d+)?$/.test(number) ? Number(number.replace(',', '.')) : 0.5;
  return Number.isInteger(days * 2) && days <= MOST_DAYS ? days : null;
}

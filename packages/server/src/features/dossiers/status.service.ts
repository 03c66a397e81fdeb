import type { Locale } from '../../app/locale.ts';

/** What is wrong with a row, in words: events of the audit trail say it too. */
export { problemText } from './ingest/problem-texts.ts';

const STATUS: Record<number, Record<Locale, string>> = {
  1: { vi: 'Mới đăng ký', en: 'Registered' },
  2: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Refused' },
  4: { vi: 'Đang xử lý', en: 'In process' },
  5: { vi: 'Yêu cầu bổ sung', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu nộp phí', en: 'Payment requested' },
  7: { vi: 'Công dân rút hồ sơ', en: 'Withdrawn' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Processed' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
};

/** A one-stop system's status in words. */
export function statusText(status: number, locale: Locale): string {
  return STATUS[status]?.[locale] ?? String(status);
}

import type { Locale } from '../../../app/locale.ts';
import type { PullParams, PullResult } from './pull-failure.ts';

/** What came of reading a source, for whoever set it up. */
const TEXTS: Readonly<Record<PullResult, Record<Locale, string>>> = {
  APPLIED: {
    vi: 'Đã ghi vào danh mục: {created} mới, {updated} sửa.',
    en: 'Taken in: {created} new, {updated} changed.',
  },
  WAITING: {
    vi: 'Có dòng cần người xem: {created} mới, {updated} sửa, {left} lỗi.',
    en: 'Somebody has to look at it: {created} new, {updated} changed, {left} with problems.',
  },
  NOTHING_NEW: { vi: 'Không có gì mới trong {listed} thủ tục.', en: 'Nothing new among {listed} procedures.' },
  BUSY_CATALOGUE: {
    vi: 'Danh mục đang được ghi: sẽ thử lại.',
    en: 'The catalogue was being written: it is tried again.',
  },
  UNREACHABLE: {
    vi: 'Không kết nối được, hoặc kết nối bị ngắt giữa chừng.',
    en: 'It could not be reached, or broke off.',
  },
  TIMEOUT: { vi: 'Không trả lời trong {seconds} giây.', en: 'No answer within {seconds} seconds.' },
  HTTP_STATUS: { vi: 'Trả lời với mã HTTP {status}.', en: 'It answered with HTTP status {status}.' },
  REDIRECTED: {
    vi: 'Chuyển hướng sang máy chủ khác: không theo.',
    en: 'It redirects to another host, which is not followed.',
  },
  TOO_LARGE: { vi: 'Trả lời dài quá {megabytes} MB.', en: 'Its answer is longer than {megabytes} MB.' },
  NOT_JSON: { vi: 'Trả lời không phải JSON trọn vẹn.', en: 'Its answer is no whole JSON.' },
  NO_REPLY: { vi: 'Trả lời không đúng mẫu của dịch vụ.', en: 'Its answer is none of this service.' },
  REFUSED: { vi: 'Từ chối với mã lỗi {code}.', en: 'It refused with error code {code}.' },
  SIGN_IN_REFUSED: {
    vi: 'Không cho đăng nhập: kiểm tra tên và mật khẩu.',
    en: 'It refused the sign-in: look at name and password.',
  },
  KEY_LOST: {
    vi: 'Máy chủ không còn khóa của mật khẩu đã lưu: hãy nhập lại mật khẩu.',
    en: 'The key to the stored password is lost: give it again.',
  },
  EMPTY_LIST: {
    vi: 'Danh sách chỉ có {count} thủ tục, ít bất thường: không lấy.',
    en: 'The list has only {count} procedures, far fewer than before: nothing was taken.',
  },
  BROKEN_OFF: { vi: 'Bị ngắt: sẽ thử lại.', en: 'It was broken off and is tried again.' },
};

/** Besides, where the source refused some procedures alone. */
const REFUSED_ALONE: Readonly<Record<Locale, string>> = {
  vi: '{refused} thủ tục bị nguồn từ chối: lần sau hỏi lại.',
  en: 'It refused {refused} procedures: they are asked for again the next time.',
};

export function pullText(result: PullResult, params: PullParams, locale: Locale): string {
  const text = TEXTS[result][locale] + (params['refused'] === undefined ? '' : ` ${REFUSED_ALONE[locale]}`);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

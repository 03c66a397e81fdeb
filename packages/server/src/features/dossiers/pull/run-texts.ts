import type { Locale } from '../../../app/locale.ts';
import type { RunParams, RunResult } from './reading-failure.ts';

/** What came of reading a source, for whoever set it up. */
const TEXTS: Readonly<Record<RunResult, Record<Locale, string>>> = {
  DONE: { vi: 'Đã đọc xong.', en: 'Read to the end.' },
  NOTHING_NEW: { vi: 'Không có gì mới.', en: 'Nothing new.' },
  STOPPED: { vi: 'Có người dừng giữa chừng; lần sau đọc tiếp.', en: 'Somebody stopped it; the next reading goes on.' },
  CHANGED: { vi: 'Nguồn vừa được đặt lại: đọc lại theo cài đặt mới.', en: 'The source was changed: it is read anew.' },
  BUSY: { vi: 'Hệ thống đang bận ghi: sẽ thử lại.', en: 'The system was busy writing: it is tried again.' },
  UNREACHABLE: {
    vi: 'Không kết nối được, hoặc kết nối bị ngắt giữa chừng.',
    en: 'It could not be reached, or the line broke.',
  },
  TIMEOUT: { vi: 'Không trả lời trong {seconds} giây.', en: 'No answer within {seconds} seconds.' },
  HTTP_STATUS: { vi: 'Trả lời với mã HTTP {status}.', en: 'It answered with HTTP status {status}.' },
  REDIRECTED: {
    vi: 'Chuyển hướng sang địa chỉ khác: không theo.',
    en: 'It redirects elsewhere, which is not followed.',
  },
  TOO_LARGE: { vi: 'Trả lời dài quá {megabytes} MB.', en: 'Its answer is longer than {megabytes} MB.' },
  NOT_JSON: { vi: 'Trả lời không phải JSON trọn vẹn.', en: 'Its answer is no whole JSON.' },
  NO_REPLY: { vi: 'Trả lời không đúng mẫu của dịch vụ.', en: 'Its answer is none of this service.' },
  REFUSED: { vi: 'Từ chối với mã lỗi {code}.', en: 'It refused with error code {code}.' },
  SIGN_IN_REFUSED: {
    vi: 'Không cho đăng nhập: kiểm tra tên và mật khẩu.',
    en: 'It refused the sign-in: look at name and password.',
  },
  ENDLESS: {
    vi: 'Trả lời mãi cùng một trang (trang {page}): dừng đọc.',
    en: 'It answers the same page without an end (page {page}): the reading stopped.',
  },
  PRIVATE_ADDRESS: {
    vi: '{host} thuộc mạng nội bộ: quản trị máy chủ phải cho phép ở PULL_PRIVATE_HOSTS.',
    en: '{host} is in a private network: whoever runs the server has to allow it in PULL_PRIVATE_HOSTS.',
  },
  HOST_KEY: {
    vi: 'Khóa của máy chủ SFTP là {told}, không phải khóa đã ghim: không gửi gì cả.',
    en: 'The key of the SFTP server is {told}, not the pinned one: nothing was sent.',
  },
  NO_FOLDER: {
    vi: 'Không có thư mục {folder}, hoặc không được đọc.',
    en: 'There is no folder {folder}, or it may not be read.',
  },
  TOO_MANY_FILES: {
    vi: 'Thư mục có quá {most} tệp: hãy chuyển bớt tệp cũ đi.',
    en: 'The folder has more than {most} files: move old ones away.',
  },
  KEY_LOST: {
    vi: 'Máy chủ không còn khóa của mật khẩu đã lưu: hãy nhập lại mật khẩu.',
    en: 'The key to the stored password is lost: give it again.',
  },
  NO_GRANT: {
    vi: 'Nguồn không còn quyền gửi hồ sơ cho đơn vị nào.',
    en: 'The source may send dossiers for no unit any more.',
  },
  BROKEN_OFF: { vi: 'Bị ngắt: sẽ thử lại.', en: 'It was broken off and is tried again.' },
  FAULT: { vi: 'Lỗi của hệ thống: xem nhật ký máy chủ.', en: 'A fault of the system: see its log.' },
};

/** Besides, where it was read all the same. */
const MORE = {
  refused: { vi: '{refused} tệp không đọc được.', en: '{refused} files could not be read.' },
  missing: {
    vi: 'Nguồn báo còn {missing} hồ sơ mà không đưa ra.',
    en: 'The source says that it has {missing} dossiers more than it gave.',
  },
  held: {
    vi: '{held} dòng đang giữ lại, chờ người xem ở mục Cần xử lý.',
    en: '{held} rows are held until somebody has looked at them.',
  },
  gone: {
    vi: '{gone} hồ sơ nguồn không còn nữa, nên thôi tính.',
    en: '{gone} dossiers are gone at the source, and count no more.',
  },
  heldGone: {
    vi: 'Nguồn không còn {heldGone} hồ sơ: nhiều bất thường, nên vẫn tính cho đến khi có người xem ở mục Cần xử lý.',
    en: '{heldGone} dossiers are gone at the source: so many that they count until somebody has looked at it.',
  },
} as const satisfies Readonly<Record<string, Record<Locale, string>>>;
const MORE_NAMES = Object.keys(MORE) as (keyof typeof MORE)[];

export function runText(result: RunResult, params: RunParams, locale: Locale): string {
  const more = MORE_NAMES.filter((name) => params[name] !== undefined);
  const text = [TEXTS[result][locale], ...more.map((name) => MORE[name][locale])].join(' ');
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

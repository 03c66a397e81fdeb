import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about how sources are fetched from (error-texts.ts). */
export const PULL_ERROR_TEXTS = {
  'pull.addressSecret': text(
    'Địa chỉ không được chứa tên và mật khẩu: hãy nhập ở ô riêng.',
    'No name or password belongs in an address: give them on their own.',
  ),
  'pull.bounds': text('Từ {least} đến {most}.', 'From {least} to {most}.'),
  'pull.folder': text(
    'Tên một thư mục nằm dưới thư mục chung của máy chủ, không bắt đầu bằng / và không có ..',
    "The name of a folder below the server's own, without / at the beginning and without ..",
  ),
  'pull.hostKey': text(
    'Dấu vân tay khóa máy chủ có dạng SHA256:… (lấy bằng ssh-keygen -lf).',
    'The fingerprint of a server key reads SHA256:… (as ssh-keygen -lf shows it).',
  ),
  'pull.notFetched': text(
    'Nguồn này tự gửi dữ liệu hoặc đang tắt: không có gì để đọc.',
    'This source sends by itself, or is stopped: there is nothing to be read.',
  ),
  'pull.portalAddress': text(
    'Địa chỉ bắt đầu bằng https:// hoặc http://.',
    'An address begins with https:// or http://.',
  ),
  'pull.secretAgain': text(
    'Địa chỉ đã đổi: hãy nhập lại mật khẩu.',
    'The address is another one: give the password again.',
  ),
  'pull.sftpAddress': text('Địa chỉ có dạng sftp://máy-chủ/thư-mục.', 'An address reads sftp://host/folder.'),
} as const satisfies Record<string, Record<Locale, string>>;

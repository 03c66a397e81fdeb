import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about sources of dossiers and of the endpoint that one-stop systems call (error-texts.ts). */
export const DOSSIER_SOURCE_ERROR_TEXTS = {
  'dossierSource.codeKind': text('Trạng thái là số từ 1 đến 10.', 'A status is a number from 1 to 10.'),
  'dossierSource.codeChannel': text(
    'Kênh là 1 (trực tiếp), 2 (trực tuyến) hoặc 3 (bưu chính).',
    'A channel is 1 (in person), 2 (online) or 3 (postal).',
  ),
  'dossierSource.codeProcedure': text('Không có thủ tục {code}.', 'There is no procedure {code}.'),
  'dossierSource.codeTwice': text(
    'Mã {theirs} của nguồn có hai nghĩa: giữ lại một.',
    'The code {theirs} of the source has two meanings: keep one.',
  ),
  'dossierSource.codeUnit': text(
    'Đơn vị {code} không có, hoặc nguồn không gửi thay cho đơn vị này.',
    'There is no unit {code}, or the source does not speak for it.',
  ),
  'dossierSource.empty': text('Không được để trống.', 'This must not be empty.'),
  'dossierSource.login': text('Tên đăng nhập này đã có nguồn khác dùng.', 'Another source signs in by this name.'),
  'dossierSource.long': text('Dài quá {most} ký tự.', 'At most {most} characters.'),
  'dossierSource.many': text('Nhiều nhất {most}.', 'At most {most}.'),
  'dossierSource.name': text('Đã có nguồn tên này.', 'There is already a source of this name.'),
  'dossierSource.password': text(
    'Mật khẩu của nguồn có từ {least} đến {most} ký tự.',
    'The password of a source has {least} to {most} characters.',
  ),
  'dossierSource.rank': text('Thứ bậc từ 1 đến 1.000.', 'The rank is 1 to 1,000.'),
  'dossierSource.rankAbove': text(
    'Nguồn của đơn vị cấp trên có thứ bậc {rank}: thứ bậc nhỏ hơn do cấp tỉnh đặt.',
    'A source of a unit above has the rank {rank}: a smaller one is given by the province.',
  ),
  'dossierSource.theirsOfOthers': text(
    'Mã {theirs} là của đơn vị ngoài phạm vi được giao.',
    'The code {theirs} is that of a unit beyond your reach.',
  ),
  'dossierSource.unknown': text('Không có nguồn dữ liệu này.', 'There is no such source.'),
  'dossierSource.unit': text('Không có đơn vị {code}.', 'There is no unit {code}.'),
  'dossierSource.version': text(
    'Có người vừa sửa nguồn này (lần lưu hiện tại là {version}).',
    'Somebody just changed this source (its version is {version}).',
  ),
  'ingest.source': text(
    '"source" không phải nguồn mà tài khoản này gửi thay: không lưu gì cả.',
    '"source" is none that this account sends for: nothing was stored.',
  ),
  'oneStop.late': text(
    'Thông điệp trên {megabytes} MB phải có "session" và "service" trước "data": không lưu gì cả.',
    'In a message of more than {megabytes} MB "session" and "service" stand before "data": nothing was stored.',
  ),
  'oneStop.login': text('Đăng nhập thành công.', 'Signed in.'),
  'oneStop.done': text(
    'Đồng bộ {received} hồ sơ thành công ({created} mới, {updated} cập nhật, {rejected} lỗi).',
    'Took {received} dossiers ({created} new, {updated} updated, {rejected} bad).',
  ),
  'oneStop.progress': text(
    'Cập nhật tiến độ {received} lượt thành công ({updated} thay đổi, {waiting} chờ hồ sơ, {rejected} lỗi).',
    'Took {received} reports of progress ({updated} changed something, {waiting} wait for their dossiers, {rejected} bad).',
  ),
  'oneStop.service': text('Không có dịch vụ này ở đây: {service}.', 'There is no such service here: {service}.'),
  'oneStop.session': text(
    'Phiên làm việc (session) không đúng hoặc đã hết hạn: hãy đăng nhập lại.',
    'The session is none or is over: sign in again.',
  ),
  'oneStop.wrong': text('Sai tên đăng nhập hoặc mật khẩu của nguồn.', 'Wrong name or password of the source.'),
} as const satisfies Record<string, Record<Locale, string>>;

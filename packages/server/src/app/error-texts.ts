import { DEFINITION_ERROR_TEXTS } from './definition-error-texts.ts';
import { DESK_ERROR_TEXTS } from './desk-error-texts.ts';
import { DUTY_ERROR_TEXTS } from './duty-error-texts.ts';
import { IDENTITY_ERROR_TEXTS } from './identity-error-texts.ts';
import { GRANT_ERROR_TEXTS } from './grant-error-texts.ts';
import { PULL_ERROR_TEXTS } from './pull-error-texts.ts';
import { PLAN_ERROR_TEXTS } from './plan-error-texts.ts';
import { DOSSIER_SOURCE_ERROR_TEXTS } from './dossier-source-error-texts.ts';
import { SCENARIO_ERROR_TEXTS } from './scenario-error-texts.ts';
import { MILESTONE_ERROR_TEXTS } from './milestone-error-texts.ts';
import { CATALOGUE_ERROR_TEXTS } from './catalogue-error-texts.ts';
import { FIGURE_ERROR_TEXTS } from './figure-error-texts.ts';
import { REPORT_ERROR_TEXTS } from './report-error-texts.ts';
import { BOUNDARY_ERROR_TEXTS } from './boundary-error-texts.ts';
import { CONNECTED_ERROR_TEXTS } from './connected-error-texts.ts';
import { DIFFICULTY_ERROR_TEXTS } from './difficulty-error-texts.ts';
import { INSPECTION_ERROR_TEXTS } from './inspection-error-texts.ts';
import { MATTER_ERROR_TEXTS } from './matter-error-texts.ts';
import { MONITORING_ERROR_TEXTS } from './monitoring-error-texts.ts';
import { PAPER_ERROR_TEXTS } from './paper-error-texts.ts';
import { IMPORT_ERROR_TEXTS } from './error-texts-import.ts';
import { TALK_ERROR_TEXTS } from './talk-error-texts.ts';
import { URGING_ERROR_TEXTS } from './urging-error-texts.ts';
import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Every text of an error that callers can see, in both languages; `{name}` stands for a parameter. */
export const ERROR_TEXTS = {
  ...CATALOGUE_ERROR_TEXTS,
  ...DEFINITION_ERROR_TEXTS,
  ...DESK_ERROR_TEXTS,
  ...DOSSIER_SOURCE_ERROR_TEXTS,
  ...PULL_ERROR_TEXTS,
  ...DUTY_ERROR_TEXTS,
  ...GRANT_ERROR_TEXTS,
  ...IDENTITY_ERROR_TEXTS,
  ...PLAN_ERROR_TEXTS,
  ...SCENARIO_ERROR_TEXTS,
  ...MILESTONE_ERROR_TEXTS,
  ...IMPORT_ERROR_TEXTS,
  ...TALK_ERROR_TEXTS,
  ...FIGURE_ERROR_TEXTS,
  ...CONNECTED_ERROR_TEXTS,
  ...DIFFICULTY_ERROR_TEXTS,
  ...INSPECTION_ERROR_TEXTS,
  ...MATTER_ERROR_TEXTS,
  ...REPORT_ERROR_TEXTS,
  ...MONITORING_ERROR_TEXTS,
  ...PAPER_ERROR_TEXTS,
  ...URGING_ERROR_TEXTS,
  ...BOUNDARY_ERROR_TEXTS,
  'account.bothFactors': text(
    'Trong 24 giờ, một người không vừa đặt lại mật khẩu vừa gỡ xác thực hai lớp của cùng một tài khoản. Hãy nhờ một người quản trị khác, hoặc dùng lệnh tại máy chủ.',
    'Within 24 hours nobody both resets the password of an account and takes its second factor away. Ask another administrator, or use the command at the server.',
  ),
  'account.exists': text('Tên đăng nhập đã có.', 'This user name is taken.'),
  'account.lastAdministrator': text(
    'Đây là quản trị viên cuối cùng của tỉnh: hãy cấp quyền lâu dài cho người khác trước.',
    'This is the last administrator of the province: let somebody else be one for good first.',
  ),
  'account.name': text('Họ tên phải có từ 1 đến {most} ký tự.', 'A name has 1 to {most} characters.'),
  'account.outlasts': text(
    'Người này quản lý tài khoản lâu hơn thời hạn quyền của bạn: hãy nhờ một người quản trị có quyền không hết trước.',
    'This person manages accounts for longer than you do: ask an administrator whose role does not end before theirs.',
  ),
  'account.own': text(
    'Hãy tự đổi mật khẩu của mình bằng mật khẩu hiện tại.',
    'Change your own password by the current one.',
  ),
  'account.ownSessions': text(
    'Hãy kết thúc các phiên của chính mình ở trang của mình.',
    'End your own sessions on your own page.',
  ),
  'account.unknown': text('Không có tài khoản này.', 'There is no such account.'),
  'account.username': text(
    'Tên đăng nhập gồm 1 đến {most} chữ cái, chữ số, dấu cách và . _ - @.',
    'A user name is 1 to {most} letters, digits, blanks and . _ - @.',
  ),
  'alias.empty': text('Tên gọi khác không được để trống.', 'An alias must not be empty.'),
  'alias.long': text('Tên gọi khác dài quá {most} ký tự.', 'An alias has at most {most} characters.'),
  'alias.taken': text(
    'Mã hoặc tên này đã chỉ đến một đơn vị khác.',
    'One of these aliases already names another unit.',
  ),
  'auth.body': text('Cần "username" và "password".', 'Send "username" and "password".'),
  'auth.code': text('Cần "code".', 'Send "code".'),
  'auth.enrol': text(
    'Vai trò của tài khoản này cần lớp xác thực thứ hai: hãy thiết lập trước.',
    'Roles of this account need a second factor: set it up first.',
  ),
  'auth.forbidden': text('Tài khoản này không được làm việc đó ở đây.', 'This account may not do that here.'),
  'auth.mustChange': text('Cần đổi mật khẩu trước.', 'Change your password first.'),
  'auth.otherAccount': text(
    'Trình duyệt này đã đăng nhập bằng tài khoản khác: hãy tải lại trang. Chưa có gì được thực hiện.',
    'This browser is signed in with another account: load the page again. Nothing was done.',
  ),
  'auth.required': text('Cần đăng nhập.', 'Sign in first.'),
  'auth.secondFactor': text('Cần nhập mã xác thực trước.', 'Give the code of your second factor first.'),
  'auth.wait': text(
    'Sai quá nhiều lần. Hãy thử lại sau {seconds} giây.',
    'Too many failed tries. Try again in {seconds} seconds.',
  ),
  'auth.wrong': text('Sai tên đăng nhập hoặc mật khẩu.', 'Wrong user name or password.'),
  'backup.running': text('Đang sao lưu: hãy chờ cho xong.', 'A backup is being made: wait until it is done.'),
  'backup.unknown': text('Không có bản sao lưu này.', 'There is no such backup.'),
  'batch.unknown': text('Không có lần nhập {id}.', 'There is no import {id}.'),
  'cascade.limits': text('Mức sàn cao hơn mức trần.', 'The floor is above the ceiling.'),
  'cascade.noChildren': text('Không có đơn vị nào để phân bổ.', 'There is no unit to spread over.'),
  'cascade.problem': text('Không thể phân bổ với số liệu này: {what}.', 'These inputs cannot be cascaded: {what}.'),
  'cascade.required': text(
    'Đơn vị giao chỉ tiêu chưa được cấp trên giao: cần cho biết tỷ lệ phải đạt.',
    'The issuing unit has no target of its own: tell what is required.',
  ),
  'cascade.step': text('Bước phải lớn hơn 0 và không quá 100.', 'A step is above 0 and at most 100.'),
  'cascade.volume': text('Số hồ sơ phải từ 0 đến {most}.', 'A volume is from 0 to {most} dossiers.'),
  'decision.citedByPlan': text(
    'Một bản giao chỉ tiêu đã ban hành theo quyết định này: không đổi được ngày.',
    'A plan was issued by this decision: its days stay.',
  ),
  'decision.effectiveOn': text(
    'Quyết định {number} đã được nhập với ngày hiệu lực {day}.',
    'Decision {number} was already entered with effective day {day}.',
  ),
  'decision.exists': text('Quyết định này đã được nhập.', 'This decision was already entered.'),
  'decision.number': text('Số quyết định không hợp lệ.', 'The number of the decision is not valid.'),
  'decision.order': text(
    'Quyết định này có hiệu lực sau quyết định kia.',
    'This decision takes effect after the other one.',
  ),
  'decision.otherList': text(
    'Quyết định {number} không sửa danh mục này.',
    'Decision {number} says nothing about this list.',
  ),
  'decision.text': text('Không được dài quá {most} ký tự.', 'At most {most} characters.'),
  'decision.unknown': text('Không có quyết định {id}.', 'There is no decision {id}.'),
  'decision.version': text(
    'Có người vừa sửa quyết định này (phiên bản {version}): hãy xem lại.',
    'Somebody changed this decision meanwhile (version {version}): look again.',
  ),
  'document.only': text(
    'Trang đang mở đã cũ, hoặc đây không phải câu hỏi của các trang: hãy tải lại trang.',
    'This page is of an earlier build, or the question is not one of the console: load the page again.',
  ),
  'document.unfit': text(
    '"persistedQuery" phải có version 1 và sha256Hash đúng với câu hỏi.',
    '"persistedQuery" needs version 1 and the sha256Hash of the question.',
  ),
  'document.unknown': text(
    'Không biết câu hỏi nào có mã này: hãy gửi cả câu hỏi.',
    'No question is known by this hash: send its text.',
  ),
  'file.empty': text('Tệp trống.', 'The file is empty.'),
  'file.large': text('Tệp lớn hơn {megabytes} MB.', 'The file has more than {megabytes} MB.'),
  'file.type': text(
    'Chỉ nhận PDF, Word, Excel, ảnh PNG, JPEG và ZIP.',
    'Only PDF, Word, Excel, PNG, JPEG and ZIP are taken.',
  ),
  'file.unknown': text('Tệp này chưa được gửi lên.', 'This file was not sent yet.'),
  'indicator.unknown': text('Không có chỉ tiêu thống kê {code}.', 'There is no indicator {code}.'),
  'ingest.body': text(
    'Không đọc được nội dung gửi lên: không lưu gì cả.',
    'The body cannot be read: nothing was stored.',
  ),
  'ingest.columnTwice': text(
    'Dòng tiêu đề có hai cột {column}: giữ lại một. Không lưu gì cả.',
    'The header has two columns {column}: keep one. Nothing was stored.',
  ),
  'ingest.done': text('Đã nhận {received} dòng, {rejected} dòng lỗi.', 'Took {received} rows, {rejected} of them bad.'),
  'ingest.query': text(
    'Địa chỉ chỉ nhận các tham số "dryRun", "name" và "source": không lưu gì cả.',
    'The address takes "dryRun", "name" and "source" only: nothing was stored.',
  ),
  'ingest.tried': text(
    'Chỉ thử, không lưu gì: {received} dòng, {rejected} dòng lỗi.',
    'Dry run, nothing stored: {received} rows, {rejected} of them bad.',
  ),
  'ingest.dryRun': text(
    '"dryRun" chỉ nhận một giá trị true hoặc false: không lưu gì cả.',
    '"dryRun" is true or false, once: nothing was stored.',
  ),
  'ingest.empty': text(
    'Không đọc được gì: nội dung gửi lên trống. Không lưu gì cả.',
    'There is nothing to read: the body is empty. Nothing was stored.',
  ),
  'ingest.encoding': text('Chỉ nhận nội dung nén gzip.', 'Only gzip is accepted as content encoding.'),
  'ingest.idle': text(
    'Dữ liệu ngừng hoặc đến quá chậm trong {seconds} giây: không lưu gì cả.',
    'Nothing or too little came for {seconds} seconds: nothing was stored.',
  ),
  'ingest.looseName': text(
    'Hồ sơ {code}: nhận cho đơn vị có tên «{alias}», dù tên gửi lên khác dấu.',
    'Dossier {code}: taken for the unit named «{alias}», though the name that came has other marks.',
  ),
  'ingest.notKept': text(
    'Còn {count} dòng lỗi không được giữ lại để sửa: hãy bổ sung đơn vị, thủ tục hoặc sửa tệp rồi gửi lại.',
    '{count} more bad rows are not kept to be mended: add the units or procedures, or mend the file, and send it again.',
  ),
  'ingest.packed': text(
    'Nội dung nén quá mức (hơn {ratio} lần): không lưu gì cả.',
    'The body is packed too tightly (more than {ratio} times): nothing was stored.',
  ),
  'ingest.packedRows': text(
    'Nội dung nén quá mức (hơn {rows} dòng mỗi kB): không lưu gì cả.',
    'The body is packed too tightly (more than {rows} rows a kB): nothing was stored.',
  ),
  'ingest.tooLarge': text(
    'Nội dung dài quá {megabytes} MB khi giải nén: hãy chia nhỏ. Không lưu gì cả.',
    'The body is longer than {megabytes} MB when unpacked: send it in parts. Nothing was stored.',
  ),
  'ingest.tooManyRows': text(
    'Nội dung có hơn {rows} dòng: hãy chia nhỏ. Không lưu gì cả.',
    'The body has more than {rows} rows: send it in parts. Nothing was stored.',
  ),
  'ingest.form': text(
    'Biểu mẫu phải gửi trọn vẹn và có đúng một tệp: không lưu gì cả.',
    'A form has to come whole and with exactly one file: nothing was stored.',
  ),
  'ingest.type': text(
    'Chỉ nhận application/json, application/x-ndjson, text/csv hoặc .xlsx, cả trong multipart/form-data.',
    'Send application/json, application/x-ndjson, text/csv or .xlsx, also in multipart/form-data.',
  ),
  'input.aliases': text(
    'Không được đặt tên khác cho quá {most} trường.',
    'At most {most} fields may bear another name.',
  ),
  'input.batch': text('Mỗi lần gửi một câu hỏi.', 'Send one question at a time.'),
  'input.depth': text(
    'Không được hỏi các trường lồng nhau quá {most} cấp.',
    'Fields may stand at most {most} levels deep in each other.',
  ),
  'input.directives': text('Không được dùng quá {most} chỉ thị.', 'At most {most} directives may be used.'),
  'input.long': text('Câu hỏi dài quá {most} ký tự.', 'The question has more than {most} characters.'),
  'input.missing': text('Thiếu giá trị bắt buộc.', 'Something that is needed is missing.'),
  'input.unknown': text('Có trường không được biết.', 'There is a field that is not known.'),
  'input.value': text('Giá trị không đúng kiểu.', 'The value is none of the kind that is asked for.'),
  'input.repeated': text('Không được hỏi lặp lại quá {most} trường.', 'At most {most} fields may be asked for again.'),
  'input.text': text('Văn bản có ký tự không lưu được.', 'The text has a character that cannot be stored.'),
  'input.tokens': text('Câu hỏi dài quá {most} từ và dấu.', 'The question has more than {most} words and signs.'),
  'input.tooMany': text('Mỗi lần gửi tối đa {most} dòng.', 'At most {most} entries at a time.'),
  'input.tooDeep': text(
    'Không được lồng quá {most} cấp.',
    'Nothing may stand deeper than {most} levels in something else.',
  ),
  'input.tooMuch': text(
    'Câu hỏi đòi quá nhiều giá trị: hãy hỏi từng phần.',
    'The question asks for too much at once: ask in parts.',
  ),
  'input.wrong': text('Dữ liệu gửi lên chưa đúng.', 'The input is not right.'),
  'http.broken': text('Yêu cầu không đọc được.', 'The request cannot be read.'),
  'http.busy': text(
    'Quá nhiều yêu cầu. Hãy thử lại sau {seconds} giây.',
    'Too many requests. Try again in {seconds} seconds.',
  ),
  'http.encoding': text('Nội dung ở đây phải gửi không nén.', 'Bodies are sent as they are here, not packed.'),
  'http.method': text('Hãy gửi câu hỏi bằng POST.', 'Send questions by POST.'),
  'http.notFound': text('Không tìm thấy.', 'Not found.'),
  'http.preflight': text(
    'Thiếu đầu đề apollo-require-preflight.',
    'Calls with a session cookie need the header apollo-require-preflight.',
  ),
  'http.slow': text(
    'Nội dung gửi lên không đến đủ trong {seconds} giây.',
    'The body did not come within {seconds} seconds.',
  ),
  'http.tooLarge': text('Nội dung gửi lên quá lớn.', 'The body is too large.'),
  'http.type': text('Kiểu nội dung không được nhận.', 'This content type is not taken.'),
  internal: text(
    'Lỗi hệ thống. Khi báo lỗi, hãy gửi kèm mã {requestId}.',
    'Internal error. To report it, tell the id {requestId}.',
  ),
  'list.alreadyListed': text(
    'Ngày {day} thủ tục đã có trong danh mục ở mức độ khác: dùng CHANGE_LEVEL.',
    'On {day} the procedure already stands on the list at another level: use CHANGE_LEVEL.',
  ),
  'list.code': text(
    'Mã danh mục chỉ gồm 1 đến 40 chữ cái không dấu, chữ số và . _ / -.',
    'The code of a list is 1 to 40 bare letters, digits and . _ / -.',
  ),
  'list.level': text('Cần có mức độ.', 'A level is needed.'),
  'list.locator': text(
    'Trang, phụ lục không được dài quá {most} ký tự.',
    'A page or annex has at most {most} characters.',
  ),
  'list.nameLong': text('Tên danh mục dài quá {most} ký tự.', 'The name of a list has at most {most} characters.'),
  'list.notListed': text('Ngày {day} thủ tục không có trong danh mục.', 'On {day} the procedure is not on the list.'),
  'list.tierOfUnit': text('Đơn vị được nêu thuộc cấp khác.', 'The unit that is named is of another tier.'),
  'list.unknown': text('Không có danh mục {code}.', 'There is no list {code}.'),
  'list.upsetsLater': text(
    'Quyết định sau (hiệu lực {day}) không còn đúng nếu nhập thay đổi này.',
    'A later decision (effective {day}) would no longer make sense.',
  ),
  'operation.overTime': text(
    'Không trả lời được trong {seconds} giây: hãy hỏi từng phần hoặc thử lại sau.',
    'This could not be answered within {seconds} seconds: ask in parts, or try again later.',
  ),
  'page.cursor': text('Con trỏ trang không hợp lệ.', 'The cursor is not one of ours.'),
  'page.size': text('"first" phải từ 0 đến {most}.', '"first" must be from 0 to {most}.'),
  'password.common': text(
    'Mật khẩu này quá phổ biến, dễ bị đoán.',
    'Many people have this password: it is guessed first.',
  ),
  'password.current': text('Mật khẩu hiện tại không đúng.', 'The current password is wrong.'),
  'password.long': text('Mật khẩu dài quá {most} ký tự.', 'A password has at most {most} characters.'),
  'password.name': text(
    'Mật khẩu không được là tên đăng nhập, họ tên hay tên phần mềm.',
    'A password is not the name of its account or of the product.',
  ),
  'password.same': text('Mật khẩu mới phải khác mật khẩu hiện tại.', 'The new password must be another one.'),
  'password.short': text('Mật khẩu phải có ít nhất {least} ký tự.', 'A password has at least {least} characters.'),
  'period.backwards': text(
    'Ngày cuối kỳ {to} trước ngày đầu kỳ {from}.',
    'The period ends ({to}) before it begins ({from}).',
  ),
  'quarantine.fields': text(
    '"fields" phải là một đối tượng tên trường và giá trị.',
    '"fields" must be an object of field names and values.',
  ),
  'quarantine.which': text(
    'Hãy nêu một lần nhập hoặc các dòng, không nêu cả hai.',
    'Name an import or rows, not both.',
  ),
  'quarantine.unknown': text('Không có dòng lỗi {id} đang chờ.', 'There is no open row {id}.'),
  'scalar.date': text(
    'Ngày phải tồn tại và viết theo dạng 2022-08-31.',
    'A Date is a calendar day that exists, written as 2022-08-31.',
  ),
  'scalar.dateTime': text(
    'Thời điểm phải viết kèm múi giờ, dạng 2022-08-31T17:00:00+07:00.',
    'A DateTime is an instant with its offset, written as 2022-08-31T17:00:00+07:00.',
  ),
  'scalar.percent': text(
    'Tỷ lệ phần trăm phải từ 0 đến 100, tối đa hai chữ số thập phân, ví dụ 54.99.',
    'A Percent is a number from 0 to 100 with at most two decimals, 54.99.',
  ),
  'search.long': text('Nội dung tìm kiếm dài quá {most} ký tự.', 'A search has at most {most} characters.'),
  'secondFactor.active': text('Lớp xác thực thứ hai đang bật.', 'The second factor is active already.'),
  'secondFactor.locked': text(
    'Máy chủ không còn khóa để kiểm tra mã này. Hãy dùng mã dự phòng, hoặc nhờ quản trị viên gỡ lớp xác thực thứ hai.',
    'The server has lost the key to check this code. Use a recovery code, or have an administrator remove the second factor.',
  ),
  'secondFactor.noOffer': text(
    'Khóa thiết lập không còn hiệu lực: hãy bắt đầu lại.',
    'What was offered no longer holds: begin again.',
  ),
  'secondFactor.noPassword': text(
    'Tài khoản này không đăng nhập bằng mật khẩu.',
    'This account does not sign in by a password.',
  ),
  'secondFactor.none': text('Lớp xác thực thứ hai chưa bật.', 'There is no second factor.'),
  'secondFactor.own': text(
    'Hãy tự tắt lớp xác thực thứ hai của mình bằng mật khẩu và mã.',
    'Turn your own second factor off by the password and a code.',
  ),
  'secondFactor.wrong': text('Mã không đúng, hoặc đã dùng.', 'The code is wrong, or was used before.'),
  'server.away': text(
    'Cơ sở dữ liệu tạm thời không trả lời. Hãy thử lại sau {seconds} giây.',
    'The database does not answer at the moment. Try again in {seconds} seconds.',
  ),
  'server.busy': text(
    'Máy chủ đang bận. Hãy thử lại sau {seconds} giây.',
    'The server has too much to do. Try again in {seconds} seconds.',
  ),
  'server.full': text(
    'Máy chủ hết chỗ lưu trữ: không lưu gì cả, vẫn tra cứu được. Hãy báo người quản trị, rồi thử lại.',
    'The server has no room left: nothing was stored, looking up still works. Tell whoever runs it, then try again.',
  ),
  'server.stopping': text(
    'Máy chủ đang dừng: không lưu gì cả. Hãy gửi lại sau {seconds} giây.',
    'The server is stopping: nothing was stored. Send it again in {seconds} seconds.',
  ),
  'server.unsure': text(
    'Mất kết nối đúng lúc lưu: không rõ đã lưu hay chưa. Hãy xem lại hoặc gửi lại; hồ sơ đã lưu gửi lại không bị ghi hai lần.',
    'The connection was lost while this was being stored: it may be stored or not. Look, or send it again; dossiers that are stored already change nothing.',
  ),
  'target.notChild': text(
    '{code} không trực thuộc đơn vị giao chỉ tiêu.',
    '{code} is not directly below the issuing unit.',
  ),
  'target.percent': text(
    'Chỉ tiêu phải từ 0 đến 100, tối đa hai chữ số thập phân.',
    'A target is from 0 to 100 with at most two decimals.',
  ),
  'target.twice': text('{code} có hai lần.', '{code} stands twice.'),
  'tier.department': text(
    'DEPARTMENT là loại đơn vị, không phải cấp thực hiện.',
    'DEPARTMENT is a kind of unit, not a tier.',
  ),
  'token.over': text('Ngày hết hạn đã qua.', 'The last day is over.'),
  'token.tooLong': text('Ngày hết hạn muộn nhất có thể chọn là {day}.', 'The last day can be {day} at the latest.'),
  'token.unknown': text('Không có mã truy cập này.', 'There is no such token.'),
  'unit.gone': text('Đơn vị không tồn tại ngày {day}.', 'The unit does not exist on {day}.'),
  'unit.unknown': text('Không có đơn vị {code}.', 'There is no unit {code}.'),
  'write.busy': text(
    'Đang ghi dữ liệu khác: hãy thử lại sau ít phút.',
    'Something else is being written: try again in a few minutes.',
  ),
} as const satisfies Record<string, Record<Locale, string>>;

export type ErrorText = keyof typeof ERROR_TEXTS;

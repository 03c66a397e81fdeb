import { text } from './error-text.ts';

/** Texts of errors about urging: rules, reminders, what is sent. */
export const URGING_ERROR_TEXTS = {
  'news.unknown': text('Không có tin này.', 'There is no such piece of news.'),
  'urging.address': text('Hãy nhập một địa chỉ thư điện tử.', 'Give an e-mail address.'),
  'urging.addressLimit': text('Mỗi đơn vị có nhiều nhất {most} địa chỉ.', 'A unit has at most {most} addresses.'),
  'urging.code': text(
    'Mã không đúng hoặc đã hết hạn. Hãy gửi lại mã khi cần.',
    'The code is wrong or has expired. Have it sent again if need be.',
  ),
  'urging.codeLimit': text(
    'Hôm nay đã gửi quá nhiều mã. Hãy thử lại vào ngày mai.',
    'Too many codes were sent today. Try again tomorrow.',
  ),
  'urging.codePause': text('Vừa gửi một mã. Hãy chờ một phút.', 'A code was sent just now. Wait a minute.'),
  'urging.codeTries': text(
    'Hôm nay đã nhập sai mã quá số lần. Hãy gửi lại mã vào ngày mai.',
    'Too many wrong codes were typed today. Have one sent tomorrow.',
  ),
  'urging.condition.DAY': text('Năm nào cũng phải có ngày này.', 'Every year has to have this day.'),
  'urging.condition.INDICATOR': text(
    'Hãy chọn một chỉ tiêu thống kê được tính theo tháng.',
    'Choose an indicator that is counted by months.',
  ),
  'urging.condition.RANGE': text('Phải là số từ {least} đến {most}.', 'A whole number from {least} to {most}.'),
  'urging.contactTaken': text('Đơn vị đã có địa chỉ này.', 'The unit has this address already.'),
  'urging.kinds': text('Hãy chọn ít nhất một loại đơn vị.', 'Choose one kind of units at least.'),
  'urging.letter.CITIZEN': text(
    'Văn bản không được có số điện thoại hay số giấy tờ của công dân.',
    'A letter holds no number of a telephone or an identity card.',
  ),
  'urging.letter.DOSSIER': text('Văn bản không được có mã hồ sơ.', 'A letter holds no code of a dossier.'),
  'urging.letter.EMPTY': text('Chưa điền.', 'It is empty.'),
  'urging.letter.LONG': text('Không quá {most} ký tự.', 'At most {most} characters.'),
  'urging.letter.OPEN_BRACES': text(
    'Có dấu {{ hoặc }} không thành một chỗ điền.',
    'There are {{ or }} that are no place to fill in.',
  ),
  'urging.letter.OPTIONAL': text(
    'Tiêu đề không dùng được chỗ điền có thể để trống “{place}”.',
    'A subject cannot name “{place}”, which may have no value.',
  ),
  'urging.letter.UNKNOWN_PLACE': text(
    'Điều kiện này không có chỗ điền “{place}”.',
    'There is no place “{place}” for this condition.',
  ),
  'urging.letter.UNMARKED': text(
    'Chỗ điền “{place}” có thể không có giá trị: hãy viết {{{place}?}} để bỏ cả dòng khi không có.',
    '“{place}” may have no value: write {{{place}?}}, so that its line is left out.',
  ),
  'urging.mailOff': text(
    'Máy chủ chưa được cài đặt để gửi thư điện tử (SMTP_URL).',
    'This server is not set up to send e-mail (SMTP_URL).',
  ),
  'urging.many': text('Mỗi lần từ 1 đến {most} văn bản.', 'From 1 to {most} at a time.'),
  'urging.name': text('Tên phải có từ 1 đến {most} ký tự.', 'A name has 1 to {most} characters.'),
  'urging.noContact': text('Không có địa chỉ nhận này.', 'There is no such receiver.'),
  'urging.noLonger': text(
    'Theo số liệu hiện nay, lý do đôn đốc {unit} không còn. Không có gì được gửi.',
    'By today’s figures there is nothing left to remind {unit} of. Nothing was sent.',
  ),
  'urging.noReminder': text('Không có việc đôn đốc này.', 'There is no such reminder.'),
  'urging.noRule': text('Không có quy tắc đôn đốc này.', 'There is no such rule.'),
  'urging.occasionChanged': text(
    'Số liệu về {unit} đã khác khi soạn. Khi soạn: {was} Nay: {now} Bản nháp đã được soạn lại; hãy xem rồi gửi.',
    'Other things are so of {unit} by now. Then: {was} Now: {now} The draft says it; look at it and send it.',
  ),
  'urging.occasionChangedWritten': text(
    'Số liệu về {unit} đã khác khi soạn. Khi soạn: {was} Nay: {now} Văn bản do người viết được giữ nguyên; hãy sửa rồi gửi.',
    'Other things are so of {unit} by now. Then: {was} Now: {now} What was written is kept; mend it and send it.',
  ),
  'urging.past': text('Hạn trả lời đã qua. Hãy đặt ngày khác.', 'The deadline is past. Choose another day.'),
  'urging.reminderChanged': text(
    'Có người vừa sửa văn bản này. Hãy xem bản mới rồi sửa lại.',
    'Somebody changed this letter meanwhile. Look at the new one and change it again.',
  ),
  'urging.ruleChanged': text(
    'Có người vừa lưu quy tắc này. Hãy xem bản mới rồi sửa lại.',
    'Somebody saved this rule meanwhile. Look at the new version and change it again.',
  ),
  'urging.state': text(
    'Việc đôn đốc đã chuyển sang bước khác. Hãy tải lại.',
    'The reminder has moved on meanwhile. Reload.',
  ),
  'urging.top': text('Không còn cấp trên để chuyển.', 'There is no unit above to raise it to.'),
  'urging.unheard': text(
    'Chưa xác nhận lại được số liệu của {unit}: nơi gửi dữ liệu đang im lặng.',
    'Nobody can tell whether it is still so of {unit}: who sends its data is silent.',
  ),
  'urging.unitEnded': text(
    'Đơn vị đã ngừng hoạt động: không gửi được.',
    'The unit has ended: nothing can be sent to it.',
  ),
  'urging.until': text('Ngày phải từ {from} đến {to}.', 'The day lies between {from} and {to}.'),
  'urging.versions': text('Mỗi văn bản một phiên bản.', 'One version for each id.'),
} as const;

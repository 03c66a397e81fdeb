/** Texts of errors about reports to the chairman. */
export const REPORT_ERROR_TEXTS = {
  'report.alreadyReplaced': {
    vi: 'Báo cáo này đã có báo cáo thay thế: hãy mở báo cáo thay thế đó.',
    en: 'There is a report already that replaces this one: open that one.',
  },
  'report.changed': {
    vi: 'Có người vừa sửa báo cáo này (phiên bản {version}). Hãy xem lại rồi làm tiếp.',
    en: 'Somebody changed this report meanwhile (version {version}). Look again, then go on.',
  },
  'report.closedElsewhere': {
    vi: 'Kỳ này đã chốt số liệu ở một thời điểm khác: hãy lấy lại số liệu để báo cáo theo đúng số đã chốt.',
    en: 'This period was closed at another moment: draw the report up anew, so that it says what was published.',
  },
  'report.dated': {
    vi: 'Ngày ban hành phải sau kỳ báo cáo và không trước ngày lấy số liệu: từ {from} đến {to}.',
    en: 'It is dated after its period and not before its numbers were drawn up: from {from} to {to}.',
  },
  'report.days': {
    vi: 'Đây không phải là một tháng, quý hay năm đúng với loại báo cáo.',
    en: 'These days are no period of this kind of report.',
  },
  'report.drawnBefore': {
    vi: 'Số liệu được lấy ngày {day}, khi kỳ chưa kết thúc: hãy lấy lại số liệu trước khi trình.',
    en: 'It was drawn up on {day}, before its period was over: draw it up anew first.',
  },
  'report.early': {
    vi: 'Kỳ báo cáo không bắt đầu trước ngày {from}.',
    en: 'Periods of reports do not begin before {from}.',
  },
  'report.exists': {
    vi: 'Kỳ này đã có báo cáo: hãy mở báo cáo đó.',
    en: 'There is a report of this period already: open that one.',
  },
  'report.keeperGone': {
    vi: 'Tài khoản đứng tên lịch đã khóa: hãy để người khác lưu lại lịch.',
    en: 'The account in whose name it is drawn up is closed: somebody else has to save the schedule.',
  },
  'report.knownBefore': {
    vi: 'Báo cáo của kỳ đã qua lấy số liệu sau ngày kết thúc kỳ ({to}).',
    en: 'The report of a period that is over says what was known after its last day ({to}).',
  },
  'report.move': {
    vi: 'Báo cáo đang ở trạng thái {from}, không chuyển được sang {to}.',
    en: 'The report is {from}, and does not become {to}.',
  },
  'report.noReceivers': { vi: 'Hãy chọn ít nhất một đơn vị nhận.', en: 'Name at least one unit.' },
  'report.notBegun': { vi: 'Kỳ này chưa bắt đầu ({from}).', en: 'This period has not begun ({from}).' },
  'report.notDraft': {
    vi: 'Báo cáo không còn là dự thảo: hãy trả lại trước khi sửa.',
    en: 'The report is no draft any more: send it back before changing it.',
  },
  'report.notPublished': {
    vi: 'Báo cáo đang ở trạng thái {state}: chỉ báo cáo đã ban hành mới được thay thế.',
    en: 'The report is {state}: only a published one is replaced.',
  },
  'report.notOver': {
    vi: 'Kỳ báo cáo kết thúc ngày {to}: đến lúc đó chỉ có dự thảo.',
    en: 'Its period ends on {to}: until then there are drafts alone.',
  },
  'report.nothing': {
    vi: 'Kỳ từ {from} đến {to} chưa có số liệu: không có gì để trình.',
    en: 'There are no data of {from} to {to} yet: there is nothing to submit.',
  },
  'report.number': {
    vi: 'Số của báo cáo chỉ gồm chữ, số, dấu cách và các dấu . / - _, ví dụ 12/BC-VP.',
    en: 'A number has letters, digits, blanks and . / - _ alone, such as 12/BC-VP.',
  },
  'report.numberUsed': {
    vi: 'Số {number} đã có ở một báo cáo khác ban hành năm {year}: hãy dùng số khác.',
    en: 'Another report published in {year} bears the number {number}: use another one.',
  },
  'report.ownWork': {
    vi: 'Người lập báo cáo không tự duyệt, ban hành: cần một người khác.',
    en: 'Who drew up or wrote a report or its template does not approve or publish it: somebody else has to.',
  },
  'report.province': {
    vi: 'Báo cáo Chủ tịch là của toàn tỉnh.',
    en: 'Reports to the chairman are those of the province.',
  },
  'report.scheduleChanged': {
    vi: 'Có người vừa sửa lịch này. Hãy xem lại rồi làm tiếp.',
    en: 'Somebody changed this schedule meanwhile. Look again, then go on.',
  },
  'report.scheduleDays': {
    vi: 'Báo cáo được lập từ 1 đến {most} ngày sau kỳ.',
    en: 'A report is drawn up 1 to {most} days after its period.',
  },
  'report.scheduleFailed': {
    vi: 'Lỗi hệ thống khi lập báo cáo; nhật ký máy chủ ghi rõ lỗi.',
    en: 'Something went wrong in the system; the log of the server says what.',
  },
  'report.sentence': { vi: 'Báo cáo không có câu này.', en: 'The report has no such sentence.' },
  'report.tableOften': {
    vi: 'Bảng {place} đứng nhiều nhất {most} lần trong báo cáo.',
    en: 'The table {place} stands {most} times in a report at the most.',
  },
  'report.tableInText': {
    vi: 'Bảng {place} phải đứng một mình trong câu.',
    en: 'The table {place} stands alone in its sentence.',
  },
  'report.unknownSchedule': { vi: 'Không có lịch này.', en: 'There is no such schedule.' },
  'report.unknownDelivery': { vi: 'Không có lần gửi báo cáo này.', en: 'There is no such delivery.' },
  'report.unknown': { vi: 'Không có báo cáo này.', en: 'There is no such report.' },
} as const;

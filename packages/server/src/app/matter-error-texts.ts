/** Texts of errors about guidance, measures and directions. */
export const MATTER_ERROR_TEXTS = {
  'direction.ahead': { vi: 'Ngày chỉ đạo không được ở tương lai.', en: 'The day of the direction is not one to come.' },
  'direction.beforeReport': {
    vi: 'Ngày chỉ đạo không được trước ngày báo cáo ({day}).',
    en: 'The direction is not of a day before the report ({day}).',
  },
  'direction.dueBefore': {
    vi: 'Hạn không được trước ngày chỉ đạo.',
    en: 'The deadline is not before the day of the direction.',
  },
  'direction.dueOfExtending': {
    vi: 'Chỉ đặt hạn mới khi gia hạn hoặc trả lại.',
    en: 'A deadline is set by extending or giving back alone.',
  },
  'direction.duePast': { vi: 'Hạn mới không được ở quá khứ.', en: 'The new deadline is not one of the past.' },
  'direction.noRow': { vi: 'Báo cáo không có dòng của đơn vị {code}.', en: 'The report has no row of unit {code}.' },
  'direction.noSentence': { vi: 'Báo cáo không có câu này.', en: 'The report has no such sentence.' },
  'direction.noUnits': { vi: 'Hãy chọn ít nhất một đơn vị thực hiện.', en: 'Name at least one unit.' },
  'direction.notLater': {
    vi: 'Hạn mới phải sau hạn hiện nay ({day}).',
    en: 'The new deadline is after the present one ({day}).',
  },
  'direction.notPublished': {
    vi: 'Chỉ nhập chỉ đạo đối với báo cáo đã ban hành.',
    en: 'Directions are entered on published reports.',
  },
  'direction.onePlace': {
    vi: 'Chỉ chọn một câu hoặc một dòng của báo cáo.',
    en: 'Name one sentence or one row of the report.',
  },
  'direction.quoteLong': {
    vi: 'Câu này dài hơn {most} ký tự: hãy chọn dòng của đơn vị, hoặc cả báo cáo.',
    en: 'The sentence has more than {most} characters: name a row, or the whole report.',
  },
  'direction.replaced': {
    vi: 'Báo cáo này đã được thay thế bằng báo cáo khác. Hãy chọn báo cáo thay thế, hoặc xác nhận vẫn chỉ đạo trên báo cáo này.',
    en: 'Another report was published in the place of this one. Name that one, or say that you know.',
  },
  'guidance.answerToAll': {
    vi: 'Câu trả lời trước đã gửi đến mọi nơi nhận: câu trả lời sửa lại cũng phải gửi đến mọi nơi nhận.',
    en: 'The answer before was told to all receivers: so is the one that replaces it.',
  },
  'guidance.datedAhead': {
    vi: 'Ngày văn bản không được ở tương lai.',
    en: 'The day of the document is not one to come.',
  },
  'guidance.dayPast': {
    vi: 'Hạn xác nhận không được ở quá khứ.',
    en: 'The day to take note by is not one of the past.',
  },
  'guidance.edition': {
    vi: 'Hướng dẫn vừa có bản mới. Hãy đọc bản mới rồi xác nhận.',
    en: 'There is another edition by now. Read it, then take note.',
  },
  'guidance.leadStays': {
    vi: 'Không đổi được đơn vị ban hành hướng dẫn.',
    en: 'The unit that gives the guidance stays.',
  },
  'guidance.manyQuestions': {
    vi: 'Đơn vị đang có {most} câu hỏi chưa được trả lời về hướng dẫn này. Hãy chờ trả lời rồi hỏi tiếp.',
    en: '{most} questions of the unit about this guidance wait for an answer already.',
  },
  'guidance.notBelow': {
    vi: '{lead} không ban hành hướng dẫn cho {unit} được: {unit} không trực thuộc. Hãy chọn đơn vị ban hành khác, hoặc bỏ nơi nhận này.',
    en: '{lead} gives no guidance to {unit}, which is not below it. Name another unit that gives it, or leave this receiver out.',
  },
  'guidance.notReceiver': { vi: 'Hướng dẫn không gửi đến đơn vị này.', en: 'The guidance was not sent to this unit.' },
  'guidance.noUnits': { vi: 'Hãy chọn ít nhất một đơn vị nhận.', en: 'Name at least one receiver.' },
  'guidance.withdrawn': { vi: 'Hướng dẫn đã thu hồi.', en: 'The guidance was withdrawn.' },
  'matter.changed': {
    vi: 'Có người vừa thay đổi ở đây. Hãy xem lại rồi làm tiếp.',
    en: 'Somebody changed something here meanwhile. Look again, then go on.',
  },
  'matter.ended': {
    vi: 'Đơn vị {code} đã sắp xếp lại: hãy chọn đơn vị kế thừa.',
    en: 'The unit {code} has ended: name the one that succeeded it.',
  },
  'matter.state': { vi: 'Ở trạng thái hiện nay không làm được việc này.', en: 'As it stands now this cannot be done.' },
  'matter.tooFar': {
    vi: 'Hạn không được sau ngày {day} (ba năm kể từ hôm nay).',
    en: 'A deadline is not after {day}, three years from today.',
  },
  'matter.tooOld': {
    vi: 'Ngày không được trước ngày {day} (hai mươi năm trước).',
    en: 'The day is not before {day}, twenty years ago.',
  },
  'matter.unknown': { vi: 'Không tìm thấy nội dung này.', en: 'There is no such thing.' },
  'measure.ahead': {
    vi: 'Kỳ sau phải đã bắt đầu.',
    en: 'The later period has begun.',
  },
  'measure.difficulty': {
    vi: 'Không có khó khăn, vướng mắc với số này.',
    en: 'There is no difficulty of this number.',
  },
  'measure.dueBefore': { vi: 'Hạn không được trước ngày bắt đầu.', en: 'The deadline is not before the first day.' },
  'measure.ended': {
    vi: 'Giải pháp đã kết thúc: muốn sửa, hãy làm tiếp trước.',
    en: 'The measure has ended: take it up again before it is changed.',
  },
  'measure.expected': { vi: 'Kết quả mong đợi từ 1 đến {most}.', en: 'The effect expected is 1 to {most}.' },
  'measure.misfit.BEGIN': {
    vi: 'Kỳ sau bắt đầu trước khi giải pháp bắt đầu, nên không cho biết kết quả của giải pháp.',
    en: 'The later period begins before the measure did, so that it tells nothing of it.',
  },
  'measure.misfit.LENGTH': {
    vi: 'Hai kỳ không cùng loại và không dài bằng nhau, nên không so sánh được.',
    en: 'The two periods are neither of one kind nor as long as each other, so that they are not compared.',
  },
  'measure.misfit.ORDER': {
    vi: 'Kỳ sau không nằm hẳn sau kỳ trước, nên không so sánh được.',
    en: 'The later period does not lie wholly after the earlier one, so that they are not compared.',
  },
  'measure.noOwner': {
    vi: 'Hãy ghi chức danh phụ trách, hoặc nhận phụ trách.',
    en: 'Name the post whose it is, or take it yourself.',
  },
  'measure.notBegun': {
    vi: 'Giải pháp chưa bắt đầu nên chưa có kết quả để đối chiếu. Hãy ghi ngày bắt đầu trước.',
    en: 'The measure has not begun, so that nothing came of it yet. Say first when it began.',
  },
  'measure.onlyBeginning': {
    vi: 'Chỉ ghi ngày bắt đầu khi giải pháp bắt đầu, hoặc hoàn thành mà trước đó chưa ghi bắt đầu.',
    en: 'The day of its beginning is told as it begins, or is done without having been said to have begun.',
  },
  'measure.beginAhead': {
    vi: 'Ngày bắt đầu không được ở tương lai.',
    en: 'The day of its beginning is not one to come.',
  },
  'measure.struck': { vi: 'Lần đối chiếu này đã bị gạch bỏ.', en: 'This judgement is struck out already.' },
  'measure.unknownJudgement': { vi: 'Giải pháp không có lần đối chiếu này.', en: 'The measure has no such judgement.' },
  'measure.ownerUnknown': {
    vi: 'Chỉ nhận phụ trách cho chính mình; người khác hãy ghi theo chức danh.',
    en: 'One takes a measure for oneself alone; others are named by their post.',
  },
  'measure.periods': {
    vi: 'Kỳ sau phải bắt đầu sau khi kỳ trước kết thúc.',
    en: 'The later period begins after the earlier one ends.',
  },
  'measure.unitStays': { vi: 'Không đổi được đơn vị của giải pháp.', en: 'The unit of a measure stays.' },
} as const;

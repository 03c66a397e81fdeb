/** Texts of errors about difficulties. */
export const DIFFICULTY_ERROR_TEXTS = {
  'difficulty.age': { vi: 'Số ngày phải từ 0 đến 36500.', en: 'A number of days from 0 to 36500.' },
  'difficulty.changed': {
    vi: 'Có người vừa làm một bước với khó khăn này. Hãy xem lại rồi làm tiếp.',
    en: 'Somebody took a step about this difficulty meanwhile. Look again, then go on.',
  },
  'difficulty.cycle': {
    vi: 'Khó khăn kia đang theo khó khăn này: không gộp ngược lại được.',
    en: 'The other one follows this one: it cannot be joined the other way round.',
  },
  'difficulty.ended': {
    vi: 'Đơn vị {code} đã sắp xếp lại: hãy chọn đơn vị kế thừa.',
    en: 'The unit {code} has ended: name the one that succeeded it.',
  },
  'difficulty.followed': {
    vi: 'Khó khăn của đơn vị khác đã gộp vào đây: chỉ đơn vị xử lý kết thúc được.',
    en: 'Difficulties of other units are joined to this one: only those who handle it end it.',
  },
  'difficulty.headClosed': {
    vi: 'Khó khăn kia đã kết thúc: hãy mở lại trước khi gộp vào.',
    en: 'The other one is closed: open it again before anything is joined to it.',
  },
  'difficulty.itself': {
    vi: 'Không gộp một khó khăn vào chính nó.',
    en: 'A difficulty is not joined to itself.',
  },
  'difficulty.joined': {
    vi: 'Khó khăn này đã gộp vào một khó khăn khác: hãy làm ở đó.',
    en: 'This one is joined to another one: do it there.',
  },
  'difficulty.many': {
    vi: 'Kỳ này có hơn {most} khó khăn: hãy chọn kỳ ngắn hơn.',
    en: 'There are more than {most} difficulties in this period: choose a shorter one.',
  },
  'difficulty.parted': { vi: 'Khó khăn này không gộp vào đâu cả.', en: 'This one is joined to none.' },
  'difficulty.source': {
    vi: 'Không có nguồn dữ liệu này trong phạm vi của tài khoản.',
    en: 'There is no such source within reach of the account.',
  },
  'difficulty.state': {
    vi: 'Ở trạng thái hiện nay không làm được việc này.',
    en: 'As it stands now this cannot be done.',
  },
  'difficulty.unknown': { vi: 'Không có khó khăn này.', en: 'There is no such difficulty.' },
} as const;

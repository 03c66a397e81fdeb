/** Texts of errors about forecasts and rankings. */
export const MONITORING_ERROR_TEXTS = {
  'forecast.ahead': {
    vi: 'Lúc này chưa biết gì của ngày ấy: chỉ tính được đến {known}.',
    en: 'Nothing is known of that day yet: {known} is the last that can be asked for.',
  },
  'forecast.day': { vi: 'Ngày phải nằm trong năm {year}.', en: 'The day has to lie in the year {year}.' },
  'forecast.noMonths': {
    vi: 'Chỉ tiêu {code} chỉ được tính vào ngày cuối kỳ, nên không dự báo theo tháng được.',
    en: 'The indicator {code} is counted on the last day of a period only: it has no months to forecast.',
  },
  'forecast.notBegun': { vi: 'Năm {year} chưa bắt đầu.', en: 'The year {year} has not begun.' },
  'forecast.year': { vi: 'Năm phải từ 1900 đến 9998.', en: 'A year lies between 1900 and 9998.' },
  'index.changed': {
    vi: 'Có người vừa lưu bộ chỉ số này. Hãy xem bản mới rồi sửa lại.',
    en: 'Somebody saved this index set meanwhile. Look at the new version and change it again.',
  },
  'index.code': {
    vi: 'Mã gồm 2 đến 30 chữ in hoa, chữ số và dấu gạch dưới, bắt đầu bằng chữ.',
    en: 'A code has 2 to 30 capitals, digits and underlines, and begins with a letter.',
  },
  'index.evidence': {
    vi: 'Cần nêu minh chứng, không quá {most} ký tự.',
    en: 'What shows it is needed, at most {most} characters.',
  },
  'index.fault.DIVIDED_BY_NOUGHT': {
    vi: 'Công thức chia cho 0: không đơn vị nào có điểm.',
    en: 'The formula divides by 0: no unit would have points.',
  },
  'index.fault.EMPTY': { vi: 'Chưa điền.', en: 'It is empty.' },
  'index.fault.INDICATOR': { vi: 'Không có chỉ tiêu “{found}”.', en: 'There is no indicator “{found}”.' },
  'index.fault.LONG': { vi: 'Dài quá.', en: 'It is too long.' },
  'index.fault.MANY': { vi: 'Không quá {found}.', en: 'No more than {found}.' },
  'index.fault.MAXIMUM': {
    vi: 'Điểm tối đa phải là số lớn hơn 0, ví dụ 2 hay 0,5.',
    en: 'The most points are a number above 0, as 2 or 0.5.',
  },
  'index.fault.NAME': {
    vi: '“{found}” không dùng làm tên được: bắt đầu bằng chữ, không quá 20 chữ và số, không phải min hay max.',
    en: '“{found}” cannot be a name: it begins with a letter, has 20 letters and digits at most, and is neither min nor max.',
  },
  'index.fault.TOO_FEW': {
    vi: 'min và max cần ít nhất hai số, cách nhau bằng dấu chấm phẩy: min(2; 3).',
    en: 'min and max need two numbers at least, set apart with a semicolon: min(2; 3).',
  },
  'index.fault.TOO_LONG': { vi: 'Công thức quá dài.', en: 'The formula is too long.' },
  'index.fault.TWICE': { vi: '“{found}” có hai lần.', en: '“{found}” is there twice.' },
  'index.fault.CUT': {
    vi: 'Công thức chưa hết: còn thiếu phần cuối.',
    en: 'The formula is not finished: its end is missing.',
  },
  'index.fault.UNEXPECTED': {
    vi: 'Công thức không đọc được ở “{found}”.',
    en: 'The formula cannot be read at “{found}”.',
  },
  'index.fault.UNKNOWN_CHARACTER': {
    vi: 'Công thức không hiểu “{found}”. Trong min và max hãy cách các số bằng dấu chấm phẩy.',
    en: 'The formula does not know “{found}”. Within min and max, set numbers apart with a semicolon.',
  },
  'index.fault.UNKNOWN_FUNCTION': {
    vi: 'Chỉ có min và max, không có “{found}”.',
    en: 'There are min and max alone, and no “{found}”.',
  },
  'index.fault.UNKNOWN_INPUT': { vi: 'Không có đầu vào “{found}”.', en: 'There is no input “{found}”.' },
  'index.notTyped': {
    vi: 'Đầu vào “{input}” không phải số nhập tay.',
    en: 'The input “{input}” is not one that is given.',
  },
  'index.twice': { vi: 'Đơn vị có hai số cho cùng một đầu vào.', en: 'The unit has two numbers for one input.' },
  'index.unknown': { vi: 'Không có bộ chỉ số {code}.', en: 'There is no index set {code}.' },
  'index.value': {
    vi: 'Hãy nhập một số không âm, không quá 6 chữ số thập phân.',
    en: 'A number that is not below 0, with six decimals at most.',
  },
  'index.values': { vi: 'Mỗi lần từ 1 đến {most} số.', en: 'From 1 to {most} numbers at a time.' },
  'publicPage.fixed': {
    vi: 'Trang công khai do nơi cài đặt hệ thống quyết định (PUBLIC_PAGE): không bật, tắt được tại đây.',
    en: 'The installation decides about the public page (PUBLIC_PAGE): it cannot be switched here.',
  },
  'ranking.minimum': {
    vi: 'Số hồ sơ tối thiểu phải từ 1 đến {most}.',
    en: 'The least number of dossiers lies between 1 and {most}.',
  },
} as const;

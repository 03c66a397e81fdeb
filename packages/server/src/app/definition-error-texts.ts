import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about indicators and their definitions (error-texts.ts). */
export const DEFINITION_ERROR_TEXTS = {
  'definition.channel': text('Hãy chọn kênh của tử số.', 'Choose the channel of the numerator.'),
  'definition.code': text(
    'Mã gồm 3 đến 50 chữ in hoa, chữ số và dấu gạch dưới, bắt đầu bằng chữ.',
    'A code has 3 to 50 capitals, digits and underlines, and begins with a letter.',
  ),
  'definition.every': text(
    'Mỗi lần thử xem 1 trên nhiều nhất {most} hồ sơ.',
    'One of at most {most} dossiers is looked at.',
  ),
  'definition.exists': text('Đã có chỉ tiêu mang mã {code}.', 'There is an indicator with the code {code}.'),
  'definition.levels': text('Hãy chọn ít nhất một mức độ của danh mục.', 'Choose at least one level of the list.'),
  'definition.list': text('Chỉ tiêu đếm dịch vụ cần một danh mục.', 'An indicator that counts services needs a list.'),
  'definition.long': text('Không được dài quá {most} ký tự.', 'At most {most} characters.'),
  'definition.moved': text(
    'Định nghĩa này vừa được sửa hoặc không còn ở trạng thái đó: hãy xem lại.',
    'This definition was changed meanwhile, or is no longer in that state: look again.',
  ),
  'definition.name': text('Hãy đặt tên cho chỉ tiêu.', 'Give the indicator a name.'),
  'definition.open': text(
    'Chỉ tiêu {code} đang có một định nghĩa chưa được đưa vào dùng: hãy dùng hoặc hủy định nghĩa đó trước.',
    'The indicator {code} has a definition that is not in use yet: switch it on or call it off first.',
  ),
  'definition.openElsewhere': text(
    'Có người vừa soạn một định nghĩa của chỉ tiêu này.',
    'Somebody began a definition of this indicator meanwhile.',
  ),
  'definition.otherKind': text(
    'Mọi định nghĩa của một chỉ tiêu phải đếm cùng một thứ: hãy lập một chỉ tiêu khác.',
    'All definitions of an indicator count the same thing: make another indicator.',
  ),
  'definition.reason': text('Hãy ghi lý do.', 'Say why.'),
  'definition.statuses': text('Trạng thái là các số từ 1 đến 10.', 'Statuses are numbers from 1 to 10.'),
  'definition.taken': text(
    'Có người vừa lập chỉ tiêu mang mã này.',
    'Somebody made an indicator with this code meanwhile.',
  ),
  'definition.tiers': text('Hãy chọn ít nhất một cấp.', 'Choose at least one tier.'),
  'definition.unknown': text('Không có định nghĩa này.', 'There is no such definition.'),
  'indicator.notAdditive': text(
    'Chỉ tiêu {code} đếm dịch vụ, mỗi dịch vụ một lần: không cộng dồn theo đơn vị hay theo tháng được, nên không dùng ở đây.',
    'The indicator {code} counts services, each of them once: it cannot be added up over units or months, so it has no place here.',
  ),
  'indicator.notDossiers': text(
    'Chỉ tiêu {code} đếm dịch vụ, không đếm hồ sơ: hãy xem các dịch vụ phía sau con số.',
    'The indicator {code} counts services and not dossiers: look at the services behind the figure.',
  ),
  'indicator.notServices': text(
    'Chỉ tiêu {code} đếm hồ sơ, không đếm dịch vụ.',
    'The indicator {code} counts dossiers and not services.',
  ),
  'indicator.notYet': text(
    'Tại thời điểm đó chỉ tiêu {code} chưa được dùng.',
    'At that instant the indicator {code} was not in use yet.',
  ),
} as const satisfies Record<string, Record<Locale, string>>;

import type { Locale } from './locale.ts';

function text(vi: string, en: string): Record<Locale, string> {
  return { vi, en };
}

/** Texts of errors about procedures, their being in force, and steps of the catalogue (error-texts.ts). */
export const CATALOGUE_ERROR_TEXTS = {
  'filter.backwards': text('Ngày cuối kỳ trước ngày đầu kỳ.', 'The period ends before it begins.'),
  'filter.large': text(
    'Bộ lọc quá lớn: nhiều nhất {most} điều kiện, lồng nhau tám lớp.',
    'The filter is too large: at most {most} conditions, eight deep.',
  ),
  'filter.least': text('Số hồ sơ ít nhất phải từ 1.', 'At least 1 dossier.'),
  'filter.states': text('Cần ít nhất một trạng thái hiệu lực.', 'At least one state is needed.'),
  'force.alreadyInForce': text(
    'Ngày {day} thủ tục {code} đã có hiệu lực.',
    'On {day} procedure {code} is in force already.',
  ),
  'force.inForceLater': text(
    'Thủ tục {code} đã có hiệu lực từ một ngày sau {day}: hãy sửa thời gian hiệu lực thay vì ban hành lại.',
    'Procedure {code} is in force from a day after {day}: correct the period instead of enforcing it again.',
  ),
  'force.locator': text('Số trang, phụ lục dài quá {most} ký tự.', 'A page or annex has at most {most} characters.'),
  'force.notInForce': text(
    'Ngày {day} thủ tục {code} không có hiệu lực.',
    'On {day} procedure {code} is not in force.',
  ),
  'force.replacedBy': text(
    'Cần nêu mã thủ tục thay thế, khác với thủ tục này.',
    'The replacing procedure is needed, another one than this.',
  ),
  'force.stated': text('STATED không phải nội dung của một quyết định.', 'STATED is nothing that a decision says.'),
  'force.upsetsLater': text(
    'Thủ tục {code}: thay đổi hiệu lực từ {day} không còn đúng nếu nhập dòng này.',
    'Procedure {code}: what holds from {day} makes no sense any more with this line.',
  ),
  'procedure.code': text('{code} không phải mã thủ tục quốc gia.', '{code} is not a national procedure code.'),
  'procedure.copies': text('Số bản từ 0 đến 999.', 'From 0 to 999 copies.'),
  'procedure.days': text(
    'Thời hạn giải quyết là số ngày làm việc, có thể lẻ nửa ngày: 0,5; 1; 1,5…',
    'Days are working days, in halves: 0.5, 1, 1.5…',
  ),
  'procedure.document': text('Thành phần hồ sơ phải có tên.', 'A document needs a name.'),
  'procedure.fieldLong': text('Lĩnh vực dài quá {most} ký tự.', 'A field has at most {most} characters.'),
  'procedure.file': text('Không phải một tệp đã tải lên.', 'This is no file that was uploaded.'),
  'procedure.inForceBackwards': text('Ngày hết hiệu lực trước ngày có hiệu lực.', 'It ends before it begins.'),
  'procedure.link': text('Liên kết phải là địa chỉ http hoặc https.', 'A link is an http or https address.'),
  'procedure.name': text('Tên thủ tục không được để trống.', 'A procedure needs a name.'),
  'procedure.nameLong': text('Tên thủ tục dài quá {most} ký tự.', 'A name has at most {most} characters.'),
  'procedure.text': text('Có ký tự không lưu được.', 'There is a character that cannot be stored.'),
  'procedure.textLong': text('Dài quá {most} ký tự.', 'At most {most} characters.'),
  'procedure.twice': text('Mã {code} có hai lần.', 'Code {code} stands twice.'),
  'procedure.unknown': text('Không có thủ tục {code}.', 'There is no procedure {code}.'),
  'procedure.noVersion': text(
    'Thủ tục {code} không có phiên bản {version}.',
    'Procedure {code} has no version {version}.',
  ),
  'procedure.version': text(
    'Có người đã sửa thủ tục này trước: phiên bản hiện tại là {version}.',
    'Somebody changed this procedure before: the current version is {version}.',
  ),
  'step.dossiers': text(
    'Không hoàn tác được: đã có {count} hồ sơ của thủ tục {code}.',
    'This cannot be undone: there are {count} dossiers of procedure {code}.',
  ),
  'step.later': text(
    'Không hoàn tác được: có bước sau đã sửa {codes}. Hãy hoàn tác bước sau trước.',
    'This cannot be undone: a later step changed {codes}. Undo the later one first.',
  ),
  'step.listed': text(
    'Không hoàn tác được: thủ tục {code} đang được một danh mục hoặc quyết định nêu tên.',
    'This cannot be undone: a list or decision names procedure {code}.',
  ),
  'step.undone': text('Bước này đã được hoàn tác.', 'This step is undone already.'),
  'step.unknown': text('Không có bước này.', 'There is no such step.'),
} as const satisfies Record<string, Record<Locale, string>>;

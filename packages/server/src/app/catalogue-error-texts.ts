import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about procedures, their being in force, and steps of the catalogue (error-texts.ts). */
export const CATALOGUE_ERROR_TEXTS = {
  'draft.unknown': text('Không có bản nháp của thủ tục {code}.', 'There is no draft of procedure {code}.'),
  'draft.version': text(
    'Có người đã sửa bản nháp này trước: lần lưu hiện tại là {version}.',
    'Somebody changed this draft before: its current version is {version}.',
  ),
  'bulk.changed': text(
    'Có người vừa sửa {count} thủ tục trong số đã chọn: {codes}. Hãy xem lại rồi thực hiện lại.',
    'Somebody just changed {count} of the selected procedures: {codes}. Look again, then do it again.',
  ),
  'bulk.count': text(
    'Bây giờ có {count} thủ tục được chọn, không phải {expected}.',
    'Now {count} procedures are selected, not {expected}.',
  ),
  'bulk.nothing': text('Chưa nêu thay đổi nào.', 'No change is named.'),
  'bulk.selection': text(
    'Cần chọn thủ tục: theo mã, hoặc theo bộ lọc.',
    'A selection is needed: by codes, or by a filter.',
  ),
  'bulk.tierTwice': text('Một cấp vừa được thêm vừa bị bớt.', 'A tier is both added and removed.'),
  'bulk.token': text(
    'Bản xem trước không khớp với thay đổi này. Hãy xem trước lại.',
    'The preview is not of these changes. Look at them again.',
  ),
  'bulk.tooMany': text('Mỗi lần sửa nhiều nhất {most} thủ tục.', 'At most {most} procedures are changed at a time.'),
  'bulk.unseen': text(
    'Cần xem trước, hoặc nêu số thủ tục dự kiến.',
    'A preview is needed, or the number of procedures that is expected.',
  ),
  'export.columns': text('Không có cột này. Các cột: {known}.', 'There is no such column. Columns: {known}.'),
  'export.filter': text('Không đọc được bộ lọc.', 'The filter cannot be read.'),
  'export.query': text('Không có tham số này.', 'There is no such parameter.'),
  'export.sort': text('Không xếp theo cột này được. Các cột: {known}.', 'Sort by one of: {known}.'),
  'feed.ahead': text(
    'Con trỏ này của một trạng thái mới hơn: dữ liệu ở đây đã được khôi phục từ bản sao lưu. Hãy sao chép lại từ đầu.',
    'This cursor is of a later state: what is here was restored from a backup. Copy again from the start.',
  ),
  'feed.cursor': text('Đây không phải con trỏ của luồng thay đổi.', 'This is no cursor of the change feed.'),
  'feed.elsewhere': text(
    'Con trỏ này của một cơ sở dữ liệu khác. Hãy sao chép lại từ đầu.',
    'This cursor is of another database. Copy again from the start.',
  ),
  'feed.size': text('Mỗi trang từ 1 đến {most} thay đổi.', 'A page has 1 to {most} changes.'),
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
  'procedure.backwards': text(
    'Thủ tục {code} hết hiệu lực {to} trước ngày có hiệu lực {from}: hãy nêu cả hai ngày.',
    'Procedure {code} would end ({to}) before it begins ({from}): tell both days.',
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
  'procedure.known': text(
    'Mã {code} đã có trong danh mục với tên “{name}”. Hãy sửa mã, hoặc bỏ tên mới để dùng thủ tục đã có.',
    'Code {code} is in the catalogue already as “{name}”. Mend the code, or leave the new name out to use that procedure.',
  ),
  'procedure.name': text('Tên thủ tục không được để trống.', 'A procedure needs a name.'),
  'procedure.nameLong': text('Tên thủ tục dài quá {most} ký tự.', 'A name has at most {most} characters.'),
  'procedure.text': text('Có ký tự không lưu được.', 'There is a character that cannot be stored.'),
  'procedure.textLong': text('Dài quá {most} ký tự.', 'At most {most} characters.'),
  'procedure.twice': text('Mã {code} có hai lần.', 'Code {code} stands twice.'),
  'procedure.unannounced': text(
    'Không có thủ tục {code}. Hãy sửa mã; nếu quyết định công bố thủ tục mới này thì cho biết tên của nó.',
    'There is no procedure {code}. Mend the code; where the decision announces it as a new one, give its name.',
  ),
  'procedure.unknown': text('Không có thủ tục {code}.', 'There is no procedure {code}.'),
  'procedure.noVersion': text(
    'Thủ tục {code} không có phiên bản {version}.',
    'Procedure {code} has no version {version}.',
  ),
  'procedure.version': text(
    'Có người đã sửa thủ tục này trước: phiên bản hiện tại là {version}.',
    'Somebody changed this procedure before: the current version is {version}.',
  ),
  'step.decision': text(
    'Không hoàn tác được: sau bước này ngày của quyết định {number} lại đổi, hoặc có dòng nhập thêm theo ngày {day}. Hãy hoàn tác các bước sau trước, hoặc sửa lại ngày ở chính quyết định.',
    'This cannot be undone: since then the days of decision {number} changed again, or lines were entered by its day, {day}. Undo the later steps first, or mend the day in the decision itself.',
  ),
  'step.dossiers': text(
    'Không hoàn tác được: đã có {count} hồ sơ của thủ tục {code}.',
    'This cannot be undone: there are {count} dossiers of procedure {code}.',
  ),
  'step.draft': text(
    'Thủ tục {code} đang có một bản nháp khác: hãy ban hành hoặc bỏ bản nháp đó trước khi hoàn tác.',
    'There is another draft of procedure {code} now: publish or drop it before you undo this.',
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
  'view.many': text('Mỗi người lưu nhiều nhất {most} khung nhìn.', 'At most {most} views are kept by one person.'),
  'view.name': text('Tên khung nhìn từ 1 đến {most} ký tự.', 'A view has a name of 1 to {most} characters.'),
  'view.others': text('Khung nhìn này của người khác.', 'This view is somebody else’s.'),
  'view.place': text('Nơi này không lưu khung nhìn.', 'No views are kept there.'),
  'view.state': text(
    'Trạng thái là phần sau dấu hỏi của địa chỉ, nhiều nhất {most} ký tự.',
    'The state is what stands in an address after the question mark, at most {most} characters.',
  ),
  'view.twice': text('Bạn đã có khung nhìn tên {name}.', 'You have a view called {name} already.'),
  'view.unknown': text('Không có khung nhìn này.', 'There is no such view.'),
} as const satisfies Record<string, Record<Locale, string>>;

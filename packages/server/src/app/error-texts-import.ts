import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** What is said of files that cannot be read, and of imports of the catalogue. */
export const IMPORT_ERROR_TEXTS = {
  'import.cellLong': text('Ô dài quá {most} ký tự.', 'A cell has at most {most} characters.'),
  'import.citizen': text(
    'Nội dung giống số điện thoại hoặc số giấy tờ của công dân: danh mục thủ tục không giữ số này.',
    'This looks like the number of a telephone or identity card: the catalogue keeps none.',
  ),
  'import.closed': text(
    'Lần nhập này đã kết thúc, không sửa được nữa.',
    'This import is over and cannot be changed any more.',
  ),
  'import.column': text('Không có cột này.', 'There is no such column.'),
  'import.columnTwice': text(
    'Mỗi trường chỉ lấy từ một cột, mỗi cột chỉ vào một trường.',
    'Each field is taken from one column, each column for one field.',
  ),
  'import.columnsNeeded': text('Cần chọn cột mã và cột tên.', 'Choose the columns of the code and the name.'),
  'import.encoding': text(
    '"encoding" chỉ nhận utf-8 hoặc windows-1258: không lưu gì cả.',
    '"encoding" is utf-8 or windows-1258: nothing was stored.',
  ),
  'import.header': text('Dòng tiêu đề không hợp lệ.', 'There is no header in these rows.'),
  'import.lostRace': text(
    'Có người đã sửa {count} thủ tục sau khi xem trước: không lưu gì cả, hãy xem trước lại.',
    'Somebody changed {count} of these procedures since the import was tried: nothing was stored, try it again.',
  ),
  'import.lostRow': text(
    'Thủ tục {code} đã có phiên bản {version}.',
    'Procedure {code} is at version {version} meanwhile.',
  ),
  'import.noColumn': text('Trường này không có cột trong tệp.', 'No column was matched with this field.'),
  'import.notMapped': text('Cần khớp các cột trước.', 'Match the columns first.'),
  'import.notTaken': text('Lần nhập này chưa ghi gì vào danh mục.', 'This import has taken nothing in.'),
  'import.row': text('Có dòng không thuộc bảng này.', 'There is a row that is none of this table.'),
  'import.table': text('Tệp không có trang tính này.', 'There is no such sheet in the file.'),
  'import.unknown': text('Không có lần nhập {id}.', 'There is no import {id}.'),
  'import.version': text(
    'Lần nhập đã được sửa ở nơi khác (phiên bản {version}): hãy xem lại.',
    'This import was changed elsewhere (version {version}): look at it again.',
  ),
  'sheet.columns': text(
    'Bảng có hơn {columns} cột: hãy bỏ các cột thừa. Không lưu gì cả.',
    'The table has more than {columns} columns: take away what is not needed. Nothing was stored.',
  ),
  'sheet.corrupt': text(
    'Tệp bị hỏng hoặc chưa tải lên trọn vẹn: hãy mở bằng Excel, lưu lại rồi gửi lại. Không lưu gì cả.',
    'The file is broken or did not come whole: open it in a spreadsheet, save it and send it again. Nothing was stored.',
  ),
  'sheet.encoding': text(
    'Không rõ bảng mã của tệp: hãy lưu thành CSV UTF-8 hoặc .xlsx, hoặc chọn bảng mã Windows-1258. Không lưu gì cả.',
    'It is not clear how the letters of this file are written: save it as CSV UTF-8 or .xlsx, or choose Windows-1258. Nothing was stored.',
  ),
  'sheet.noKey': text(
    'Không trang tính nào có cột {column}: không lưu gì cả.',
    'No sheet has a column {column}: nothing was stored.',
  ),
  'sheet.noRows': text('Tệp không có dòng nào: không lưu gì cả.', 'There is no row in this file: nothing was stored.'),
  'sheet.notTable': text(
    'Tệp không phải bảng: kiểm tra dấu ngoặc kép và dấu phân cách. Không lưu gì cả.',
    'This file is no table: look at its quotes and separators. Nothing was stored.',
  ),
  'sheet.oldFormat': text(
    'Tệp .xls đời cũ: hãy mở bằng Excel và lưu thành .xlsx. Không lưu gì cả.',
    'This is a workbook of the old form (.xls): open it in a spreadsheet and save it as .xlsx. Nothing was stored.',
  ),
  'sheet.otherFormat': text(
    'Chỉ nhận .xlsx, .csv hoặc kết quả JSON của cơ sở dữ liệu quốc gia: không lưu gì cả.',
    'Send .xlsx, .csv or a JSON reply of the national database: nothing was stored.',
  ),
  'sheet.password': text(
    'Tệp có mật khẩu: hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi gửi lại. Không lưu gì cả.',
    'The file has a password: take it off (File › Info › Protect) and send it again. Nothing was stored.',
  ),
  'sheet.webPage': text(
    'Đây là trang web hoặc XML mang tên bảng tính: hãy mở bằng Excel và lưu thành .xlsx. Không lưu gì cả.',
    'This is a page or XML that calls itself a workbook: open it in a spreadsheet and save it as .xlsx. Nothing was stored.',
  ),
  'source.busy': text(
    'Đang lấy dữ liệu từ một nguồn: hãy chờ cho xong.',
    'A source is being read: wait until it is done.',
  ),
  'source.empty': text('Không được để trống.', 'This must not be empty.'),
  'source.every': text('Chu kỳ từ {least} phút đến 31 ngày.', 'From {least} minutes to 31 days.'),
  'source.long': text('Dài quá {most} ký tự.', 'At most {most} characters.'),
  'source.secretAgain': text(
    'Địa chỉ mới cần nhập lại mật khẩu: mật khẩu cũ không gửi sang nơi khác.',
    'Another address needs the password again: the old one is not sent elsewhere.',
  ),
  'source.unknown': text('Không có nguồn này.', 'There is no such source.'),
  'source.url': text('Cần địa chỉ http:// hoặc https://.', 'An address with http:// or https:// is needed.'),
  'source.urlSecret': text(
    'Không để tên hay mật khẩu trong địa chỉ: dùng các ô riêng.',
    'No name or password belongs into the address: they have fields of their own.',
  ),
  'source.version': text(
    'Nguồn này đã được sửa ở nơi khác (phiên bản {version}): hãy xem lại.',
    'This source was changed elsewhere (version {version}): look at it again.',
  ),
} as const satisfies Record<string, Record<Locale, string>>;

/** Texts of errors about the papers of plans, their templates and scans. */
export const PAPER_ERROR_TEXTS = {
  'scan.notIssued': {
    vi: 'Chỉ đính kèm được bản quét khi bản giao đã ban hành bằng một quyết định.',
    en: 'A scan is attached once the plan is issued by a decision.',
  },
  'scan.type': { vi: 'Bản quét là tệp PDF hoặc ảnh PNG, JPEG.', en: 'A scan is a PDF, or a picture in PNG or JPEG.' },
  'template.braces': {
    vi: 'Dấu ngoặc nhọn không khép kín: chỗ điền được viết như {{year}}.',
    en: 'The braces do not close: a named place is written like {{year}}.',
  },
  'template.empty': { vi: 'Phần này không được để trống.', en: 'This part must not be empty.' },
  'template.long': { vi: 'Không được dài quá {most} ký tự.', en: 'At most {most} characters.' },
  'template.many': { vi: 'Không được quá {most} mục.', en: 'At most {most} entries.' },
  'template.noVersion': {
    vi: 'Không có phiên bản {version} của mẫu này.',
    en: 'There is no version {version} of this template.',
  },
  'template.place': {
    vi: 'Không có chỗ điền nào tên là «{place}».',
    en: 'There is no place named “{place}”.',
  },
  'template.version': {
    vi: 'Có người vừa lưu mẫu này (phiên bản {version}): hãy xem lại.',
    en: 'Somebody saved these words meanwhile (version {version}): look again.',
  },
  'template.whole': {
    vi: 'Toàn bộ mẫu không được dài quá {most} ký tự.',
    en: 'At most {most} characters in all words together.',
  },
} as const;

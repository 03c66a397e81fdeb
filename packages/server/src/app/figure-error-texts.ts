/** Texts of errors about figures that are cited, closed periods and explanations. */
export const FIGURE_ERROR_TEXTS = {
  'change.backwards': {
    vi: 'Mốc «biết đến» của kỳ sau không được sớm hơn của kỳ trước.',
    en: 'The second period must not be known earlier than the first one.',
  },
  'figure.before': { vi: 'Khi đó hệ thống chưa có dữ liệu gì.', en: 'Nothing was known yet then.' },
  'figure.cause': {
    vi: 'Chỉ liệt kê được hồ sơ đến sau và hồ sơ được sửa.',
    en: 'Only dossiers that came later, or were corrected, can be listed.',
  },
  'figure.unknown': { vi: 'Không có số liệu nào mang mã {reference}.', en: 'No figure has the reference {reference}.' },
  'period.closed': { vi: 'Kỳ này đã được chốt.', en: 'This period is closed already.' },
  'period.noUnits': { vi: 'Kỳ này không có đơn vị nào.', en: 'There is no unit in this period.' },
  'period.notOver': {
    vi: 'Chỉ chốt được kỳ đã qua: kỳ này đến hết ngày {to}.',
    en: 'A period is closed when it is over: this one lasts until {to}.',
  },
  'period.reason': {
    vi: 'Cần nêu lý do, không quá {most} ký tự.',
    en: 'A reason is needed, at most {most} characters.',
  },
  'period.reopened': { vi: 'Kỳ này đã được mở lại.', en: 'This period was reopened already.' },
  'period.unknown': { vi: 'Không có kỳ số liệu này.', en: 'There is no such closed period.' },
  'period.years': {
    vi: 'Kỳ phải trong khoảng từ năm {first} đến năm {last}.',
    en: 'Periods lie between the years {first} and {last}.',
  },
} as const;

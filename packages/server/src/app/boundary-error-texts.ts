/** What is wrong with a drawing of the province. */
export const BOUNDARY_ERROR_TEXTS = {
  'boundary.long': {
    vi: 'Bản đồ vẽ quá chi tiết: tối đa {most} ký tự.',
    en: 'The drawing is too detailed: {most} characters at most.',
  },
  'boundary.name': { vi: 'Tên tệp từ 1 đến {most} ký tự.', en: 'A file has a name of 1 to {most} characters.' },
  'boundary.none': { vi: 'Không vẽ đơn vị nào.', en: 'No unit is drawn.' },
  'boundary.path': { vi: 'Đường vẽ của đơn vị {unit} không đúng.', en: 'The outline of unit {unit} is none.' },
  'boundary.size': { vi: 'Kích thước từ 1 đến {most}.', en: 'A size is 1 to {most}.' },
  'boundary.twice': { vi: 'Đơn vị {unit} có hai hình.', en: 'Unit {unit} is drawn twice.' },
} as const;

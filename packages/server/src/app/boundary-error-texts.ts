/** What is wrong with a drawing of the province. */
export const BOUNDARY_ERROR_TEXTS = {
  'boundary.changed': {
    vi: 'Bản đồ vừa được người khác thay: hãy xem lại rồi làm tiếp.',
    en: 'Somebody put another drawing there meanwhile. Look again, then go on.',
  },
  'boundary.long': {
    vi: 'Bản đồ vẽ quá chi tiết: tối đa {most} ký tự.',
    en: 'The drawing is too detailed: {most} characters at most.',
  },
  'boundary.none': { vi: 'Không vẽ đơn vị nào.', en: 'No unit is drawn.' },
  'boundary.path': {
    vi: 'Đường vẽ của đơn vị {unit} không đúng, hoặc ra ngoài bản đồ.',
    en: 'The outline of unit {unit} is none, or leaves the drawing.',
  },
  'boundary.size': { vi: 'Kích thước từ 1 đến {most}.', en: 'A size is 1 to {most}.' },
  'boundary.twice': { vi: 'Đơn vị {unit} có hai hình.', en: 'Unit {unit} is drawn twice.' },
} as const;

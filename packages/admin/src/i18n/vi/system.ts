export const system = {
  'system.accounts': 'Tài khoản',
  'system.audit': 'Nhật ký',
  'system.backups': 'Sao lưu',
  'system.closed': 'Mục này cần quyền mà tài khoản của bạn chưa có',
  'system.closedBody': 'Mục này dành cho người được giao việc đó. Hãy hỏi người quản trị nếu bạn cần.',
  'system.delegation': 'Ủy quyền',
  'system.grants': 'Quyền',
  'system.health': 'Tình trạng',
  'system.parts': 'Các phần của Hệ thống',
  'system.sources': 'Nguồn dữ liệu',
  'system.title': 'Hệ thống',
  'system.tokens': 'Mã truy cập',
} as const;

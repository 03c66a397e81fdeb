export const roles = {
  'roles.ADMINISTRATOR': 'Quản trị',
  'roles.ADMINISTRATOR.body':
    'Làm được mọi việc ở đơn vị và cấp dưới: quản lý tài khoản, mã truy cập; ở cấp tỉnh còn vận hành hệ thống.',
  'roles.APPROVER': 'Người duyệt',
  'roles.APPROVER.body':
    'Duyệt, trả lại và ban hành bản giao chỉ tiêu; ở cấp tỉnh còn duyệt báo cáo, nhập và xác nhận chỉ đạo.',
  'roles.AUDITOR': 'Kiểm toán, tra cứu',
  'roles.AUDITOR.body': 'Xem hồ sơ, biên nhận, bản giao, tài khoản và nhật ký; không sửa gì, không tiến hành kiểm tra.',
  'roles.CATALOGUE_EDITOR': 'Biên tập danh mục',
  'roles.CATALOGUE_EDITOR.body':
    'Sửa thủ tục, danh mục dịch vụ công và tên gọi khác của đơn vị. Chỉ cấp được ở cấp tỉnh.',
  'roles.CLERK': 'Cán bộ một cửa',
  'roles.CLERK.body':
    'Nhập hồ sơ, sửa dòng lỗi; xác nhận hướng dẫn, trả lời đôn đốc, ghi giải pháp, trả lời chỉ đạo của đơn vị mình.',
  'roles.INTEGRATION': 'Kết nối',
  'roles.INTEGRATION.body': 'Chỉ gửi hồ sơ vào cho đơn vị; dành cho chương trình, không xem được gì thêm.',
  'roles.MONITOR': 'Theo dõi',
  'roles.MONITOR.body':
    'Xem hồ sơ, biên nhận, dòng lỗi; đôn đốc, kiểm tra, gửi hướng dẫn cho cấp dưới, theo dõi hệ thống kết nối; trả lời đôn đốc gửi đơn vị mình; ở cấp tỉnh còn xác nhận chỉ đạo, khai báo hệ thống.',
  'roles.PLANNER': 'Lập kế hoạch',
  'roles.PLANNER.body': 'Lập và sửa dự thảo giao chỉ tiêu, xem hồ sơ.',
  'roles.VIEWER': 'Người xem',
  'roles.VIEWER.body': 'Xem hồ sơ đứng sau các con số của đơn vị.',
  'roles.atProvince': 'Chỉ cấp được khi chọn đơn vị là tỉnh: {roles}.',
} as const;

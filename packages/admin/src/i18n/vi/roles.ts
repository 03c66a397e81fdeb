export const roles = {
  'roles.ADMINISTRATOR': 'Quản trị',
  'roles.ADMINISTRATOR.body':
    'Làm được mọi việc ở đơn vị và cấp dưới: quản lý tài khoản, mã truy cập; ở cấp tỉnh còn vận hành hệ thống.',
  'roles.APPROVER': 'Người duyệt',
  'roles.APPROVER.body': 'Duyệt, trả lại và ban hành các bản giao chỉ tiêu; xem hồ sơ.',
  'roles.AUDITOR': 'Kiểm tra',
  'roles.AUDITOR.body': 'Xem hồ sơ, biên nhận, bản giao, tài khoản và nhật ký; không sửa gì.',
  'roles.CATALOGUE_EDITOR': 'Biên tập danh mục',
  'roles.CATALOGUE_EDITOR.body':
    'Sửa thủ tục, danh mục dịch vụ công và tên gọi khác của đơn vị. Chỉ cấp được ở cấp tỉnh.',
  'roles.CLERK': 'Cán bộ một cửa',
  'roles.CLERK.body': 'Nhập hồ sơ, xem biên nhận và sửa dòng lỗi của đơn vị mình.',
  'roles.INTEGRATION': 'Kết nối',
  'roles.INTEGRATION.body': 'Chỉ gửi hồ sơ vào cho đơn vị; dành cho chương trình, không xem được gì thêm.',
  'roles.MONITOR': 'Theo dõi',
  'roles.MONITOR.body': 'Xem hồ sơ, biên nhận, dòng lỗi và các bản giao chưa ban hành; không sửa gì.',
  'roles.PLANNER': 'Lập kế hoạch',
  'roles.PLANNER.body': 'Lập và sửa dự thảo giao chỉ tiêu, xem hồ sơ.',
  'roles.VIEWER': 'Người xem',
  'roles.VIEWER.body': 'Xem hồ sơ đứng sau các con số của đơn vị.',
  'roles.atProvince': 'Chỉ cấp được khi chọn đơn vị là tỉnh: {roles}.',
} as const;

export const accounts = {
  'accounts.password': 'Mật khẩu',
  'accounts.signIn': 'Đăng nhập',
  'accounts.signInTitle': 'Đăng nhập vào Chỉ tiêu',
  'accounts.tagline': 'Từ chỉ tiêu của tỉnh đến từng hồ sơ đứng sau con số.',
  'accounts.tooMany': 'Đã thử quá nhiều lần. Hãy chờ {wait} giây rồi thử lại.',
  'accounts.unreachable': 'Không kết nối được với máy chủ. Hãy kiểm tra đường truyền rồi thử lại.',
  'accounts.username': 'Tên đăng nhập',
  'accounts.wanted': 'Hãy nhập cả tên đăng nhập và mật khẩu.',
  'accounts.wrong': 'Tên đăng nhập hoặc mật khẩu không đúng.',
} as const;

export const units = {
  'units.communes': 'Xã, phường, thị trấn',
  'units.departments': 'Sở, ngành',
  'units.districts': 'Huyện, thành phố',
  'units.provinces': 'Tỉnh',
  'units.title': 'Đơn vị',
  'units.unknownBody': 'Mã có thể đã gõ sai, hoặc đơn vị chưa có hay đã thôi tồn tại vào ngày này.',
  'units.unknownTitle': 'Không có đơn vị mang mã {code}',
} as const;

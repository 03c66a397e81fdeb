export const presence = {
  'presence.ask': 'Lấy ý kiến',
  'presence.askedUntil': 'Lấy ý kiến đến {day}',
  'presence.askedUntilOver': 'Đã lấy ý kiến đến {day}',
  'presence.help': 'Nhấn C để mở trao đổi về đơn vị đang chọn.',
  'presence.here': 'Đang cùng xem: {names}',
  'presence.more': 'và {count} người khác',
  'presence.openCount': '{count} trao đổi, đề nghị chưa xong. Nhấn C để mở.',
  'presence.standsHere': '{names} đang ở ô này',
  'presence.standsOn': '{name}: {unit}',
  'presence.talk': 'Trao đổi',
  'presence.warnOpen': 'Còn {count} đề nghị của đơn vị chưa trả lời; khi ban hành, các đề nghị này hết hiệu lực.',
} as const;

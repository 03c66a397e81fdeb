export const happened = {
  'happened.all': { one: 'Hiện {count} đơn vị', other: 'Hiện cả {count} đơn vị' },
  'happened.byMethod': 'Theo đề xuất: {how}',
  'happened.day': 'Lập cho ngày có hiệu lực {day}',
  'happened.dayChanged': 'Đổi ngày dự kiến có hiệu lực',
  'happened.fewer': 'Thu gọn',
  'happened.floor': 'từng đơn vị phải đạt',
  'happened.locked': 'khóa',
  'happened.more': { one: '… và {count} đơn vị nữa', other: '… và {count} đơn vị nữa' },
  'happened.nothing': 'để trống',
  'happened.required': 'mức cần đạt {percent}',
  'happened.step': 'bước {step}',
  'happened.unlocked': 'mở khóa',
} as const;

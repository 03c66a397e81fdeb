export const proposals = {
  'proposals.data': 'Số liệu của đơn vị này',
  'proposals.notProven':
    'Đề xuất đạt mức cần đạt, nhưng chưa chứng minh được là ít công sức nhất: có quá nhiều cách để xét hết. Bước lớn hơn thường cho kết quả chắc chắn.',
  'proposals.searched': 'đã xét {percent} %',
  'proposals.searching': 'Đang tìm đề xuất',
  'proposals.stop': 'Dừng',
} as const;

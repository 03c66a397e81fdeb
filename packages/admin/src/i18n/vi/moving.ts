export const moving = {
  'moving.about': 'Nội dung được chuyển',
  'moving.noRequired': '{achieved}, chưa có mức cần đạt',
  'moving.ofRequired': '{achieved} / {required}',
  'moving.ofUnits': '{count} / {all} đơn vị',
  'moving.open': 'Chưa xử lý xong',
  'moving.openCount': '{comments} trao đổi, {proposals} đề nghị',
  'moving.rise': 'Mức tăng cao nhất',
  'moving.riseOf': '{points} điểm · {name}',
  'moving.sum': 'Tổng hợp / mức cần đạt',
  'moving.withoutTarget': 'Chưa giao',
} as const;

export const tiles = {
  'tiles.about':
    'Màu của ô càng nổi, đơn vị càng phải tăng nhiều so với tỷ lệ trước đó. Bấm vào một ô để đến dòng của đơn vị trong bảng chỉ tiêu.',
  'tiles.least': 'ít nhất {points}',
  'tiles.list': 'Mức tăng của từng đơn vị',
  'tiles.most': 'nhiều nhất {points}',
  'tiles.noBaseline': 'chưa có tỷ lệ trước đó',
  'tiles.noTarget': 'chưa có chỉ tiêu',
  'tiles.target': '{before} → {after}',
} as const;

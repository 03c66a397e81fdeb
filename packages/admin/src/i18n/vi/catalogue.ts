export const catalogue = {
  'catalogue.lists.title': 'Danh mục',
  'catalogue.procedures.title': 'Thủ tục',
} as const;

export const units = {
  'units.title': 'Đơn vị',
} as const;

export const rates = {
  'rates.dossierCount': '{count} hồ sơ',
  'rates.title': 'Tổng quan',
} as const;

export const dossiers = {
  'dossiers.title': 'Hồ sơ',
} as const;

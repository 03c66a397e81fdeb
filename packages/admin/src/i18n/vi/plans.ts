export const plans = {
  'plans.title': 'Giao chỉ tiêu',
} as const;

import { t } from '../../../i18n/i18n.ts';

const NAMES = {
  PROVINCE: 'catalogue.tierProvince',
  DISTRICT: 'catalogue.tierDistrict',
  COMMUNE: 'catalogue.tierCommune',
} as const;

/** Tiers by their names: `PROVINCE|COMMUNE` as "Tỉnh, Xã". */
export function tierNames(tiers: string): string {
  return tiers
    .split('|')
    .map((tier) => (tier in NAMES ? t(NAMES[tier as keyof typeof NAMES]) : tier))
    .join(', ');
}

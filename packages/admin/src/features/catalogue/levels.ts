import type { ServiceLevel, UnitKind } from '@chi-tieu/shared/generated/graphql';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';

/** A tier of a province's administration; DEPARTMENT is a kind of unit, never a tier. */
export type Tier = Exclude<UnitKind, 'DEPARTMENT'>;

/** The tiers from above to below: the order of columns and choices. */
export const TIERS: readonly Tier[] = ['PROVINCE', 'DISTRICT', 'COMMUNE'];
/** The levels that decisions name today first, those of Decree 43/2011 after them. */
export const LEVELS: readonly ServiceLevel[] = ['FULL', 'PARTIAL', 'LEVEL_4', 'LEVEL_3', 'LEVEL_2', 'LEVEL_1'];

const LEVEL_TEXTS: Record<ServiceLevel, PlainKey> = {
  FULL: 'catalogue.levelFull',
  PARTIAL: 'catalogue.levelPartial',
  LEVEL_4: 'catalogue.level4',
  LEVEL_3: 'catalogue.level3',
  LEVEL_2: 'catalogue.level2',
  LEVEL_1: 'catalogue.level1',
};
const LEVEL_TONES: Record<ServiceLevel, Tone> = {
  FULL: 'met',
  LEVEL_4: 'met',
  PARTIAL: 'risk',
  LEVEL_3: 'risk',
  LEVEL_2: 'none',
  LEVEL_1: 'none',
};
const TIER_TEXTS: Record<UnitKind, PlainKey> = {
  PROVINCE: 'catalogue.tierProvince',
  DEPARTMENT: 'catalogue.tierProvince',
  DISTRICT: 'catalogue.tierDistrict',
  COMMUNE: 'catalogue.tierCommune',
};

/** A level in words: `Toàn trình`, `Một phần`, `Mức độ 4`. */
export const levelText = (level: ServiceLevel): string => t(LEVEL_TEXTS[level]);

/** The colour of a level: wholly online, partly online, neither. */
export const levelTone = (level: ServiceLevel): Tone => LEVEL_TONES[level];

/** A tier in words: `Tỉnh`, `Huyện`, `Xã`. */
export const tierText = (tier: UnitKind): string => t(TIER_TEXTS[tier]);

/** Several tiers in words, from above to below: `Huyện · Xã`. */
export function tierTexts(tiers: readonly UnitKind[]): string {
  return TIERS.filter((tier) => tiers.includes(tier))
    .map(tierText)
    .join(' · ');
}

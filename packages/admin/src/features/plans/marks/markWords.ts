import type { MarkSeason } from '@chi-tieu/shared/generated/graphql';
import { t, type PlainKey } from '../../../i18n/i18n.ts';
import type { Mark } from './marks.ts';

const SEASONS: Record<MarkSeason, PlainKey> = {
  OWN: 'marks.seasonOwn',
  ISSUER: 'marks.seasonIssuer',
  NONE: 'marks.seasonNone',
  TYPED: 'marks.seasonTyped',
};

/** What a mark follows, in words. */
export const seasonText = ({ season, stale }: Mark): string =>
  stale ? `${t(SEASONS[season])}, ${t('marks.stale')}` : t(SEASONS[season]);

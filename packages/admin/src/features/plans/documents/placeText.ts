import type { PlaceName } from '@chi-tieu/shared/domain/decision-document/places';
import { t } from '../../../i18n/i18n.ts';
import './texts.ts';

/** What a named place stands for, in words. */
export const placeText = (place: PlaceName): string => t(`papers.place.${place}`);

import { formatHundredths } from '@chi-tieu/shared/domain/cascade/number-text';
import { language } from '../../../i18n/i18n.ts';

/** Hundredths without a sign of percent, as they stand in a column of percentages; nothing for null. */
export const figure = (hundredths: number | null): string =>
  hundredths === null ? '' : formatHundredths(hundredths, language.value);

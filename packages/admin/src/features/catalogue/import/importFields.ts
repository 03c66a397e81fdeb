import { IMPORT_FIELDS } from '@chi-tieu/shared/domain/import/fields';
import { isDay } from '@chi-tieu/shared/domain/days';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import type { ImportField } from '@chi-tieu/shared/generated/graphql';
import { language, t } from '../../../i18n/i18n.ts';
import { tierNames } from './tierNames.ts';

/** What a field is called on the screen. */
export function fieldName(field: ImportField): string {
  return t(`intake.field.${field}`);
}

/** All fields that a column may be taken for, in their order. */
export const fields: readonly ImportField[] = IMPORT_FIELDS;

/** What a field holds, in words: tiers by their names, days as they are written here. */
export function valueText(field: ImportField, value: string): string {
  if (value === '') return t('intake.emptyCell');
  if (field === 'TIERS') return tierNames(value);
  if (field === 'PROCESSING_DAYS') return value.replace('.', language.value === 'vi' ? ',' : '.');
  return isDay(value) ? formatDay(value) : value;
}

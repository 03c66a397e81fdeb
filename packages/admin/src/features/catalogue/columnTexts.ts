import { t } from '../../i18n/i18n.ts';
import type { ColumnKey } from './tableLook.ts';

/** What stands above a column. */
export function columnText(key: ColumnKey): string {
  switch (key) {
    case 'tiers':
      return t('catalogue.tier');
    case 'authority':
      return t('procedures.bulkAuthority');
    case 'processingDays':
      return t('procedures.bulkDays');
    case 'version':
      return t('procedures.versionColumn');
    case 'changedAt':
      return t('procedures.changedAt');
    case 'code':
    case 'name':
    case 'field':
    case 'level':
    case 'inForce':
      return t(`catalogue.${key}`);
  }
}

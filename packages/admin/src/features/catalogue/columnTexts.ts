import { t } from '../../i18n/i18n.ts';
import type { ColumnKey } from './tableLook.ts';

/** What stands above a column. */
export function columnText(key: ColumnKey): string {
  switch (key) {
    case 'tiers':
      return t('catalogue.tier');
    case 'authority':
      return t('table.bulkAuthority');
    case 'processingDays':
      return t('table.bulkDays');
    case 'version':
      return t('table.versionColumn');
    case 'changedAt':
      return t('table.changedAt');
    case 'code':
    case 'name':
    case 'field':
    case 'level':
    case 'inForce':
      return t(`catalogue.${key}`);
  }
}

import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Router } from 'vue-router';
import type { PlainKey } from '../../i18n/i18n.ts';
import { may } from '../rights.ts';

/** A part of the place "Hệ thống": its address, its name, and the right that opens it. */
export interface SystemTab {
  readonly key: 'accounts' | 'grants' | 'tokens' | 'audit' | 'health' | 'backups' | 'sources' | 'indicators';
  readonly path: string;
  readonly text: PlainKey;
  readonly right: Right;
  /** Another right that opens it as well. */
  readonly or?: Right;
}

/** All parts of the place, in the order in which they stand. Each feature brings its own page under its address. */
export const SYSTEM_TABS: readonly SystemTab[] = [
  { key: 'accounts', path: '/he-thong/tai-khoan', text: 'system.accounts', right: 'account.read' },
  { key: 'grants', path: '/he-thong/quyen', text: 'system.grants', right: 'account.read' },
  { key: 'tokens', path: '/he-thong/ma-truy-cap', text: 'system.tokens', right: 'token.manage' },
  { key: 'audit', path: '/he-thong/nhat-ky', text: 'system.audit', right: 'audit.read' },
  {
    key: 'indicators',
    path: '/he-thong/chi-tieu',
    text: 'system.indicators',
    right: 'indicator.edit',
    or: 'indicator.switch',
  },
  { key: 'sources', path: '/he-thong/nguon-du-lieu', text: 'system.sources', right: 'system.operate' },
  { key: 'health', path: '/he-thong/tinh-trang', text: 'system.health', right: 'system.operate' },
  { key: 'backups', path: '/he-thong/sao-luu', text: 'system.backups', right: 'system.operate' },
];

/** The rights of which any one opens the place. */
export const SYSTEM_RIGHTS: readonly Right[] = [
  ...new Set(SYSTEM_TABS.flatMap(({ right, or }) => (or ? [right, or] : [right]))),
];

/** Whether one may open a part. Reactive. */
export function opens({ right, or }: SystemTab): boolean {
  return may(right) || (or !== undefined && may(or));
}

/** The parts that one may open: those whose right one holds somewhere and whose page there is. Reactive. */
export function systemTabsOf(router: Router): SystemTab[] {
  return SYSTEM_TABS.filter((tab) => opens(tab) && router.resolve(tab.path).name !== 'nowhere');
}

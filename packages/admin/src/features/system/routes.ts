import type { RouteRecordRaw } from 'vue-router';
import { opens, SYSTEM_TABS } from '../../app/layout/systemTabs.ts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/he-thong',
    name: 'system',
    component: () => import('./SystemPage.vue'),
    meta: { title: 'system.title' },
    // To the first part that is open to whoever comes.
    beforeEnter: ({ query }) => {
      const first = SYSTEM_TABS.find(opens);
      return first ? { path: first.path, query } : true;
    },
  },
  {
    path: '/he-thong/tai-khoan',
    name: 'accounts',
    component: () => import('./accounts/AccountsPage.vue'),
    meta: { title: 'system.accounts', place: 'system' },
  },
  {
    path: '/he-thong/quyen',
    name: 'grants',
    component: () => import('./grants/GrantsPage.vue'),
    meta: { title: 'system.grants', place: 'system' },
  },
  {
    path: '/he-thong/ma-truy-cap',
    name: 'tokens',
    component: () => import('./tokens/TokensPage.vue'),
    meta: { title: 'system.tokens', place: 'system' },
  },
  {
    path: '/uy-quyen',
    name: 'delegation',
    component: () => import('./delegation/DelegationPage.vue'),
    meta: { title: 'system.delegation' },
  },
];

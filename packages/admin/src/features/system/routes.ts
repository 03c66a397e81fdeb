import type { RouteRecordRaw } from 'vue-router';
import { SYSTEM_TABS } from '../../app/layout/systemTabs.ts';
import { may } from '../../app/rights.ts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/he-thong',
    name: 'system',
    component: () => import('./SystemPage.vue'),
    meta: { title: 'system.title' },
    // To the first part that is open to whoever comes.
    beforeEnter: ({ query }) => {
      const first = SYSTEM_TABS.find(({ right }) => may(right));
      return first ? { path: first.path, query } : true;
    },
  },
];

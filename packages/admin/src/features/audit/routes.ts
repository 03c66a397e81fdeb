import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/he-thong/nhat-ky',
    name: 'audit',
    component: () => import('./AuditPage.vue'),
    meta: { title: 'system.audit', place: 'system' },
  },
];

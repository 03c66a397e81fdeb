import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/he-thong/tinh-trang',
    name: 'health',
    component: () => import('./HealthPage.vue'),
    meta: { title: 'system.health', place: 'system' },
  },
  {
    path: '/he-thong/sao-luu',
    name: 'backups',
    component: () => import('./BackupsPage.vue'),
    meta: { title: 'system.backups', place: 'system' },
  },
];

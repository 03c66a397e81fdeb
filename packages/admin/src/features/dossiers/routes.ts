import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/ho-so',
    name: 'dossiers',
    component: () => import('./DossiersPage.vue'),
    meta: { title: 'dossiers.title' },
  },
];

import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/kho-khan',
    name: 'difficulties',
    component: () => import('./DifficultiesPage.vue'),
    meta: { title: 'frame.difficulties', place: 'monitoring' },
  },
  {
    path: '/kho-khan/:id',
    name: 'difficulty',
    component: () => import('./DifficultyPage.vue'),
    meta: { title: 'frame.difficulties', place: 'monitoring' },
  },
];

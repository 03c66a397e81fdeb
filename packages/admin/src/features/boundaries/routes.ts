import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/don-vi/ranh-gioi',
    name: 'boundaries',
    component: () => import('./BoundariesPage.vue'),
    meta: { title: 'boundaries.title' },
  },
];

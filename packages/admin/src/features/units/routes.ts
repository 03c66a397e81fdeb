import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/don-vi', name: 'units', component: () => import('./UnitsPage.vue'), meta: { title: 'units.title' } },
];

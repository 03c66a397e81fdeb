import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'overview', component: () => import('./OverviewPage.vue'), meta: { title: 'rates.title' } },
  {
    path: '/so-lieu/:unit',
    name: 'figure',
    component: () => import('./FigurePage.vue'),
    meta: { title: 'rates.figure', place: 'overview' },
  },
];

import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/he-thong/chi-tieu',
    name: 'indicators',
    component: () => import('./IndicatorsPage.vue'),
    meta: { title: 'system.indicators', place: 'system' },
  },
  {
    path: '/he-thong/chi-tieu/:code',
    name: 'indicator',
    component: () => import('./IndicatorPage.vue'),
    meta: { title: 'system.indicators', place: 'system' },
  },
];

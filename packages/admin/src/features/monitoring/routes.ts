import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/theo-doi',
    name: 'monitoring',
    component: () => import('./StandingsPage.vue'),
    meta: { title: 'frame.monitoring' },
  },
  {
    path: '/bao-cao',
    name: 'reports',
    component: () => import('./RankingPage.vue'),
    meta: { title: 'frame.reports' },
  },
  {
    path: '/bao-cao/bo-chi-so',
    name: 'indices',
    component: () => import('./IndexPage.vue'),
    meta: { title: 'frame.reports', place: 'reports' },
  },
  {
    path: '/bao-cao/bo-chi-so/:set',
    name: 'index-set',
    component: () => import('./IndexSetPage.vue'),
    props: true,
    meta: { title: 'frame.reports', place: 'reports' },
  },
];

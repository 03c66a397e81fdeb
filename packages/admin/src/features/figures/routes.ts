import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    // A unit's code, a year and ten signs: no code of a unit looks like that.
    path: '/so-lieu/:reference([0-9A-Za-z-]+-\\d{4}-[0-9A-Za-z]{10})',
    name: 'cited-figure',
    component: () => import('./CitedFigurePage.vue'),
    meta: { title: 'rates.figure', place: 'overview' },
  },
  {
    path: '/so-lieu/:unit/thay-doi',
    name: 'figure-change',
    component: () => import('./ChangePage.vue'),
    meta: { title: 'rates.figure', place: 'overview' },
  },
  {
    path: '/ky-so-lieu',
    name: 'closed-periods',
    component: () => import('./ClosedPeriodsPage.vue'),
    meta: { title: 'frame.reports', place: 'reports' },
  },
];

import type { RouteRecordRaw } from 'vue-router';

const meta = { title: 'frame.monitoring', place: 'monitoring' } as const;

export const routes: RouteRecordRaw[] = [
  { path: '/huong-dan', name: 'guidance-list', component: () => import('./GuidanceListPage.vue'), meta },
  { path: '/huong-dan/:id', name: 'guidance', component: () => import('./GuidancePage.vue'), meta },
  { path: '/giai-phap', name: 'measures', component: () => import('./MeasuresPage.vue'), meta },
  { path: '/giai-phap/:id', name: 'measure', component: () => import('./MeasurePage.vue'), meta },
  { path: '/chi-dao', name: 'directions', component: () => import('./DirectionsPage.vue'), meta },
  { path: '/chi-dao/:id', name: 'direction', component: () => import('./DirectionPage.vue'), meta },
];

import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/bao-cao/chu-tich',
    name: 'chairman-reports',
    component: () => import('./ReportsPage.vue'),
    meta: { title: 'frame.reports', place: 'reports' },
  },
  {
    path: '/bao-cao/chu-tich/mau/:kind(thang|quy|nam)',
    name: 'report-words',
    component: () => import('./ReportWordsPage.vue'),
    meta: { title: 'frame.reports', place: 'reports' },
  },
  {
    path: '/bao-cao/chu-tich/lich',
    name: 'report-schedules',
    component: () => import('./SchedulesPage.vue'),
    meta: { title: 'frame.reports', place: 'reports' },
  },
  {
    path: '/bao-cao/chu-tich/:id',
    name: 'chairman-report',
    component: () => import('./ReportPage.vue'),
    meta: { title: 'frame.reports', place: 'reports' },
  },
];

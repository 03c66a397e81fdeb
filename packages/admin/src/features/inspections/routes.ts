import type { RouteRecordRaw } from 'vue-router';

const meta = { title: 'frame.monitoring', place: 'monitoring' } as const;

export const routes: RouteRecordRaw[] = [
  { path: '/kiem-tra', name: 'inspections', component: () => import('./InspectionsPage.vue'), meta },
  { path: '/kiem-tra/danh-muc', name: 'checklists', component: () => import('./ChecklistsPage.vue'), meta },
  { path: '/kiem-tra/:id', name: 'inspection', component: () => import('./InspectionPage.vue'), meta },
];

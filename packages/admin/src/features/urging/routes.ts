import type { RouteRecordRaw } from 'vue-router';

const meta = { title: 'frame.monitoring', place: 'monitoring' } as const;

export const routes: RouteRecordRaw[] = [
  { path: '/don-doc', name: 'urging', component: () => import('./UrgingPage.vue'), meta },
  { path: '/don-doc/quy-tac', name: 'urge-rules', component: () => import('./RulesPage.vue'), meta },
  { path: '/don-doc/:reminder', name: 'reminder', component: () => import('./ReminderPage.vue'), props: true, meta },
];

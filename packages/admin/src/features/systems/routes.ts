import type { RouteRecordRaw } from 'vue-router';

const meta = { title: 'frame.monitoring', place: 'monitoring' } as const;

export const routes: RouteRecordRaw[] = [
  { path: '/he-thong-ket-noi', name: 'systems', component: () => import('./SystemsPage.vue'), meta },
  { path: '/he-thong-ket-noi/:id', name: 'connected', component: () => import('./SystemPage.vue'), meta },
];

import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/viec-cua-toi',
    name: 'my-work',
    component: () => import('./MyWorkPage.vue'),
    meta: { title: 'frame.myWork' },
  },
];

import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/giao-chi-tieu',
    name: 'plans',
    component: () => import('./list/PlanListPage.vue'),
    meta: { title: 'frame.plans' },
  },
  {
    path: '/giao-chi-tieu/tien-do',
    name: 'plan-progress',
    component: () => import('./duties/ProgressPage.vue'),
    meta: { title: 'plans.progress', place: 'plans' },
  },
  {
    path: '/giao-chi-tieu/lay-y-kien',
    name: 'consultations',
    component: () => import('./talk/ConsultationsPage.vue'),
    meta: { title: 'plans.consultations', place: 'plans' },
  },
  {
    path: '/giao-chi-tieu/van-ban/:reference',
    name: 'plan-paper',
    component: () => import('./documents/PaperPage.vue'),
    meta: { title: 'plans.papersView', place: 'plans' },
  },
  {
    path: '/giao-chi-tieu/:id/mau-van-ban',
    name: 'plan-words',
    component: () => import('./documents/WordsPage.vue'),
    meta: { title: 'plans.wordsTitle', place: 'plans' },
  },
  {
    path: '/giao-chi-tieu/:id',
    name: 'plan',
    component: () => import('./PlanPage.vue'),
    meta: { title: 'plans.plan', place: 'plans' },
  },
];

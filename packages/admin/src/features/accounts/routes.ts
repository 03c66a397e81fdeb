import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/dang-nhap',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: 'accounts.signIn', bare: true },
  },
];

import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/dang-nhap',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: 'accounts.signIn', bare: true },
  },
  {
    path: '/doi-mat-khau',
    name: 'change-password',
    component: () => import('./ChangePasswordPage.vue'),
    meta: { title: 'accounts.change', bare: true, ownAccount: true },
  },
  {
    path: '/bao-mat',
    name: 'security',
    component: () => import('./SecurityPage.vue'),
    meta: { title: 'accounts.security', bare: true, ownAccount: true },
  },
];

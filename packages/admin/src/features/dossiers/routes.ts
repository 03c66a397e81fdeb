import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/ho-so',
    name: 'dossiers',
    component: () => import('./DossiersPage.vue'),
    meta: { title: 'dossiers.title' },
  },
  {
    path: '/ho-so/ma/:code',
    name: 'dossier',
    component: () => import('./record/DossierPage.vue'),
    props: true,
    meta: { title: 'dossiers.title', place: 'dossiers' },
  },
  {
    path: '/ho-so/nguon-moi',
    name: 'dossier-source-new',
    component: () => import('./sources/SourceSetupPage.vue'),
    meta: { title: 'dossiers.sources', place: 'dossiers' },
  },
  {
    path: '/ho-so/nguon/:id',
    name: 'dossier-source',
    component: () => import('./sources/SourcePage.vue'),
    props: true,
    meta: { title: 'dossiers.sources', place: 'dossiers' },
  },
];

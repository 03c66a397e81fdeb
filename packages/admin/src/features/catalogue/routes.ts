import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/thu-tuc',
    name: 'procedures',
    component: () => import('./ProcedureListPage.vue'),
    meta: { title: 'catalogue.procedures.title' },
  },
  {
    path: '/thu-tuc/nhap',
    name: 'procedure-import',
    component: () => import('./import/ImportListPage.vue'),
    meta: { title: 'catalogue.import', place: 'procedures' },
  },
  {
    path: '/thu-tuc/nhap/:id',
    name: 'catalogue-import',
    component: () => import('./import/ImportPage.vue'),
    meta: { title: 'catalogue.import', place: 'procedures' },
  },
  {
    path: '/thu-tuc/ban-nhap',
    name: 'procedure-drafts',
    component: () => import('./DraftListPage.vue'),
    meta: { title: 'catalogue.procedures.title', place: 'procedures' },
  },
  {
    path: '/thu-tuc/:code',
    name: 'procedure',
    component: () => import('./ProcedurePage.vue'),
    meta: { title: 'catalogue.procedures.title', place: 'procedures' },
  },
  {
    path: '/he-thong/nguon-du-lieu',
    name: 'catalogue-sources',
    component: () => import('./sources/SourcesPage.vue'),
    meta: { title: 'system.sources', place: 'system' },
  },
  {
    path: '/danh-muc',
    name: 'lists',
    component: () => import('./ListPage.vue'),
    meta: { title: 'catalogue.lists.title' },
  },
  {
    path: '/danh-muc/quyet-dinh-moi',
    name: 'list-amend',
    component: () => import('./AmendPage.vue'),
    meta: { title: 'lists.amend', place: 'decisions' },
  },
  {
    path: '/quyet-dinh',
    name: 'decisions',
    component: () => import('./DecisionListPage.vue'),
    meta: { title: 'frame.decisions' },
  },
  {
    path: '/quyet-dinh/:id(\\d+)',
    alias: '/danh-muc/quyet-dinh/:id(\\d+)',
    name: 'decision',
    component: () => import('./DecisionPage.vue'),
    meta: { title: 'lists.decision', place: 'decisions' },
  },
];

import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteRecordRaw,
  type Router,
} from 'vue-router';
import { t, type PlainKey } from '../i18n/i18n.ts';
import { account, sessionKnown } from './session.ts';
import { comeFrom, wayBack } from './wayBack.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name in the window's title. */
    title?: PlainKey;
    /** The route of the place in the side bar that the page belongs to; its own unless given. */
    place?: string;
    /** Without the frame, and without having signed in. */
    bare?: boolean;
    /** Bare, but about one's own account: only for who has signed in, also while nothing else may be done. */
    ownAccount?: boolean;
  }
}

/**
 * Each feature brings its own pages: `features/NAME/routes.ts` exports `routes`, with pages fetched when first opened.
 * Route names that the side bar knows are in places.ts; paths are Vietnamese: /don-vi, /thu-tuc, /danh-muc,
 * /giao-chi-tieu, /ho-so.
 */
const brought = import.meta.glob<{ routes: RouteRecordRaw[] }>('../features/*/routes.ts', { eager: true });

/** The pages of the console, behind the sign-in. */
export function createPages(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      ...Object.values(brought).flatMap(({ routes }) => routes),
      {
        path: '/:rest(.*)*',
        name: 'nowhere',
        component: () => import('./NowherePage.vue'),
        meta: { title: 'frame.nowhere' },
      },
    ],
  });
  router.beforeEach(async (to) => {
    fetchAhead(to);
    await sessionKnown();
    if (!account.value && (!to.meta.bare || to.meta.ownAccount))
      return { name: 'sign-in', query: wayBack(to.fullPath) };
    const wanted = missingStep();
    if (wanted !== null && to.name !== wanted)
      return { name: wanted, query: to.meta.bare ? { next: to.query['next'] } : wayBack(to.fullPath) };
    if (account.value && to.name === 'sign-in' && wanted === null) return comeFrom(to.query['next']);
    return true;
  });
  router.afterEach((to) => {
    const title = to.meta.title;
    document.title = title ? `${t(title)} · ${t('frame.product')}` : t('frame.product');
  });
  return router;
}

/** The page of what is still missing before anything else may be done: the code, a password of one's own, a second factor. */
function missingStep(): 'sign-in' | 'change-password' | 'security' | null {
  const { stage, mustChange } = account.value ?? {};
  if (stage === 'TOTP') return 'sign-in';
  if (mustChange) return 'change-password';
  return stage === 'ENROL' ? 'security' : null;
}

/** Fetches a page's own scripts while the server is still asked who is signed in; a failure shows when it is opened. */
function fetchAhead(to: RouteLocationNormalized): void {
  for (const { components } of to.matched) {
    const page: unknown = components?.['default'];
    if (typeof page === 'function') void Promise.resolve(page()).catch(() => undefined);
  }
}

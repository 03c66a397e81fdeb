import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { t } from '../i18n/i18n.ts';
import { problemOf, type Problem } from './problem.ts';

interface Strip {
  readonly text: string;
  /** What was wanted, once more; undefined where that cannot be. */
  readonly retry?: (() => void) | undefined;
}

interface Failures {
  /** Why there is no page at all; null once one was shown. */
  readonly noPage: Ref<Problem | null>;
  /** What failed while a page is open: said over it, the page stays. */
  readonly strip: ShallowRef<Strip | null>;
  /** Takes an error of a part of the page. False, so that it goes no further. */
  readonly partFailed: (error: unknown) => false;
}

/** What fails of the console itself: its first page, a page one goes to, a part of the page one is on. */
export function useFailures(): Failures {
  const router = useRouter();
  const noPage = ref<Problem | null>(null);
  const strip = shallowRef<Strip | null>(null);

  router.onError((error: unknown, to) => {
    if (router.currentRoute.value.matched.length === 0) noPage.value = problemOf(error);
    else
      strip.value = { text: t('frame.pageFailed'), retry: () => void router.push(to.fullPath).catch(() => undefined) };
  });
  router.afterEach((_to, _from, failure) => {
    if (failure) return;
    noPage.value = null;
    strip.value = null;
  });
  function partFailed(error: unknown): false {
    const isFetched = error instanceof TypeError && /import|preload|module|fetch/i.test(error.message);
    if (!isFetched) reportError(error);
    strip.value = { text: t(isFetched ? 'frame.partFailed' : 'frame.partBroken') };
    return false;
  }
  return { noPage, strip, partFailed };
}

import { refDebounced } from '@vueuse/core';
import { computed, nextTick, onUnmounted, ref, type ComputedRef, type Ref } from 'vue';
import { useRouter } from 'vue-router';

const SOON_MS = 100;

/**
 * What happens between two pages. `slow` is true while a page takes longer than a tenth of a second to come. `arrived` is
 * the title of the page that came, to be read out; the keyboard then starts at the page's top.
 */
export function useNavigation(): { slow: ComputedRef<boolean>; arrived: Ref<string> } {
  const router = useRouter();
  const going = ref(false);
  const goingStill = refDebounced(going, SOON_MS);
  const arrived = ref('');

  const forget = [
    router.beforeEach((to, from) => {
      going.value = to.path !== from.path;
    }),
    router.onError(() => (going.value = false)),
    router.afterEach(async (to, from, failure) => {
      going.value = false;
      if (failure || to.path === from.path) return;
      await nextTick();
      document.getElementById('page')?.focus({ preventScroll: true });
      arrived.value = document.title;
    }),
  ];
  onUnmounted(() => forget.forEach((stop) => stop()));
  return { slow: computed(() => going.value && goingStill.value), arrived };
}

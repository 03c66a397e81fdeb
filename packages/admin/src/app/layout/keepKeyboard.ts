import { useEventListener, useMutationObserver } from '@vueuse/core';
import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/** Whether the keyboard was in the page that went last. */
let left = false;

/**
 * A page that takes the place of another one, of its own skeleton say, takes over the keyboard, and so it does where what held it
 * is gone, a form that was saved or a line that was taken out: nobody is left nowhere. To be called in `setup`.
 */
export function keepKeyboard(page: Readonly<Ref<HTMLElement | null>>): void {
  onBeforeUnmount(() => {
    left = page.value?.contains(document.activeElement) ?? false;
  });
  onMounted(() => {
    if (left && document.activeElement === document.body) page.value?.focus({ preventScroll: true });
    left = false;
  });

  let held: Element | null = null;
  useEventListener(page, 'focusin', ({ target }) => (held = target instanceof Element ? target : null));
  useMutationObserver(
    page,
    () => {
      if (held === null || held.isConnected) return;
      held = null;
      if (document.activeElement === document.body) page.value?.focus({ preventScroll: true });
    },
    { childList: true, subtree: true },
  );
}

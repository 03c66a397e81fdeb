import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/** Whether the keyboard was in the page that went last. */
let left = false;

/**
 * A page that takes the place of another one, of its own skeleton say, takes over the keyboard: nobody is left nowhere. To
 * be called in `setup`.
 */
export function keepKeyboard(page: Readonly<Ref<HTMLElement | null>>): void {
  onBeforeUnmount(() => {
    left = page.value?.contains(document.activeElement) ?? false;
  });
  onMounted(() => {
    if (left && document.activeElement === document.body) page.value?.focus({ preventScroll: true });
    left = false;
  });
}

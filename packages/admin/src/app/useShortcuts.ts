import { useEventListener } from '@vueuse/core';
import { ref, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { placesOf } from './places.ts';

const CHORD_MS = 1200;

/** Whether a key press belongs to something one types into, or to a dialog over the page. */
function isTaken(event: KeyboardEvent): boolean {
  const at = event.target instanceof HTMLElement ? event.target : null;
  return (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    at?.closest('input, textarea, select, [contenteditable], [role="dialog"], [data-keys="own"]') != null
  );
}

/**
 * The keys that work everywhere: `?` lists them (`listOpen`), `/` goes to the page's search, `g` and a letter to a place.
 * Silent while one types; an element with `data-keys="own"` (a grid that takes letters) keeps its keys to itself.
 */
export function useShortcuts(): { listOpen: Ref<boolean> } {
  const router = useRouter();
  const listOpen = ref(false);
  let pressedG = -Infinity;

  useEventListener(document, 'keydown', (event) => {
    if (isTaken(event)) return;
    if (event.timeStamp - pressedG < CHORD_MS) {
      pressedG = -Infinity;
      const place = placesOf(router).find(({ letter }) => letter === event.key);
      if (!place) return;
      event.preventDefault();
      void router.push({ name: place.route });
    } else if (event.key === 'g') {
      pressedG = event.timeStamp;
    } else if (event.key === '?') {
      listOpen.value = true;
    } else if (event.key === '/') {
      const search = document.querySelector<HTMLInputElement>('input[data-search]');
      if (!search) return;
      event.preventDefault();
      search.focus();
    }
  });
  return { listOpen };
}

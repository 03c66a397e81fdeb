import { onMounted, onScopeDispose } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/** How far each scroller of a page was scrolled, by the page's address; kept until the window is closed or loaded anew. */
const positions = new Map<string, readonly number[]>();
const LONGEST_WAIT_MS = 3_000;
/** A long table begins at its top once more when it has measured itself. */
const FRAMES_TO_HOLD = 12;

const scrollers = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('#page [data-scroll]')];

/**
 * Back from another page, the page's scrollers (`data-scroll`) stand where they stood. To be called in the setup of a page.
 * The rows may still be on their way: it is tried until they are there or somebody scrolls.
 */
export function keepScroll(): void {
  let frame = 0;
  onBeforeRouteLeave((_to, from) => {
    const tops = scrollers().map(({ scrollTop }) => scrollTop);
    if (tops.some((top) => top > 0)) positions.set(from.fullPath, tops);
    else positions.delete(from.fullPath);
  });
  onMounted(() => {
    // Whoever came forward through a link begins at the top; only an entry that was left before has one after it.
    const { forward } = (window.history.state ?? {}) as { forward?: unknown };
    const wanted = positions.get(window.location.pathname + window.location.search);
    if (typeof forward !== 'string' || !wanted) return;
    const until = performance.now() + LONGEST_WAIT_MS;
    let held = 0;
    const step = (): void => {
      held = restore(wanted) ? held + 1 : 0;
      if (held < FRAMES_TO_HOLD && performance.now() < until) frame = requestAnimationFrame(step);
    };
    step();
  });
  const stop = (): void => cancelAnimationFrame(frame);
  window.addEventListener('wheel', stop, { once: true, passive: true });
  window.addEventListener('keydown', stop, { once: true });
  onScopeDispose(() => {
    stop();
    window.removeEventListener('wheel', stop);
    window.removeEventListener('keydown', stop);
  });
}

/** Whether all scrollers were where they belong; else they are scrolled there, as far as that can be done. */
function restore(wanted: readonly number[]): boolean {
  const found = scrollers();
  if (found.length < wanted.length) return false;
  const isThere = wanted.every((top, i) => Math.abs((found[i]?.scrollTop ?? 0) - top) <= 1);
  if (!isThere) wanted.forEach((top, i) => found[i]?.scrollTo({ top }));
  return isThere;
}

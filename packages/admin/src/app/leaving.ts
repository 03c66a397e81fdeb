import { useEventListener } from '@vueuse/core';
import { inject, onScopeDispose, provide, ref, type InjectionKey, type Ref } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate, type RouteLocationNormalized } from 'vue-router';

/** Keeps a page from being left, or its form from being closed, with something that was not saved. */
export interface Leaving {
  /** Whether the question is on the screen. */
  asking: Ref<boolean>;
  /** Settles at once where nothing would be lost, else with what was answered. */
  mayLeave: () => Promise<boolean>;
  answer: (leaves: boolean) => void;
}

type Held = (isUnsaved: () => boolean) => { letGo: () => void };
const HELD: InjectionKey<Held> = Symbol('unsaved');

/**
 * To be called in the setup of a page with a form. `closes` says whether a change of the query takes the form away; other
 * changes of it are let through.
 */
export function guardLeaving(closes: (to: RouteLocationNormalized, from: RouteLocationNormalized) => boolean): Leaving {
  let isUnsaved: (() => boolean) | null = null;
  let settle: ((leaves: boolean) => void) | null = null;
  const asking = ref(false);

  function answer(leaves: boolean): void {
    asking.value = false;
    if (leaves) isUnsaved = null;
    settle?.(leaves);
    settle = null;
  }
  function mayLeave(): Promise<boolean> {
    if (!isUnsaved?.()) return Promise.resolve(true);
    // Whoever asked before and got no answer stays.
    settle?.(false);
    // In a later turn: the Escape that closes the form would reach the question too, and answer it.
    setTimeout(() => (asking.value = settle !== null));
    return new Promise((resolve) => (settle = resolve));
  }
  provide(HELD, (next) => {
    isUnsaved = next;
    return { letGo: () => isUnsaved === next && (isUnsaved = null) };
  });
  onBeforeRouteLeave(mayLeave);
  onBeforeRouteUpdate((to, from) => !closes(to, from) || mayLeave());
  useEventListener(window, 'beforeunload', (event) => {
    if (isUnsaved?.()) event.preventDefault();
  });
  return { asking, mayLeave, answer };
}

/** To be called in the setup of a form: its page is not left while `isUnsaved`. `letGo` gives the changes up. */
export function holdUnsaved(isUnsaved: () => boolean): { letGo: () => void } {
  const held = inject(HELD, null)?.(isUnsaved) ?? { letGo: () => undefined };
  onScopeDispose(held.letGo);
  return held;
}

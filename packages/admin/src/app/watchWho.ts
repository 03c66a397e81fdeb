import { useEventListener } from '@vueuse/core';
import { lookWho, WINDOWS } from './session.ts';

/**
 * Looks who is signed in whenever one comes back to the window, and when another window says that somebody signed in or out there.
 * `signedOut` is called where nobody is any more.
 */
export function watchWho(signedOut: () => void): void {
  let looking: Promise<void> | null = null;
  const look = (): void => {
    // Coming back is told twice, by the window and by the page.
    looking ??= lookWho(signedOut).finally(() => (looking = null));
  };
  useEventListener(window, 'focus', look);
  useEventListener(document, 'visibilitychange', () => document.visibilityState === 'visible' && look());
  if ('BroadcastChannel' in window) useEventListener(new BroadcastChannel(WINDOWS), 'message', look);
}

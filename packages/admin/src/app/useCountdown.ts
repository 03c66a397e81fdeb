import { useIntervalFn } from '@vueuse/core';
import { ref, type Ref } from 'vue';

const TICK_MS = 250;

/** Whole seconds that are left of a wait, down to 0. By the clock: a window that slept goes on where time is by now. */
export function useCountdown(): { left: Readonly<Ref<number>>; start: (seconds: number) => void } {
  const left = ref(0);
  let until = 0;
  const { pause, resume } = useIntervalFn(look, TICK_MS, { immediate: false });

  function look(): void {
    left.value = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    if (left.value === 0) pause();
  }
  function start(seconds: number): void {
    until = Date.now() + seconds * 1000;
    look();
    if (left.value > 0) resume();
  }
  return { left, start };
}

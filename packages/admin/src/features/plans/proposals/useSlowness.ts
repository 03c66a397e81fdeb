import { ref, type Ref } from 'vue';

/** So long nobody needs to be told that something is on its way. */
const PATIENCE_MS = 400;

/** How far something is that takes a while. */
export interface Slowness {
  /** 0 to 1; null while nothing takes longer than one waits for without a word. */
  readonly progress: Ref<number | null>;
  /** Begins to wait, anew where it waits already; gives what hears how much is done. */
  readonly begin: () => (share: number) => void;
  readonly end: () => void;
}

/** Tells of what takes a while, and only of that. */
export function useSlowness(): Slowness {
  const progress = ref<number | null>(null);
  let done = 0;
  let begun = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    begun++;
    progress.value = null;
  }
  function begin(): (share: number) => void {
    end();
    const mine = begun;
    done = 0;
    timer = setTimeout(() => (progress.value = done), PATIENCE_MS);
    return (share) => {
      if (mine !== begun) return;
      done = share;
      if (progress.value !== null) progress.value = share;
    };
  }
  return { progress, begin, end };
}

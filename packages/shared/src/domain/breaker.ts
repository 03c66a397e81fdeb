/** So many failures one after the other open the breaker. */
export const OPENS_AFTER = 5;

const FIRST_WAIT_MINUTES = 1;
const LONGEST_WAIT_MINUTES = 60;
const FIRST_PAUSE_MINUTES = 30;
const LONGEST_PAUSE_MINUTES = 12 * 60;

/** CLOSED: asked as usual. WAITING: it failed, and is asked again soon. OPEN: not asked at all. HALF_OPEN: its pause is over, one try decides. */
export type BreakerState = 'CLOSED' | 'WAITING' | 'OPEN' | 'HALF_OPEN';

export interface Breaker {
  /** Failures one after the other. */
  failures: number;
  /** Until when nothing is asked. */
  until: Date | null;
}

/** How a breaker stands at a time. */
export function breakerState({ failures, until }: Breaker, now: Date): BreakerState {
  if (failures === 0) return 'CLOSED';
  const isPast = until === null || until <= now;
  if (failures < OPENS_AFTER) return isPast ? 'CLOSED' : 'WAITING';
  return isPast ? 'HALF_OPEN' : 'OPEN';
}

/**
 * How many minutes are waited after so many failures one after the other: twice as long each time, a quarter more or less by chance
 * (0 to 1), so that those who failed together do not come back together; a far longer pause once it is open.
 */
export function minutesAfter(failures: number, chance: number): number {
  const isOpen = failures >= OPENS_AFTER;
  const [first, longest, steps] = isOpen
    ? [FIRST_PAUSE_MINUTES, LONGEST_PAUSE_MINUTES, failures - OPENS_AFTER]
    : [FIRST_WAIT_MINUTES, LONGEST_WAIT_MINUTES, failures - 1];
  return Math.min(longest, first * 2 ** Math.min(Math.max(steps, 0), 20)) * (0.75 + chance / 2);
}

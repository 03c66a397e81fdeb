import { compareDays, nextDay, type Day } from '../days.ts';

/** Something that a receiver has not been told yet. */
export interface News {
  receiver: string;
  /** The step of a reminder that is the news. */
  step: string;
}

/** What a receiver was told on one day, or will be. */
export interface Digest {
  id: string;
  receiver: string;
  day: Day;
  /** It has not gone yet, so that more fits into it. */
  isOpen: boolean;
  steps: readonly string[];
}

/** Where news of a receiver go: into a digest that waits, or into a new one on a day. */
export interface Placed {
  receiver: string;
  into: string | null;
  day: Day;
  steps: string[];
}

/**
 * Where news go, so that a receiver gets one digest a day at most and nothing twice: what stands in any digest of theirs is left
 * out; the rest goes into the one that waits, else into a new one today, or on the first day that has none.
 */
export function placeNews(news: readonly News[], digests: readonly Digest[], today: Day): Placed[] {
  const receivers = [...new Set(news.map(({ receiver }) => receiver))];
  return receivers.flatMap((receiver): Placed[] => {
    const own = digests.filter((digest) => digest.receiver === receiver);
    const told = new Set(own.flatMap(({ steps }) => steps));
    const wanted = news.filter((one) => one.receiver === receiver && !told.has(one.step)).map(({ step }) => step);
    const steps = [...new Set(wanted)];
    if (steps.length === 0) return [];
    const open = own.filter(({ isOpen }) => isOpen).toSorted((a, b) => compareDays(a.day, b.day))[0];
    if (open) return [{ receiver, into: open.id, day: open.day, steps }];
    const taken = new Set(own.map(({ day }) => day));
    let day = today;
    while (taken.has(day)) day = nextDay(day);
    return [{ receiver, into: null, day, steps }];
  });
}

const MINUTE = 60_000;
/** After each try that failed so long is waited, in minutes. */
const WAITS = [1, 5, 15, 60, 240, 720, 1440];
/** So often a message is tried. */
export const MOST_TRIES = WAITS.length + 1;

/** When a message is tried again after so many tries; null: it is given up. */
export function nextTry(tries: number, now: Date): Date | null {
  const wait = WAITS[tries - 1];
  return tries < 1 || wait === undefined ? null : new Date(now.getTime() + wait * MINUTE);
}

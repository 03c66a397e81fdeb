import type { OutageShown } from './words.ts';

/** One time at which a system was down, by everybody who said so: checks, and people who called. */
export interface JoinedOutage<T> {
  /** The newest first. */
  said: T[];
  begunAt: string;
  endedAt: string | null;
}

/** Outages that touch each other are one, whoever noticed them; what was planned stands by itself. The newest first. */
export function joinOutages<T extends Pick<OutageShown, 'kind' | 'begunAt' | 'endedAt'>>(
  outages: readonly T[],
): JoinedOutage<T>[] {
  const oldestFirst = [...outages].sort((a, b) => Date.parse(a.begunAt) - Date.parse(b.begunAt));
  const joined: JoinedOutage<T>[] = [];
  let last: JoinedOutage<T> | null = null;
  for (const outage of oldestFirst) {
    const { kind, begunAt, endedAt } = outage;
    const isPart =
      kind !== 'MAINTENANCE' &&
      last !== null &&
      (last.endedAt === null || Date.parse(begunAt) <= Date.parse(last.endedAt));
    if (isPart && last) {
      last.said.unshift(outage);
      const isLonger = endedAt === null || (last.endedAt !== null && Date.parse(endedAt) > Date.parse(last.endedAt));
      if (isLonger) last.endedAt = endedAt;
      continue;
    }
    const one: JoinedOutage<T> = { said: [outage], begunAt, endedAt };
    joined.push(one);
    if (kind !== 'MAINTENANCE') last = one;
  }
  return joined.reverse();
}

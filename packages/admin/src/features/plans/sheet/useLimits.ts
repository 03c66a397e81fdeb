import { reactive, watch } from 'vue';

/** Floors and ceilings by unit, in hundredths. */
export interface Limits {
  readonly floors: Map<string, number>;
  readonly ceilings: Map<string, number>;
}

/** The limits typed for the proposals of one plan. They stay in the page, and in this window when it is loaded again. */
export function useLimits(plan: string): Limits {
  const name = `plan-limits:${plan}`;
  const stored = read(name);
  const limits = { floors: reactive(new Map(stored.floors)), ceilings: reactive(new Map(stored.ceilings)) };
  watch([limits.floors, limits.ceilings], ([floors, ceilings]) =>
    write(name, { floors: [...floors], ceilings: [...ceilings] }),
  );
  return limits;
}

interface Stored {
  floors: [string, number][];
  ceilings: [string, number][];
}

function read(name: string): Stored {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(name) ?? '{}');
    return { floors: pairsIn(value, 'floors'), ceilings: pairsIn(value, 'ceilings') };
  } catch {
    return { floors: [], ceilings: [] };
  }
}

/** What another version of the page may have stored is taken only where it can be meant. */
function pairsIn(value: unknown, key: string): [string, number][] {
  const pairs: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  if (!Array.isArray(pairs)) return [];
  return pairs.filter(
    (pair): pair is [string, number] =>
      Array.isArray(pair) &&
      typeof pair[0] === 'string' &&
      Number.isInteger(pair[1]) &&
      pair[1] >= 0 &&
      pair[1] <= 10_000,
  );
}

function write(name: string, stored: Stored): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(stored));
  } catch {
    // Storage may be forbidden: the limits then last as long as the page.
  }
}

/** Floors and ceilings were once kept in the browser, by plan; the plan itself keeps them now. */
const nameOf = (plan: string): string => `plan-limits:${plan}`;

/** Limits of a plan that are still kept in this browser, by the keys of their cells in hundredths; each is given only once. */
export function takeOldLimits(plan: string): [key: string, hundredths: number][] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(nameOf(plan)) ?? '{}');
    sessionStorage.removeItem(nameOf(plan));
    return [...cellsIn(value, 'floor'), ...cellsIn(value, 'ceiling')];
  } catch {
    // Storage may be forbidden: then nothing was kept either.
    return [];
  }
}

/** What another version of the page stored is taken only where it can be meant. */
function cellsIn(value: unknown, field: 'floor' | 'ceiling'): [key: string, hundredths: number][] {
  const pairs: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, `${field}s`) : null;
  if (!Array.isArray(pairs)) return [];
  return pairs
    .filter(
      (pair): pair is [string, number] =>
        Array.isArray(pair) &&
        typeof pair[0] === 'string' &&
        Number.isInteger(pair[1]) &&
        pair[1] >= 0 &&
        pair[1] <= 10_000,
    )
    .map(([code, hundredths]) => [`${field}:${code}`, hundredths]);
}

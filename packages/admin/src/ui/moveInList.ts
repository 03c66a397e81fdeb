/**
 * Where a key leads in a list of `length` entries: arrows by one, page keys by `page`, Home and End to the ends. Null for
 * any other key and where there is nowhere to go.
 */
export function moveInList(key: string, index: number, length: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -length,
    End: length,
  };
  const step = steps[key];
  if (step === undefined || length === 0) return null;
  const next = Math.min(Math.max(index + step, 0), length - 1);
  return next === index ? null : next;
}

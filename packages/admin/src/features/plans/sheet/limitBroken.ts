/** Which of its own limits a target breaks: it lies above the ceiling or below the floor. Hundredths; null for none. */
export function limitBroken(
  target: number | null,
  floor: number | null,
  ceiling: number | null,
): 'floor' | 'ceiling' | null {
  if (target === null) return null;
  if (ceiling !== null && target > ceiling) return 'ceiling';
  return floor !== null && target < floor ? 'floor' : null;
}

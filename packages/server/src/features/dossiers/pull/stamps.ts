/** Instants as portals write them: yyyyMMddHHmmss, in Vietnam. */

const AHEAD_MS = 7 * 3_600_000;

export function stampOf(at: Date): string {
  return new Date(at.getTime() + AHEAD_MS).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** The instant, or null for what is no stamp. A day alone is its beginning. */
export function stampAt(text: unknown): Date | null {
  if (typeof text !== 'string' && typeof text !== 'number') return null;
  const found = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(String(text).trim());
  if (!found) return null;
  const [year, month, day, hour = '00', minute = '00', second = '00'] = found.slice(1);
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

export const later = (one: string, other: string): string => (one > other ? one : other);
export const earlier = (one: string, other: string): string => (one < other ? one : other);
export const moved = (stamp: string, ms: number): string => stampOf(new Date((stampAt(stamp)?.getTime() ?? 0) + ms));

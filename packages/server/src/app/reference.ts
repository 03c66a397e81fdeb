/** Signs that nobody takes for one another, without I, L, O and U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PIECE = 10;

/** A reference that people can type: a unit's code, a year and a piece of a hash over what it stands for. */
export function referenceOf(code: string, year: number, sha256: string): string {
  const bytes = Buffer.from(sha256, 'hex');
  const piece = Array.from({ length: PIECE }, (_, at) => SIGNS[(bytes[at] ?? 0) % SIGNS.length]).join('');
  return `${code.toUpperCase().replace(/[^0-9A-Z-]/g, '')}-${year}-${piece}`;
}

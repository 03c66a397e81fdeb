/** What bad rows have in common: mended once for all of them. */
export interface CauseKey {
  /** Rows of the catalogue, not of dossiers. */
  ofCatalogue: boolean;
  problem: string;
  field: string;
  /** The text that nobody knows; empty where the rows have none in common (migrations/0074-desk-and-receipts.sql). */
  text: string;
}

/** The name of a cause in arguments. It says all that finds its rows, so that none is stored. */
export function causeId({ ofCatalogue, problem, field, text }: CauseKey): string {
  return Buffer.from(JSON.stringify([ofCatalogue, problem, field, text])).toString('base64url');
}

const LONGEST_ID = 2_000;

/** The cause that an id names; null for what is no such id. */
export function readCauseId(id: string): CauseKey | null {
  if (id.length > LONGEST_ID) return null;
  try {
    const parts = JSON.parse(Buffer.from(id, 'base64url').toString('utf8')) as unknown;
    if (!Array.isArray(parts) || parts.length !== 4) return null;
    const [ofCatalogue, problem, field, text] = parts as unknown[];
    const isKey =
      typeof ofCatalogue === 'boolean' &&
      typeof problem === 'string' &&
      typeof field === 'string' &&
      typeof text === 'string';
    return isKey && !`${problem}${field}${text}`.includes('\0') ? { ofCatalogue, problem, field, text } : null;
  } catch {
    return null;
  }
}

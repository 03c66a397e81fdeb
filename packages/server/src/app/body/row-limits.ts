/**
 * What one row of a JSON body may be: a row is read in one go, and nothing else is served meanwhile. Rows of dossiers are far
 * smaller, with all that is attached to them; one long text takes no time, many parts do.
 */
export const MOST_ROW_BYTES = 2 * 1024 * 1024;

/** So many names and values may a row hold, however deep. */
const MOST_PARTS = 5_000;
const MOST_DEPTH = 32;
/** Shorter texts cannot hold too much of anything that takes time. */
const HARMLESS = 4_096;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENS: readonly number[] = [0x5b, 0x7b];
const CLOSES: readonly number[] = [0x5d, 0x7d];

/** Whether a row is small enough to be parsed at all; of valid JSON, and harmless for what is none. */
export function isSmallRow(text: string): boolean {
  if (text.length <= HARMLESS) return true;
  if (text.length > MOST_ROW_BYTES) return false;
  let parts = 0;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === COMMA) parts += 1;
    else if (OPENS.includes(code)) {
      parts += 1;
      depth += 1;
    } else if (CLOSES.includes(code)) depth -= 1;
    if (parts > MOST_PARTS || depth > MOST_DEPTH) return false;
  }
  return true;
}

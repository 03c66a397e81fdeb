import { UnreadableBody } from '../body/json-rows.ts';

/** How a text may be told to be written, where its bytes do not tell it. */
export const ENCODINGS = ['utf-8', 'windows-1258'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * A file's bytes as text, composed: UTF-8 or UTF-16, with the mark of its order or without. What is neither is read as the
 * encoding that was told, and refused where none was: to guess would turn letters into others without a word.
 */
export function decodeText(bytes: Buffer, told: Encoding | null): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes.subarray(3), 'utf-8');
  if (first === 0xff && second === 0xfe) return decode(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes.subarray(2), 'utf-16be');
  const silent = silentOrder(bytes);
  if (silent) return decode(bytes, silent);
  return decode(bytes, told ?? 'utf-8');
}

function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    throw new UnreadableBody('another encoding', 'sheet.encoding');
  }
}

/** UTF-16 without its mark: in the texts of tables most second bytes are zero. */
function silentOrder(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 512);
  let [even, odd] = [0, 0];
  for (const [place, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = head.length / 4;
  if (odd > most) return 'utf-16le';
  return even > most ? 'utf-16be' : null;
}

import { UnreadableBody } from '../body/json-rows.ts';

/** What a file is by what is in it; its name is not asked. */
export type FileKind = 'WORKBOOK' | 'JSON' | 'TEXT';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
/** What a locked workbook keeps its content under, in the list of a compound file. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');
/** Files of other kinds, by how they begin. */
const STRANGERS = ['%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'Rar!', '7z\xbc\xaf', '{\\rtf', '\x1f\x8b'].map((head) =>
  Buffer.from(head, 'latin1'),
);
const HEAD = 4_096;

/**
 * Tells what a file is. Throws UnreadableBody, in words, for an empty one, a workbook with a password, one of the old form
 * (.xls), a page of the web that only calls itself a workbook, and files of other kinds.
 */
export function fileKind(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw new UnreadableBody('empty', 'sheet.noRows');
  const begins = (head: Buffer) => bytes.subarray(0, head.length).equals(head);
  if (begins(COMPOUND))
    throw new UnreadableBody('a compound file', bytes.includes(LOCKED) ? 'sheet.password' : 'sheet.oldFormat');
  if (begins(ZIP)) return 'WORKBOOK';
  if (begins(EMPTY_ZIP)) throw new UnreadableBody('an empty ZIP', 'sheet.corrupt');
  if (STRANGERS.some(begins)) throw new UnreadableBody('another kind', 'sheet.otherFormat');
  const head = bytes
    .subarray(0, HEAD)
    .toString('latin1')
    .replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '');
  if (/^<(!doctype html|html|table|\?xml|meta|head)/i.test(head)) throw new UnreadableBody('a page', 'sheet.webPage');
  return /^[[{]\s*["{[\]}]/.test(head) ? 'JSON' : 'TEXT';
}

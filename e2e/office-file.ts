import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const STORED = 0;

/** The text of one file within a ZIP, found by the directory at its end; throws where it is not there. */
export function fileIn(zip: Buffer, name: string): string {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('This is no ZIP.');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return contentAt(zip, at);
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`There is no ${name}.`);
}

function contentAt(zip: Buffer, entry: number): string {
  const [method, length, local] = [
    zip.readUInt16LE(entry + 10),
    zip.readUInt32LE(entry + 20),
    zip.readUInt32LE(entry + 42),
  ];
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + length);
  return (method === STORED ? packed : inflateRawSync(packed)).toString('utf8');
}

/** What stands between tags, in order. */
export const textIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text.replaceAll('&amp;', '&')).join('');

/** The tables of a Word document: rows of cells, as texts. */
export function tablesIn(xml: string): string[][][] {
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell)),
    ),
  );
}

/** The rows of the last table of a Word document, as texts. */
export const lastTable = (xml: string): string[][] => tablesIn(xml).at(-1) ?? [];

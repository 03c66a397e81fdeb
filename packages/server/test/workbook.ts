import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A cell of a made workbook: a text, a number, or the XML inside of `<c …>` with its attributes. */
export type MadeCell = string | number | null | { attributes: string; xml: string };

export interface MadeSheet {
  name?: string;
  /** Rows from the first on; null is a cell that is not there. */
  rows: MadeCell[][];
  /** Ranges such as A1:C1. */
  merged?: string[];
  state?: 'hidden' | 'visible';
}

/** How a day is formatted: style 1 of every made workbook. */
export const dayCell = (serial: number): MadeCell => ({ attributes: 's="1"', xml: `<v>${serial}</v>` });
/** A formula with the value that was computed last. */
export const formulaCell = (formula: string, value: string): MadeCell => ({
  attributes: 't="str"',
  xml: `<f>${formula}</f><v>${escaped(value)}</v>`,
});
export const errorCell = (error: string): MadeCell => ({ attributes: 't="e"', xml: `<f>A1/0</f><v>${error}</v>` });

/** A workbook as a spreadsheet writes it: shared texts, styles, relations. */
export async function makeWorkbook(
  sheets: MadeSheet[],
  {
    isFrom1904 = false,
    prefix = '',
    more = {},
  }: { isFrom1904?: boolean; prefix?: string; more?: Record<string, string> } = {},
): Promise<Buffer> {
  const shared: string[] = [];
  const zip = new ZipFile();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name);
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (list: string[][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  add('_rels/.rels', relations([['rId1', 'officeDocument', '/xl/workbook.xml']]));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, n) => [`s${n}`, 'worksheet', `worksheets/sheet${n + 1}.xml`]),
      ['t', 'sharedStrings', 'sharedStrings.xml'],
      ['f', 'styles', 'styles.xml'],
    ]),
  );
  add(
    'xl/workbook.xml',
    `<workbook xmlns:r="${types}"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, n) =>
          `<sheet name="${name ?? `Sheet${n + 1}`}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="s${n}"/>`,
      )
      .join('')}</sheets></workbook>`,
  );
  add(
    'xl/styles.xml',
    '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-42A]dd\\/mm\\/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>',
  );
  sheets.forEach((sheet, n) => add(`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet, shared, prefix)));
  add(
    'xl/sharedStrings.xml',
    `<sst>${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  );
  for (const [name, xml] of Object.entries(more)) add(name, xml);
  zip.end();
  return buffer(zip.outputStream);
}

function sheetXml({ rows, merged = [] }: MadeSheet, shared: string[], prefix: string): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  const lines = rows.map((cells, row) => {
    const each = cells.map((cell, column) => cellXml(`${letters(column)}${row + 1}`, cell, shared, p));
    return `<${p}row r="${row + 1}">${each.join('')}</${p}row>`;
  });
  const joins = merged.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('');
  return `<${p}worksheet${prefix ? ` xmlns:${prefix}="x"` : ''}><${p}sheetData>${lines.join('')}</${p}sheetData>${
    joins && `<${p}mergeCells>${joins}</${p}mergeCells>`
  }</${p}worksheet>`;
}

function cellXml(ref: string, cell: MadeCell, shared: string[], p: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<${p}c r="${ref}"><${p}v>${cell}</${p}v></${p}c>`;
  if (typeof cell === 'object') return `<${p}c r="${ref}" ${cell.attributes}>${cell.xml}</${p}c>`;
  return `<${p}c r="${ref}" t="s"><${p}v>${shared.push(cell) - 1}</${p}v></${p}c>`;
}

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The head of a compound file: an old workbook, or one with a password. */
export function compoundFile(content: 'Workbook' | 'EncryptedPackage'): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  return Buffer.concat([head, Buffer.from(content, 'utf16le'), Buffer.alloc(512)]);
}

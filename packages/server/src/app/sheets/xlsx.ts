import type { Day } from '@chi-tieu/shared/domain/days';
import { Zip, ZipDeflate } from 'fflate';
import { looksLikeFormula, type Cell, type SheetColumn } from './cells.ts';

/** How cells are shown, by their place in the styles below. */
const STYLE = {
  plain: 0,
  title: 1,
  day: 2,
  quoted: 3,
  WHOLE: 4,
  DECIMAL: 5,
  MARKED_WHOLE: 6,
  MARKED_DECIMAL: 7,
} as const;

/** A number with how it is shown: with points between thousands or two decimals, marked ones with a star that is no part of it. */
export interface ShownNumber {
  number: number;
  shownAs: 'WHOLE' | 'DECIMAL' | 'MARKED_WHOLE' | 'MARKED_DECIMAL';
}

export type SheetCell = Cell | ShownNumber;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook with one sheet, but the sheet itself. */
const partsOf = (name: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATED}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATED}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0&quot;*&quot;"/><numFmt numFmtId="166" formatCode="0.00&quot;*&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

/**
 * A workbook of one sheet, made as its rows come: nothing holds it whole. Texts are texts (nothing in them is ever a formula), days are
 * dates, the titles stay in sight with the lines above them.
 */
export async function* xlsxOf(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<SheetCell[]>,
  above: readonly string[] = [],
): AsyncGenerator<Buffer> {
  let made: Buffer[] = [];
  const taken = (): Buffer => {
    const whole = Buffer.concat(made);
    made = [];
    return whole;
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(Buffer.from(chunk));
  });
  const begin = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    return file;
  };
  for (const [path, text] of Object.entries(partsOf(name))) begin(path).push(Buffer.from(HEAD + text), true);
  const sheet = begin('xl/worksheets/sheet1.xml');
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  sheet.push(
    Buffer.from(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${above.length + 1}" topLeftCell="A${above.length + 2}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${above.map((line) => `<row>${textCell(line, STYLE.title)}</row>`).join('')}<row>${columns.map(({ title }) => textCell(title, STYLE.title)).join('')}</row>`,
    ),
  );
  for await (const row of rows) {
    sheet.push(Buffer.from(`<row>${row.map(cellOf).join('')}</row>`));
    if (made.length > 0) yield taken();
  }
  sheet.push(Buffer.from('</sheetData></worksheet>'), true);
  zip.end();
  yield taken();
}

function cellOf(cell: SheetCell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'object' && 'number' in cell) return `<c s="${STYLE[cell.shownAs]}"><v>${cell.number}</v></c>`;
  if (typeof cell === 'object') return `<c s="${STYLE.day}"><v>${serialOf(cell.day)}</v></c>`;
  return textCell(cell, looksLikeFormula(cell) ? STYLE.quoted : STYLE.plain);
}

const textCell = (text: string, style: number): string =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Days since the last of 1899: as such a program counts them. */
function serialOf(day: Day): number {
  return Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** A text as XML holds it; characters that no XML may hold are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

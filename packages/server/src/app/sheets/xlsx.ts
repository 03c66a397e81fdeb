import type { Day } from '@chi-tieu/shared/domain/days';
import { headLines, type HeadCell } from '@chi-tieu/shared/domain/paper/table';
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

/** One sheet of a workbook: its name, its columns, its rows as they come, and lines above its titles. */
export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<SheetCell[]> | Iterable<SheetCell[]>;
  above?: readonly string[];
  /** Rows after a free one: who signs. */
  below?: readonly SheetCell[][];
}

/** The parts of a workbook but its sheets. */
function partsOf(names: readonly string[]): Record<string, string> {
  const each = (write: (name: string, number: number) => string): string =>
    names.map((name, at) => write(name, at + 1)).join('');
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>${each((_name, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${KIND}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets>${each((name, number) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="r${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((_name, number) => `<Relationship Id="r${number}" Type="${RELATED}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="styles" Type="${RELATED}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0&quot;*&quot;"/><numFmt numFmtId="166" formatCode="0.00&quot;*&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}

/**
 * A workbook of one sheet, made as its rows come: nothing holds it whole. Texts are texts (nothing in them is ever a formula), days are
 * dates, the titles stay in sight with the lines above them.
 */
export function xlsxOf(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<SheetCell[]>,
  above: readonly string[] = [],
): AsyncGenerator<Buffer> {
  return workbookOf([{ name, columns, rows, above }]);
}

/** The same of several sheets, one after the other; with `madeAt` the same workbook is the same file, whenever it is written. */
export async function* workbookOf(sheets: readonly Sheet[], madeAt?: Date): AsyncGenerator<Buffer> {
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
    if (madeAt) file.mtime = madeAt;
    zip.add(file);
    return file;
  };
  for (const [path, text] of Object.entries(partsOf(sheets.map(({ name }) => name))))
    begin(path).push(Buffer.from(HEAD + text), true);
  for (const [at, { columns, rows, above = [], below = [] }] of sheets.entries()) {
    const sheet = begin(`xl/worksheets/sheet${at + 1}.xml`);
    sheet.push(Buffer.from(beginningOf(columns, above)));
    for await (const row of rows) {
      sheet.push(Buffer.from(`<row>${row.map(cellOf).join('')}</row>`));
      if (made.length > 0) yield taken();
    }
    const under =
      below.length === 0 ? '' : `<row/>${below.map((row) => `<row>${row.map(cellOf).join('')}</row>`).join('')}`;
    sheet.push(Buffer.from(`${under}</sheetData>${mergesOf(columns, above.length)}</worksheet>`), true);
  }
  zip.end();
  yield taken();
}

/** A sheet up to its first row. */
function beginningOf(columns: readonly SheetColumn[], above: readonly string[]): string {
  const lines = headLines(columns);
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${above.length + lines.length}" topLeftCell="A${above.length + lines.length + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${above.map((line) => `<row>${textCell(line, STYLE.title)}</row>`).join('')}${lines.map((line) => titleRow(line, columns.length)).join('')}`;
}

/** A line of titles: what reaches over several cells stands in the first of them. */
function titleRow(line: readonly HeadCell[], count: number): string {
  const texts = new Map(line.map(({ column, text }) => [column, text] as const));
  const cells = Array.from({ length: count }, (_, at) => textCell(texts.get(at) ?? '', STYLE.title));
  return `<row>${cells.join('')}</row>`;
}

/** Which cells of the titles are one, below so many lines. */
function mergesOf(columns: readonly SheetColumn[], above: number): string {
  const merges = headLines(columns).flatMap((line, at) =>
    line
      .filter(({ span, lines }) => span > 1 || lines > 1)
      .map(({ column, span, lines }) => {
        const row = above + at + 1;
        return `<mergeCell ref="${letters(column)}${row}:${letters(column + span - 1)}${row + lines - 1}"/>`;
      }),
  );
  return merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
}

/** `A`, `Z`, `AA`: how such a program names a column. */
function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (column % 26));
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

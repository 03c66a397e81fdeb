import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of XML with what lies in it. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Reads a text as XML; throws for what is none. */
export function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (more) => {
    const last = open.at(-1);
    if (last && last !== root) last.text += more;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return root;
}

/** Every element of a name below another one, in order. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** All text below an element. */
export function textOf(element: Element): string {
  return element.text + element.children.map(textOf).join('');
}

/** The files within a ZIP, as text. */
export function unzipped(content: Buffer): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(content)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The rows of a Word document's last table, as texts. */
export function annexRows(content: Buffer): string[][] {
  const body = readXml(unzipped(content)['word/document.xml'] ?? '');
  const table = all(body, 'w:tbl').at(-1);
  return table ? all(table, 'w:tr').map((row) => all(row, 'w:tc').map(textOf)) : [];
}

/** A text of a PDF with where it stands, in points from the upper left, and its size. */
export interface PdfText {
  text: string;
  x: number;
  y: number;
  size: number;
}

/** The pages of a PDF: each text where it stands. */
export async function readPdf(content: Buffer): Promise<PdfText[][]> {
  const task = getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: PdfText[][] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
        return [{ text: item.str, x, y: height - y, size }];
      }),
    );
  }
  await task.destroy();
  return pages;
}

/** The pages of a PDF as running text, however its lines were broken. */
export async function pdfText(content: Buffer): Promise<string[]> {
  const pages = await readPdf(content);
  return pages.map((page) =>
    page
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
  );
}

/** The rows of a workbook's first sheet, as texts. */
export function sheetRows(content: Buffer): string[][] {
  const sheet = readXml(unzipped(content)['xl/worksheets/sheet1.xml'] ?? '');
  return all(sheet, 'row').map((row) => all(row, 'c').map(textOf));
}

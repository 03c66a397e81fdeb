import PDFDocument from 'pdfkit';
import {
  FOOTER_SIZE,
  PAGE,
  PAGE_NUMBER_AT,
  PAGE_NUMBER_SIZE,
  WIDE_PAGE,
  type PageShape,
} from '@chi-tieu/shared/domain/paper/layout';
import { footOf, type Paper } from './paper.ts';
import { pdfFonts, type PdfFont } from './pdf-fonts.ts';

/** Points in a length in millimetres. */
export const pt = (mm: number): number => (mm * 72) / 25.4;

export type Pdf = InstanceType<typeof PDFDocument>;

/** Where a page is written on, in points from its upper left corner. */
export interface Area {
  left: number;
  top: number;
  width: number;
  bottom: number;
}

const sizeOf = ({ width, height, top, bottom, left, right }: PageShape) => ({
  size: [pt(width), pt(height)] as [number, number],
  margins: { top: pt(top), bottom: pt(bottom), left: pt(left), right: pt(right) },
});

/** Where the page that is written on now may be written on. */
export function areaOf({ page }: Pdf): Area {
  const { left, right, top, bottom } = page.margins;
  return { left, top, width: page.width - left - right, bottom: page.height - bottom };
}

/** Begins a page; it and all that follow by themselves lie on their long side where that is wanted. */
export function startPage(pdf: Pdf, isWide: boolean): void {
  Object.assign(pdf.options, sizeOf(isWide ? WIDE_PAGE : PAGE));
  pdf.addPage();
}

/** With which font each document writes: pages begin in the middle of texts, and what stands in their margins has another one. */
const fonts = new WeakMap<Pdf, readonly [PdfFont, number]>();

/** Sets the font of what is written from now on. */
export function setFont(pdf: Pdf, font: PdfFont, size: number): Pdf {
  fonts.set(pdf, [font, size]);
  return pdf.font(font, size);
}

/** A document of A4 pages with our fonts; each page is numbered as it begins, so that it can be given away when it ends. */
export async function openPdf(paper: Paper): Promise<Pdf> {
  const pdf = new PDFDocument({
    ...sizeOf(PAGE),
    autoFirstPage: false,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: paper.title, CreationDate: paper.madeAt, ModDate: paper.madeAt, Producer: '', Creator: '' },
  });
  for (const [name, font] of Object.entries(await pdfFonts())) pdf.registerFont(name, font);
  let count = 0;
  const foot = footOf(paper);
  pdf.on('pageAdded', () => fillMargins(pdf, ++count, foot));
  pdf.addPage();
  return pdf;
}

/** The number of a page from the second one on, in the middle of the upper margin, and at its foot which paper it is of. */
function fillMargins(pdf: Pdf, number: number, foot: string): void {
  const written = fonts.get(pdf);
  const { left, top, width } = areaOf(pdf);
  if (number > 1) {
    pdf.font('regular', PAGE_NUMBER_SIZE);
    const x = left + (width - pdf.widthOfString(String(number))) / 2;
    pdf.text(String(number), x, pt(PAGE_NUMBER_AT), { lineBreak: false });
  }
  pdf
    .font('regular', FOOTER_SIZE)
    .text(foot, left, pdf.page.height - pt(PAGE_NUMBER_AT) - FOOTER_SIZE, { lineBreak: false });
  if (written) pdf.font(...written);
  pdf.x = left;
  pdf.y = top;
}

/** Everything that a document comes to, once it is ended. */
export function bytesOf(pdf: Pdf): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise<Buffer>((done, failed) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.once('end', () => done(Buffer.concat(parts)));
    pdf.once('error', failed);
  });
}

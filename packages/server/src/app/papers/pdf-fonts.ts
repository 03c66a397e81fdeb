import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Tinos has the measures of Times New Roman and all of Vietnamese; it comes with the packages and is put into every file. */
const FILES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const;

export type PdfFont = keyof typeof FILES;

const find = createRequire(import.meta.url).resolve;
let read: Promise<Record<PdfFont, Buffer>> | undefined;

/** The fonts, read once. */
export function pdfFonts(): Promise<Record<PdfFont, Buffer>> {
  read ??= readFonts();
  return read;
}

async function readFonts(): Promise<Record<PdfFont, Buffer>> {
  const font = (name: PdfFont): Promise<Buffer> => readFile(find(`@expo-google-fonts/tinos/${FILES[name]}`));
  const [regular, bold, italic, boldItalic] = await Promise.all([
    font('regular'),
    font('bold'),
    font('italic'),
    font('boldItalic'),
  ]);
  return { regular, bold, italic, boldItalic };
}

/** The font of a look. */
export function fontOf({ bold, italic }: { bold?: true; italic?: true }): PdfFont {
  if (bold && italic) return 'boldItalic';
  return bold ? 'bold' : italic ? 'italic' : 'regular';
}

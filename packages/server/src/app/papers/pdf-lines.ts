import type { Pdf } from './pdf-page.ts';

/** Where a line may end: at blanks alone, so that no number and no word is torn; a blank that holds together is none. */
const words = (text: string): string[] => text.split(/[ \t]+/);

/** How wide the widest word of a text is, in the font that is set. */
export function longestWord(pdf: Pdf, text: string): number {
  return Math.max(1, ...text.split('\n').flatMap((line) => words(line).map((word) => pdf.widthOfString(word))));
}

/** The lines of a text within a width, in the font that is set; a word that no line holds is broken between letters. */
export function linesIn(pdf: Pdf, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (pdf.widthOfString(paragraph) <= width) return [paragraph];
    const lines: string[] = [];
    let line = '';
    for (const word of words(paragraph).flatMap((one) => pieces(pdf, one, width))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line === '' || pdf.widthOfString(longer) <= width) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  });
}

function pieces(pdf: Pdf, word: string, width: number): string[] {
  if (pdf.widthOfString(word) <= width + 0.01) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && pdf.widthOfString(piece + letter) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

import { nationalCode } from '../procedure-code.ts';

/** Letters that are typed for digits. */
const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1' };

/**
 * The national code that a text was most likely meant to be: with commas or blanks for the point (`2,000815`), without it
 * (`2000815`), with letters for digits (`2.OOO815`), with words around it (`TTHC 2.000815`). Null where nothing is that close.
 */
export function likelyCode(text: string): string | null {
  const found = /(?<![\d.])[1-6]\.\d{6}(?!\d)/.exec(text);
  if (found) return found[0];
  const plain = text.replace(/[OolI]/g, (letter) => DIGITS[letter] ?? letter).replace(/[\s_-]+/g, '');
  const pointed = plain.replace(/[,;:]/g, '.').replace(/\.{2,}/g, '.');
  for (const tried of [pointed, pointed.replace(/^([1-6])(\d{6})(?=$|\.)/, '$1.$2'), withoutThousands(pointed)]) {
    const code = nationalCode(tried);
    if (code !== null) return code;
  }
  return null;
}

/** `2.000.815` is a number with points between its thousands. */
function withoutThousands(text: string): string {
  return text.replace(/^([1-6])\.(\d{3})\.(\d{3})$/, '$1.$2$3');
}

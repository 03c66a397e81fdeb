import { holdsCitizenNumber, withPlainDigits } from './citizen-number.ts';
import { readDossierCode } from './dossier-code.ts';

/** How long anything said about a plan may be. */
export const LONGEST_SAID = 2_000;

/** Why a text is not taken. CITIZEN: it holds what looks like the number of a telephone or identity card; DOSSIER: the code of a dossier. */
export type SaidProblem = 'EMPTY' | 'LONG' | 'CITIZEN' | 'DOSSIER';

const DASHES = /\s*[-/\u2010-\u2015\u2212]\s*/g;
/** What is not seen: it would part what belongs together. */
const UNSEEN = /\p{Cf}/gu;
/** Whatever may be a dossier's code; whether it is one, its own rule says. */
const CODE = /[a-z\d][a-z\d.]*-(?:\d{8}|\d{6})-\d{4,7}(?!\d)/gi;
/** What no text of a person has: a line's end is kept, and so is a tabulator. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

/** What somebody says, in the one form in which it is kept: composed, lines by \n, without blanks around it. */
export function tidySaid(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ').normalize('NFC').trim();
}

/** A text without what is not seen: that would part what belongs together, or turn it round. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** Whether a text names a dossier by its code, whichever dashes it is written with. */
export function holdsDossierCode(text: string): boolean {
  const plain = withPlainDigits(text.normalize('NFKC')).replace(UNSEEN, '').replace(DASHES, '-');
  return (plain.match(CODE) ?? []).some((code) => readDossierCode(code) !== null);
}

/** The first thing that keeps a tidied text from being taken; null where nothing does. */
export function problemOfSaid(text: string): SaidProblem | null {
  if (text.replace(UNSEEN, '').trim() === '') return 'EMPTY';
  if (text.length > LONGEST_SAID) return 'LONG';
  if (holdsCitizenNumber(text)) return 'CITIZEN';
  return holdsDossierCode(text) ? 'DOSSIER' : null;
}

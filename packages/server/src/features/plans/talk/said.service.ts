import { LONGEST_SAID, problemOfSaid, tidySaid, type SaidProblem } from '@chi-tieu/shared/domain/said-text';
import { badInput } from '../../../app/errors.ts';
import type { ErrorText } from '../../../app/error-texts.ts';

const TEXTS: Readonly<Record<SaidProblem, ErrorText>> = {
  EMPTY: 'said.empty',
  LONG: 'said.long',
  CITIZEN: 'said.citizen',
  DOSSIER: 'said.dossier',
};

/** What is wrong with a tidied text; null where nothing is. */
export function problemTextOfSaid(text: string): ErrorText | null {
  const problem = problemOfSaid(text);
  return problem && TEXTS[problem];
}

/** A text as it is kept, or BAD_USER_INPUT at its path: it names no citizen and no dossier, and is no longer than it may be. */
export function checkSaid(path: string, text: string): string {
  const tidied = tidySaid(text);
  const problem = problemOfSaid(tidied);
  if (problem !== null) throw badInput(path, TEXTS[problem], problem === 'LONG' ? { most: LONGEST_SAID } : {});
  return tidied;
}

const UNSEEN = /\p{Cf}/gu;

/** The same of what stands in one line: a name, a number. Nothing in it is unseen, nothing ends it. */
export function checkSaidLine(path: string, text: string, most: number): string {
  const line = checkSaid(path, tidySaid(text).replace(/\s+/g, ' ').replace(UNSEEN, ''));
  if (line.length > most) throw badInput(path, TEXTS.LONG, { most });
  return line;
}

/** What is said where nothing need be said: null for an empty one. */
export function checkSaidIfAny(path: string, text: string | null | undefined): string | null {
  return tidySaid(text ?? '') === '' ? null : checkSaid(path, text ?? '');
}

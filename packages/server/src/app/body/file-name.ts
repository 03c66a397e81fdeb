import { holdsCitizenNumber } from '@chi-tieu/shared/domain/citizen-number';

const LONGEST_NAME = 200;
const EXTENSION = /\.[a-z][a-z\d]{0,9}$/i;

/**
 * What is kept of the name that a sender gave a file: officers know their files by it. Of one that holds what looks like the number
 * of a citizen only the kind of file is kept (`***.xlsx`): whoever writes a number there writes whose it is beside it.
 */
export function keptFileName(name: unknown): string | null {
  if (typeof name !== 'string' || name === '') return null;
  const text = name.normalize('NFC').replaceAll('\0', '');
  // All of it is looked at: what is cut off later could be the end of a number.
  return (holdsCitizenNumber(text) ? `***${EXTENSION.exec(text)?.[0] ?? ''}` : text).slice(0, LONGEST_NAME);
}

import { holdsCitizenNumber } from '@chi-tieu/shared/domain/citizen-number';

const LONGEST_NAME = 200;
const EXTENSION = /\.[a-z][a-z\d]{0,9}$/i;
/** What no name of a file may hold: control signs, signs that nobody sees or that turn the writing, what paths forbid. */
const UNSAFE = /[\p{Cc}\p{Cf}"*:<>?|]/gu;

/**
 * What is kept of the name that somebody gave a file: without folders and unsafe signs, its kind always at the end. Of one that
 * holds what looks like the number of a citizen only the kind of file is kept. Null where nothing is left.
 */
export function keptFileName(name: string | null): string | null {
  const whole = (name ?? '').normalize('NFC');
  const [bare = ''] = whole.split(/[\\/]/).slice(-1);
  const text = bare.replace(UNSAFE, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  if (text === '') return null;
  const [kind = ''] = EXTENSION.exec(text) ?? [];
  if (holdsCitizenNumber(whole)) return `tệp${kind}`;
  return text.length <= LONGEST_NAME ? text : text.slice(0, LONGEST_NAME - kind.length) + kind;
}

import { holdsCitizenNumber } from '@chi-tieu/shared/domain/citizen-number';

const LONGEST_NAME = 200;
const EXTENSION = /\.[a-z][a-z\d]{0,9}$/i;
/** What no name of a file may hold: control signs, signs that nobody sees or that turn the writing, what paths forbid. */
const UNSAFE = /[\p{Cc}\p{Cf}"*:<>?|]/gu;

/**
 * What is kept of the name that somebody gave a file, as officers know their files by it: without folders and unsafe signs, its kind
 * always at the end. Of one that holds what looks like the number of a citizen only the kind is kept, behind `instead`: whoever writes
 * a number there writes whose it is beside it. Null where nothing is left.
 */
export function keptFileName(name: unknown, instead = '***'): string | null {
  const whole = typeof name === 'string' ? name.normalize('NFC') : '';
  const [bare = ''] = whole.split(/[\\/]/).slice(-1);
  const text = bare.replace(UNSAFE, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  if (text === '') return null;
  const [kind = ''] = EXTENSION.exec(text) ?? [];
  // All of it is looked at: what is cut off could be the end of a number.
  if (holdsCitizenNumber(whole)) return instead + kind;
  return text.length <= LONGEST_NAME ? text : text.slice(0, LONGEST_NAME - kind.length) + kind;
}

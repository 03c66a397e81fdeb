import { fold } from '../fold.ts';

/** How many characters a password has at least; there is no other rule of form. */
export const SHORTEST_PASSWORD = 12;
/** And at the most. */
export const LONGEST_PASSWORD = 256;

/** Why a password is not taken. NAME: it is the name of its account or of the product; COMMON: many have it. */
export type PasswordProblem = 'SHORT' | 'LONG' | 'NAME' | 'COMMON';

/** A password as it is hashed: however its letters were typed, they are composed the same way. */
export function passwordText(password: string): string {
  return password.normalize('NFC');
}

/**
 * What is wrong with a new password; null when nothing is. Characters are counted, not bytes. Names and common passwords are
 * found without regard to marks, capitals, blanks and signs, with digits before and after them, and written several times over.
 * `common` holds them as `bareWords` gives them.
 */
export function passwordProblem(
  password: string,
  { names, common }: { names: readonly string[]; common: ReadonlySet<string> },
): PasswordProblem | null {
  const length = Array.from(passwordText(password)).length;
  if (length < SHORTEST_PASSWORD) return 'SHORT';
  if (length > LONGEST_PASSWORD) return 'LONG';
  const forms = formsOf(password);
  const taken = new Set(names.map(bareWords).filter((name) => name !== ''));
  if (forms.some((form) => taken.has(form))) return 'NAME';
  return forms.some((form) => common.has(form)) || isOneSignOverAndOver(password) ? 'COMMON' : null;
}

/** Letters and digits alone, without marks and capitals: `Mật khẩu 1` is `matkhau1`. */
export function bareWords(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** What a password says once it is bare, without digits around it, and only once where it says one thing several times. */
function formsOf(password: string): string[] {
  const bare = bareWords(password);
  const forms = [bare, bare.replace(/^\d+|\d+$/g, '')].filter((form) => form !== '');
  return forms.flatMap((form) => [form, onceOnly(form)]);
}

/** `abcabcabc` says `abc`; what says nothing twice stays as it is. */
function onceOnly(text: string): string {
  const second = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, second);
}

function isOneSignOverAndOver(password: string): boolean {
  return new Set(passwordText(password)).size === 1;
}

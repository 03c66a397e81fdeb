import { badInput } from '../../app/errors.ts';
import { nameKeyOf } from './sign-in.service.ts';

const LONGEST_USERNAME = 60;
const LONGEST_NAME = 200;

/** Letters of any script, digits, blanks and `. _ - @`, from a letter or digit to a letter or digit. */
const USERNAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._@-]*[\p{L}\p{M}\p{N}])?$/u;

/** A user name as it is stored and compared; BAD_USER_INPUT for what nobody could sign in with. */
export function readUsername(path: string, given: string): string {
  const username = nameKeyOf(given);
  if (username.length > LONGEST_USERNAME || !USERNAME.test(username))
    throw badInput(path, 'account.username', { most: LONGEST_USERNAME });
  return username;
}

/** A name as it is shown; BAD_USER_INPUT where there is none, or no end of it. */
export function readName(path: string, given: string): string {
  const name = given.normalize('NFC').trim();
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name))
    throw badInput(path, 'account.name', { most: LONGEST_NAME });
  return name;
}

const HIGHEST_NUMBER = 2_147_483_647;

/** The number of a row that an id stands for; null for what is none. */
export function rowNumber(id: string): number | null {
  return /^\d{1,10}$/.test(id) && Number(id) <= HIGHEST_NUMBER ? Number(id) : null;
}

import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import {
  bareWords,
  LONGEST_PASSWORD,
  passwordProblem,
  passwordText,
  SHORTEST_PASSWORD,
  type PasswordProblem,
} from '@chi-tieu/shared/domain/access/password';
import { badInput } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { argon2Of, isPasswordOf } from './password-threads.ts';

/** What lies beyond is not looked at; only a password that the environment gave is that long. */
const LONGEST_READ = 1_000;

/** argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane). */
export function hashPassword(password: string): Promise<string> {
  return argon2Of(readable(password));
}

/** Compared against where there is no password, so that known and unknown names take the same time. */
const NOBODY = hashPassword(randomBytes(16).toString('hex'));

/** Whether a password is the one that was hashed; null for no hash: never right, after the same work. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const compared = stored ?? (await NOBODY);
  const right = await isPasswordOf(compared, readable(password));
  return right && stored !== null;
}

function readable(password: string): string {
  return passwordText(password).slice(0, LONGEST_READ);
}

const PRODUCT_NAMES = ['chi-tieu', 'chỉ tiêu', 'chỉ tiêu dịch vụ công'];

// The same three steps up from src/features/accounts as from dist/features/accounts.
const LIST = new URL('../../../data/common-passwords.txt', import.meta.url);

/** The passwords that many have, from the list that comes with the product. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  readFileSync(LIST, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(bareWords),
);

const TEXTS: Readonly<Record<PasswordProblem, ErrorText>> = {
  SHORT: 'password.short',
  LONG: 'password.long',
  NAME: 'password.name',
  COMMON: 'password.common',
};

/** BAD_USER_INPUT at the path where a new password is none to take for an account of these names. */
export function checkNewPassword(path: string, password: string, names: readonly string[]): void {
  const problem = passwordProblem(password, { names: [...names, ...PRODUCT_NAMES], common: COMMON_PASSWORDS });
  if (problem === null) return;
  throw badInput(path, TEXTS[problem], { least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD });
}

import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { secretHash } from '../secrets.ts';

const ISSUER = 'Chỉ tiêu';
const DIGITS = 6;
const STEP_SECONDS = 30;
/** A phone may be so many steps early or late. */
const SKEW_STEPS = 1;
const SECRET_BYTES = 20;

/** A new secret as apps read it: base32. */
export function newFactorSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an app takes from a QR code. */
export function factorUri(secret: string, username: string): string {
  return totpOf(secret, username).toString();
}

/** The half minute, counted from 1970, whose code this is: the one of an instant, or the one before or after it; else null. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: SKEW_STEPS });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}

function totpOf(secret: string, label = ''): TOTP {
  const form = { algorithm: 'SHA1', digits: DIGITS, period: STEP_SECONDS };
  return new TOTP({ issuer: ISSUER, label, ...form, secret: Secret.fromBase32(secret) });
}

/** Whether it has the form of an app's code; blanks within it do not count. */
export function isAppCode(text: string): boolean {
  return /^\d{6}$/.test(bare(text));
}

/** A code without what people put between its signs. */
export function bare(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

/** Letters and digits that are not taken for each other. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 6;
const GROUP_LENGTH = 4;
const CODES = 10;

/** New recovery codes: 24 signs each, over 112 bits, so that their plain hashes give nothing away. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, newGroup).join('-'));
}

function newGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
}

/** What is kept of a recovery code. */
export function recoveryHash(code: string): Buffer {
  return secretHash(bare(code));
}

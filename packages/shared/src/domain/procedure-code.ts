const NATIONAL_LENGTH = 8;
const CODE = /^[1-6]\.\d{6}(?:\.[0-9A-Za-z]+)*$/;

/**
 * The national part of a procedure's code, by which procedures are matched: `2.000815` of `2.000815.000.00.00.H55` (a
 * province's own form) and of `2.000815.02` (one service of it). Null for what is no such code. Blanks around it do not count.
 */
export function nationalCode(text: string): string | null {
  const code = text.trim();
  return CODE.test(code) ? code.slice(0, NATIONAL_LENGTH) : null;
}

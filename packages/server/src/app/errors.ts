import { isDay } from '@chi-tieu/shared/domain/days';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import type { Locale } from './locale.ts';
import { ERROR_TEXTS, type ErrorText } from './error-texts.ts';

/** The classes of errors that a caller can tell apart (`extensions.code`); UNAVAILABLE is nobody's fault and passes. */
export type ErrorClass = 'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'UNAVAILABLE';

export type ErrorParams = Record<string, string | number>;

/** One wrong place in the input, e.g. `targets.3.percent`. */
export interface FieldProblem {
  path: string;
  text: ErrorText;
  params: ErrorParams;
}

/**
 * An error that is part of the contract: its class, a text from the one table, and where in the input it lies. Anything
 * else that is thrown is a bug and reaches callers only as an internal error with the request's id.
 */
export class AppError extends Error {
  readonly kind: ErrorClass;
  readonly text: ErrorText;
  readonly params: ErrorParams;
  readonly fields: FieldProblem[];
  /** Further facts for `extensions`, e.g. the current version of what changed meanwhile, or a conflict field by field. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    kind: ErrorClass,
    text: ErrorText,
    params: ErrorParams = {},
    more: { fields?: FieldProblem[]; facts?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(`${kind}: ${text}`);
    this.name = 'AppError';
    this.kind = kind;
    this.text = text;
    this.params = params;
    this.fields = more.fields ?? [];
    this.facts = more.facts ?? {};
  }
}

/** The one thing that was called for does not exist. */
export function notFound(text: ErrorText, params: ErrorParams = {}): AppError {
  return new AppError('NOT_FOUND', text, params);
}

/** One field of the input is wrong. */
export function badInput(path: string, text: ErrorText, params: ErrorParams = {}): AppError {
  return badInputs([{ path, text, params }]);
}

/** Several fields are wrong; the first gives the message. */
export function badInputs(fields: FieldProblem[]): AppError {
  const first = fields[0];
  return new AppError('BAD_USER_INPUT', first?.text ?? 'input.wrong', first?.params ?? {}, { fields });
}

/** Somebody was faster, or the thing is in a state that does not allow it. */
export function conflict(
  text: ErrorText,
  params: ErrorParams = {},
  more: { path?: string; facts?: Record<string, string | number> } = {},
): AppError {
  const fields = more.path === undefined ? [] : [{ path: more.path, text, params }];
  return new AppError('CONFLICT', text, params, { fields, ...(more.facts && { facts: more.facts }) });
}

/** The parameters that may be a day. */
const DAYS: ReadonlySet<string> = new Set(['day', 'first', 'from', 'known', 'last', 'to']);

/** The text in the caller's language with its parameters filled in; days as people of that language write them. */
export function errorText(text: ErrorText, params: ErrorParams, locale: Locale): string {
  return ERROR_TEXTS[text][locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const given = params[name] ?? whole;
    const value = String(given);
    // A point parts thousands in Vietnamese.
    if (locale === 'vi' && typeof given === 'number') return value.replace('.', ',');
    return locale === 'vi' && DAYS.has(name) && isDay(value) ? formatDay(value) : value;
  });
}

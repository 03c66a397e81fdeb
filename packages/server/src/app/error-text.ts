import type { Locale } from './locale.ts';

/** A text of an error in both languages; `{name}` stands for a parameter. */
export function text(vi: string, en: string): Record<Locale, string> {
  return { vi, en };
}

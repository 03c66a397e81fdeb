import { language } from '../i18n/i18n.ts';

/** How large something is, for people: `820 KB`, `12,3 MB`, `1,5 GB`. */
export function bytesText(bytes: number): string {
  const write = (value: number, digits: number): string =>
    value.toLocaleString(language.value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (bytes < 1000) return `${write(bytes, 0)} B`;
  if (bytes < 1_000_000) return `${write(bytes / 1000, 0)} KB`;
  if (bytes < 1_000_000_000) return `${write(bytes / 1_000_000, 1)} MB`;
  return `${write(bytes / 1_000_000_000, 1)} GB`;
}

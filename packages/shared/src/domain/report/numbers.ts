import type { Day } from '../days.ts';
import { withoutUnseen } from '../said-text.ts';

const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;
/** What ends a day; what is told in percent is none. */
const END = '(?![\\d/]|[.,]\\d)(?!\\s*(?:%|‰|phần trăm))';
/** Of what is counted there is no month: `đạt 4/2022 hồ sơ`. */
const COUNTED = '(?!\\s*(?:hồ sơ|đơn vị|thủ tục|dịch vụ))';
/** A day, a month, a quarter or a year as it is written: no figure. */
const DAY = new RegExp(
  [
    `tháng (?<m1>\\d{1,2})(?:/(?<y1>\\d{4}))?${END}`,
    `(?<![\\d/.,])(?<day>\\d{1,2})/(?<m2>\\d{1,2})/(?<y2>\\d{4})${END}`,
    `(?<![\\d/.,])(?<m3>\\d{1,2})/(?<y3>\\d{4})${END}${COUNTED}`,
    `năm (?<y4>\\d{4})${END}`,
    `quý [1-4](?:/(?<y5>\\d{4}))?${END}`,
  ].join('|'),
  'giu',
);
/** The number of a document: `766/QĐ-TTg`, `30/2020/NĐ-CP`. */
const DOCUMENT = /(?<![\d/.,])\d{1,5}\/(?:\d{4}\/)?(?=\p{Lu})[\p{Lu}\d][\p{L}\d-]*/gu;

/** Reports tell of years near their own: so far before, so far ahead. */
const BACK = 15;
const AHEAD = 10;

type Found = Readonly<Record<string, string | undefined>>;

function isWrittenDay({ day, m1, m2, m3, y1, y2, y3, y4, y5 }: Found, near: number): boolean {
  const [d, m] = [Number(day ?? 1), Number(m1 ?? m2 ?? m3 ?? 1)];
  const y = Number(y1 ?? y2 ?? y3 ?? y4 ?? y5 ?? near);
  return d >= 1 && d <= 31 && m >= 1 && m <= 12 && y >= near - BACK && y <= near + AHEAD;
}

/** The numbers that a text names, as they are written but in one form of digits, and but for days, months and years near that of a day. */
export function numbersIn(text: string, near: Day): string[] {
  const year = Number(near.slice(0, 4));
  const plain = withoutUnseen(text.normalize('NFKC')).replace(DOCUMENT, ' ');
  const rest = plain.replace(DAY, (whole: string, ...found: unknown[]) =>
    isWrittenDay(found.at(-1) as Found, year) ? ' ' : whole,
  );
  return rest.match(NUMBER) ?? [];
}

/** The numbers of a text that none of the others names, each once. */
export function strangeNumbers(text: string, others: readonly string[], near: Day): string[] {
  const known = new Set(others.flatMap((other) => numbersIn(other, near)));
  return [...new Set(numbersIn(text, near))].filter((number) => !known.has(number));
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
/** A day or a month as it is written: no figure. */
const DAY = /(?<![\d/.,])\d{1,2}\/(?:\d{1,2}\/)?\d{4}(?![\d/])|(?:năm \d{4}|tháng \d{1,2}|quý \d)(?![\d/]|[.,]\d)/giu;

/** The numbers that a text names, as they are written, but for days and months. */
export function numbersIn(text: string): string[] {
  return text.replace(DAY, ' ').match(NUMBER) ?? [];
}

/** The numbers of a text that none of the others names, each once. */
export function strangeNumbers(text: string, others: readonly string[]): string[] {
  const known = new Set(others.flatMap(numbersIn));
  return [...new Set(numbersIn(text))].filter((number) => !known.has(number));
}

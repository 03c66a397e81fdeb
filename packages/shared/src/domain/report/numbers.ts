const NUMBER = /\d+(?:[.,]\d+)*/g;

/** The numbers that a text names, as they are written. */
export function numbersIn(text: string): string[] {
  return text.match(NUMBER) ?? [];
}

/** The numbers of a text that none of the others names, each once. */
export function strangeNumbers(text: string, others: readonly string[]): string[] {
  const known = new Set(others.flatMap(numbersIn));
  return [...new Set(numbersIn(text))].filter((number) => !known.has(number));
}

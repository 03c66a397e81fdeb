const PLACE = /\{\{\s*([^{}?]*?)\s*(\?)?\s*\}\}/g;

/** What is printed where a place has no value yet: room to write by hand. */
export const BLANK = '……';

/** The places of a text, as they were typed, and what is left of it without them. */
export function placesIn(text: string): { places: { name: string; isOptional: boolean }[]; rest: string } {
  const places: { name: string; isOptional: boolean }[] = [];
  const rest = text.replace(PLACE, (_whole, name: string, mark?: string) => {
    places.push({ name, isOptional: mark !== undefined });
    return '';
  });
  return { places, rest };
}

/** What is wrong with a text of a template: it is too long, holds a place that nobody knows, or braces that are no place. */
export interface PlaceFault {
  kind: 'LONG' | 'UNKNOWN_PLACE' | 'OPEN_BRACES';
  /** The place as it was typed. */
  place?: string;
}

/** Every fault of a text by the places that it may name. */
export function placeFaults(text: string, known: ReadonlySet<string>, longest: number): PlaceFault[] {
  if (text.length > longest) return [{ kind: 'LONG' }];
  const { places, rest } = placesIn(text);
  const unknown = [...new Set(places.filter(({ name }) => !known.has(name)).map(({ name }) => name))];
  const faults: PlaceFault[] = unknown.map((place) => ({ kind: 'UNKNOWN_PLACE', place }));
  if (/\{\{|\}\}/.test(rest)) faults.push({ kind: 'OPEN_BRACES' });
  return faults;
}

/** A text with its places filled in, and which of them had no value; null where an optional one had none: the line is left out. */
export function fillNamed<N extends string>(
  text: string,
  values: Readonly<Record<N, string | null>>,
): { text: string | null; missing: N[] } {
  const isKnown = (name: string): name is N => Object.hasOwn(values, name);
  const missing: N[] = [];
  const leftOut: string[] = [];
  const filled = text.replace(PLACE, (whole, name: string, mark?: string) => {
    const value = isKnown(name) ? values[name] : whole;
    if (value !== null) return value;
    if (mark !== undefined) leftOut.push(name);
    else if (isKnown(name)) missing.push(name);
    return BLANK;
  });
  return leftOut.length > 0 ? { text: null, missing: [] } : { text: filled, missing };
}

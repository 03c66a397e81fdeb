/** What a template may say by name; each with where it comes from. In the order in which the editor offers them. */
export const PLACES = [
  'year',
  'issuer',
  'issuerPlace',
  'province',
  'superior',
  'children',
  'count',
  'unassigned',
  'indicator',
  'required',
  'achieved',
  'verdict',
  'lowest',
  'highest',
  'dossiers',
  'basis',
  'from',
  'until',
  'number',
  'day',
  'signer',
  'parentNumber',
  'parentDay',
  'parentIssuer',
  'amendedNumber',
  'amendedDay',
] as const;

export type PlaceName = (typeof PLACES)[number];
export type PlaceValues = Readonly<Record<PlaceName, string | null>>;

export const PLACE_NAMES: ReadonlySet<string> = new Set(PLACES);

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

/** A text with its places filled in, and which of them had no value; null where an optional one had none: the line is left out. */
export function fillPlaces(text: string, values: PlaceValues): { text: string | null; missing: PlaceName[] } {
  const missing: PlaceName[] = [];
  const leftOut: string[] = [];
  const filled = text.replace(PLACE, (whole, name: string, mark?: string) => {
    const value = isPlaceName(name) ? values[name] : whole;
    if (value !== null) return value;
    if (mark !== undefined) leftOut.push(name);
    else if (isPlaceName(name)) missing.push(name);
    return BLANK;
  });
  return leftOut.length > 0 ? { text: null, missing: [] } : { text: filled, missing };
}

function isPlaceName(name: string): name is PlaceName {
  return PLACE_NAMES.has(name);
}

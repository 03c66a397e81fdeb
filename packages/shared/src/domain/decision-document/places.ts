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

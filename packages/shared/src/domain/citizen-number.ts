/** Ten or eleven digits from 0, or behind +84, with dots, blanks, hyphens or a bracket between them; not a part of a longer code, and no date. */
const TELEPHONE = /(?<!\d|\d[. -])(?!\d\d[. -]\d\d[. -](?:19|20)\d\d)(?:\+84[. -]?|0)[1-9](?:[). -]{0,2}\d){8,9}(?!\d)/;
/** The same in one, wherever it stands. */
const TELEPHONE_IN_ONE = /(?<!\d)(?:0|(?:00)?84)[1-9]\d{8,9}(?!\d)/;
/** Nine digits, or twelve that are no minute of a year (202208310815). */
const IDENTITY = /(?<!\d)(?:\d{9}|(?!(?:19|20)\d\d(?:0[1-9]|1[0-2]))\d{12})(?!\d)/;
/** The same in threes. */
const IDENTITY_IN_THREES = /(?<!\d|\d )\d{3} \d{3} \d{3}(?: \d{3})?(?! ?\d)/;

const NUMBERS = [TELEPHONE, TELEPHONE_IN_ONE, IDENTITY, IDENTITY_IN_THREES];

/**
 * Whether a text holds what looks like the number of a telephone or of an identity card (9 digits, or 12). Codes of dossiers,
 * procedures, organisations and units, days and times hold none. Migration 0013 says the same in SQL.
 */
export function holdsCitizenNumber(text: string): boolean {
  return NUMBERS.some((number) => number.test(text));
}

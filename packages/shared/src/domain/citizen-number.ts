/** Ten or eleven digits from 0, or behind +84, with dots, blanks, hyphens or a bracket between them; not a part of a longer code, and no date. */
const TELEPHONE = /(?<!\d|\d[. -])(?!\d\d[. -]\d\d[. -](?:19|20)\d\d)(?:\+84[. -]?|0)[1-9](?:[). -]{0,2}\d){8,9}(?!\d)/;
/** The same in one, wherever it stands. */
const TELEPHONE_IN_ONE = /(?<!\d)(?:0|(?:00)?84)[1-9]\d{8,9}(?!\d)/;
/** Nine digits, or twelve that are no minute of a year (202208310815). */
const IDENTITY = /(?<!\d)(?:\d{9}|(?!(?:19|20)\d\d(?:0[1-9]|1[0-2]))\d{12})(?!\d)/;
/** The same in threes. */
const IDENTITY_IN_THREES = /(?<!\d|\d )\d{3} \d{3} \d{3}(?: \d{3})?(?! ?\d)/;

/** What is looked for in the text as it stands. */
const NUMBERS = [TELEPHONE, TELEPHONE_IN_ONE, IDENTITY, IDENTITY_IN_THREES];

/** An organisation, alone or at the head of a dossier's code: 000.00.16.H55-220831-0001, H55.31.25; its parts are no number of a citizen. */
const ORGANISATION =
  /(?<![a-z\d])(?:0{2,3}\.\d{2,3}\.\d{2,4}\.)?[a-z]\d\d(?!\.(?:0[35789](?:\.?\d){8}|0(?:\.?\d){11})(?!\.?\d))(?:\.\d{1,4}){0,4}(?:-(?:\d{6}|\d{8})-\d{4,7})?(?!\d)/gi;
/** The national part of a procedure's code. */
const PROCEDURE = /(?<![\d.])[1-6]\.\d{6}(?!\d)/g;
const DAY =
  /(?<![\d]|\d[._/:-])(?:(?:19|20)\d\d[-/._](?:0?[1-9]|1[0-2])[-/._](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/._](?:0?[1-9]|1[0-2])[-/._](?:19|20)\d\d)(?![._/:-]?\d)/g;
const TIME = /(?<!\d|\d:)(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?!:?\d)/g;
/** A day, a minute or a second in digits alone. */
const STAMP =
  /(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?!\d)/g;

/** What is taken out before digits are counted across what stands between them. */
const KNOWN_FORMS = [ORGANISATION, PROCEDURE, DAY, TIME, STAMP];

/** Whatever may stand between two digits of one number. */
const BETWEEN = String.raw`[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*`;
const MORE = `(?:${BETWEEN}\\d)`;

/** A telephone, an identity card of twelve digits, and one of nine that stands apart, with anything between their digits. */
const SPREAD = [
  `(?<!\\d)(?:(?:0${BETWEEN}0${BETWEEN})?8${BETWEEN}4|0)${BETWEEN}[1-9]${MORE}{8,9}(?!\\d)`,
  `(?<!\\d)0${MORE}{11}(?!\\d)`,
  `(?<!\\d${BETWEEN})\\d${MORE}{8}(?!${BETWEEN}\\d)`,
].map((pattern) => new RegExp(pattern));

/**
 * Whether a text holds what looks like the number of a telephone or of an identity card (9 digits, or 12), whatever stands between
 * its digits and in whichever script they are written. Codes of dossiers, procedures, organisations and units, days and times hold none.
 * Migration 0024 cleaned by these patterns what was kept before, of digits 0 to 9.
 */
export function holdsCitizenNumber(text: string): boolean {
  const plain = withPlainDigits(text.normalize('NFKC'));
  if (hasFewDigits(plain)) return false;
  if (NUMBERS.some((number) => number.test(plain))) return true;
  const rest = KNOWN_FORMS.reduce((left, form) => left.replace(form, 'x'), plain);
  return SPREAD.some((number) => number.test(rest));
}

/** Decimal digits of other scripts: Arabic-Indic, Devanagari, Khmer and all others that Unicode knows. */
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const DIGIT = /^\p{Nd}$/u;
const known = new Map<string, string>();

/** A text with every decimal digit written as 0 to 9. */
export function withPlainDigits(text: string): string {
  return text.replace(OTHER_DIGIT, (digit) => {
    const found = known.get(digit) ?? String(valueOf(digit));
    known.set(digit, found);
    return found;
  });
}

/** The digits of a script follow each other from nought; scripts that touch are whole tens. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

/** The shortest of these numbers has nine. Nearly all texts have fewer, and this is asked of every row. */
const FEWEST_DIGITS = 9;

function hasFewDigits(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits < FEWEST_DIGITS;
}

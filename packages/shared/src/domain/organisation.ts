import { fold } from './fold.ts';

const LONGEST_FORM = 60;
const ROOT = /^[A-Z]\d{2}$/;
const PART = /^\d{1,6}$/;
const EMPTY_PART = /^0+$/;
const PARTS_IN_OLDER_FORM = 4;
const MOST_PARTS = 6;
/** The newer form as it stands most often, with nothing to fill up at its end: its own key. */
const OWN_KEY = /^[A-Z]\d{2}(?:(?:\.\d{1,6}){0,4}\.(?=0*[1-9])\d{1,6})?$/;
const LONGEST_OWN_KEY = 30;
const CODE = /^\d+(-[0-9A-Za-z]+)?$/;

/**
 * One comparable form of an organisation identifier, `H55`, `H55.16`, `H55.900.03`. Reads the older form `000.XX.NN.H55`, which
 * names the narrowest part first and fills up with zeros, and the newer one, `H55.NN[.XX…]`; parts have one to six digits.
 * Null for anything else. Both forms are in data (Decision 20/2020/QĐ-TTg turned the older one around).
 */
export function organisationKey(text: string): string | null {
  if (text.length <= LONGEST_OWN_KEY && OWN_KEY.test(text)) return text;
  if (text.length > LONGEST_FORM) return null;
  const parts = text.trim().toUpperCase().split('.');
  if (!ROOT.test(parts[0] ?? '')) {
    if (parts.length !== PARTS_IN_OLDER_FORM) return null;
    parts.reverse();
  }
  const [root = '', ...rest] = parts;
  if (!ROOT.test(root) || parts.length > MOST_PARTS || !rest.every((part) => PART.test(part))) return null;
  let length = parts.length;
  while (length > 1 && EMPTY_PART.test(parts[length - 1] ?? '')) length--;
  return parts.slice(0, length).join('.');
}

/**
 * An alias of a unit as aliases are compared: an organisation identifier in its one form, `code:05503` or `code:19-STTTT` for
 * what looks like a code, else `name:` and the name as bare letters. Names that differ only in marks share a key: matching by
 * it is a last resort, and a second unit with the same key is to be refused.
 */
export function aliasKey(text: string): string {
  const plain = text.trim();
  const organisation = organisationKey(plain);
  if (organisation !== null) return organisation;
  return CODE.test(plain) ? `code:${plain.toUpperCase()}` : `name:${fold(plain)}`;
}

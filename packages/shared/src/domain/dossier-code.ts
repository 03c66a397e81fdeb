import { isCalendarDay } from './days.ts';
import { organisationKey } from './organisation.ts';

/** What a dossier's code says: the organisation that gave it (comparable form) and the code in its one comparable form. */
export interface DossierCode {
  organisation: string;
  key: string;
}

const LONGEST_CODE = 80;
const SERIAL = /^\d{4,7}$/;
const DATE = /^(?:\d{6}|\d{8})$/;

/**
 * Reads a dossier's code, `<organisation identifier>-<yyMMdd or yyyyMMdd>-<4 to 7 digits>`; null when it is malformed or its
 * date is not a day. The key is the same whichever way the organisation and the date are written:
 * `000.00.16.H55-20220831-0001` and `H55.16-220831-0001` are one dossier. Years without a century are those from 2000.
 */
export function readDossierCode(text: string): DossierCode | null {
  const code = text.trim();
  if (code.length > LONGEST_CODE) return null;
  const beforeSerial = code.lastIndexOf('-');
  const beforeDate = code.lastIndexOf('-', beforeSerial - 1);
  if (beforeDate < 1) return null;
  const serial = code.slice(beforeSerial + 1);
  const date = comparableDate(code.slice(beforeDate + 1, beforeSerial));
  const organisation = organisationKey(code.slice(0, beforeDate));
  if (organisation === null || date === null || !SERIAL.test(serial)) return null;
  return { organisation, key: `${organisation}-${date}-${serial}` };
}

function comparableDate(text: string): string | null {
  if (!DATE.test(text)) return null;
  const full = text.length === 8 ? text : `20${text}`;
  const isReal = isCalendarDay(Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6)));
  if (!isReal) return null;
  return full.startsWith('20') ? full.slice(2) : full;
}

import { numberSaid } from '../said-value.ts';

/** What a field may mean that holds a value which is none of those allowed; null where nothing can be said. */
export interface ValueSuggestion {
  readonly value: string;
  /** PADDED: the same number, written with zeros, blanks or decimals. WORD: a word for it. */
  readonly ground: 'PADDED' | 'WORD';
}

const PADDED = /^[\s+]*0*(\d{1,2})(?:[.,]0*)?\s*$/;
const MOST: Readonly<Record<string, number>> = { KenhThucHien: 3, TrangThaiHoSo: 10 };

/** A channel or state that is one of those allowed once blanks, leading zeros and empty decimals are gone, or said in a word. */
export function suggestValue(field: string, text: string): ValueSuggestion | null {
  const said = numberSaid(field, text);
  if (said !== null) return { value: said, ground: 'WORD' };
  const most = MOST[field];
  const number = Number(PADDED.exec(text)?.[1] ?? 'none');
  if (most === undefined || !Number.isInteger(number) || number < 1 || number > most) return null;
  return String(number) === text ? null : { value: String(number), ground: 'PADDED' };
}

import { formatWhole } from '@chi-tieu/shared/domain/rate';
import { computed, readonly, ref, shallowRef } from 'vue';
import { formOf, piecesOf, type Args, type Param, type ParamNames, type Piece, type Text } from './text.ts';
import type { late } from './late.ts';
import { vi as first } from './vi.ts';

export type Language = 'vi' | 'en';
/** Every Vietnamese text by its key, those that a place brings along too. */
type Vietnamese = typeof first & typeof late;
export type Key = keyof Vietnamese;
/** The keys of the texts without parameters: what a table of places, tabs or columns may name. */
export type PlainKey = { [K in Key]: [ParamNames<Vietnamese[K]>] extends [never] ? K : never }[Key];
/** The keys of the texts that take exactly these parameters: what a table of texts of one meaning may name. */
export type KeyTaking<P extends string> = {
  [K in Key]: [ParamNames<Vietnamese[K]>, P] extends [P, ParamNames<Vietnamese[K]>] ? K : never;
}[Key];
type Texts = Readonly<Record<Key, Text>>;

const STORED_AS = 'language';

/** What is there of them: the first page's, then what places bring. */
const vi: Partial<Texts> = { ...first };

const current = ref<Language>('vi');
const texts = shallowRef<Partial<Texts>>(vi);
const rules = computed(() => new Intl.PluralRules(current.value));

/** The language of the screen, Vietnamese unless chosen otherwise. */
export const language = readonly(current);

/**
 * The text of a key in the language of the screen, its parameters filled in. Whole numbers are written as counts
 * (`1.234`), so a year or a code is passed as text. Reactive: what renders it renders again when the language changes.
 */
export function t<K extends Key>(key: K, ...args: Args<Vietnamese[K]>): string {
  const params: Readonly<Record<string, Param>> = args[0] ?? {};
  return textPieces(key, params)
    .map((piece) => (typeof piece === 'string' ? piece : written(params[piece.param])))
    .join('');
}

/** The text of a key taken apart at its parameters, for those that are shown as more than text. */
export function textPieces(key: Key, params: Readonly<Record<string, Param>>): Piece[] {
  return piecesOf(formOf(texts.value[key] ?? key, params['count'], rules.value));
}

/** Brings the Vietnamese texts of a place that the first page does without (late.ts); to be called before they are shown. */
export function bringTexts(own: Readonly<Partial<Record<Key, Text>>>): void {
  Object.assign(vi, own);
}

/** A parameter as it stands in a text. */
export function written(param: Param | undefined): string {
  return typeof param === 'number' ? formatWhole(param, current.value) : (param ?? '');
}

/** Changes the language of the screen, of `<html lang>` and of the next visit; English is fetched when first wanted. */
export async function setLanguage(next: Language): Promise<void> {
  texts.value = next === 'en' ? await english() : vi;
  current.value = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(STORED_AS, next);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

/** All English texts. Their keys and parameters are those of the Vietnamese ones. */
async function english(): Promise<Texts> {
  const [{ en }, { enOfWatching }] = await Promise.all([import('./en.ts'), import('./enOfWatching.ts')]);
  return { ...en, ...enOfWatching };
}

/** The language of the last visit. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

import { addDays, dayInVietnam, type Day } from '@chi-tieu/shared/domain/days';
import { named } from './enums.ts';

/** What somebody may be told of. A feature that offers more adds its kind here, and a text of that name to the console. */
export const NewsKind = named(
  'REMINDER_ANSWERED',
  'REMINDER_ENDED',
  'DIFFICULTY_ANSWERED',
  'DIFFICULTY_ENDED',
  'GUIDANCE_ANSWERED',
  'INSPECTION_ANNOUNCED',
  'INSPECTION_CONCLUDED',
);
export type NewsKind = keyof typeof NewsKind;

/** Something that was answered or told to the caller, or to whom they speak for, by somebody else. */
export interface News {
  kind: NewsKind;
  /** Which word it was: with the kind it is one piece of news, read once. Figures, small letters, `-` and `:`. */
  word: string;
  unitId: number;
  /** What it is called, in words that are its own; null where its kind says all. */
  about: string | null;
  at: Date;
  /** Where in the console it is read. */
  path: string;
}

/** So many days something is news. */
export const NEWS_DAYS = 30;

/** What is asked of features: what came from this day on, and was not said by this account. */
export interface NewsAsked {
  from: Day;
  by: number;
}

export function newsAsked(now: Date, accountId: number): NewsAsked {
  return { from: addDays(dayInVietnam(now), -NEWS_DAYS), by: accountId };
}

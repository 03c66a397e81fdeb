import { matches } from '@chi-tieu/shared/domain/fold';
import { addDays, daysBetween, type Day } from '@chi-tieu/shared/domain/days';
import { TokensDocument, type TokensQuery } from '@chi-tieu/shared/generated/graphql';
import type { Tone } from '../../../ui/tone.ts';
import { day } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';

export type ListedToken = TokensQuery['tokens'][number];

/** What is asked again after a token was changed. */
export const REFRESHED = {
  refetchQueries: [TokensDocument],
  awaitRefetchQueries: true,
  fetchPolicy: 'no-cache' as const,
};

const SOON_DAYS = 30;

/** How a token stands on a day: over, about to end (30 days or less), or neither. */
export function endingOf(expiresOn: Day, on: Day): { tone: Tone; text: string } | null {
  const left = daysBetween(on, expiresOn);
  if (left < 0) return { tone: 'miss', text: t('tokens.hasEnded') };
  if (left === 0) return { tone: 'risk', text: t('tokens.endsToday') };
  return left <= SOON_DAYS ? { tone: 'risk', text: t('tokens.endsSoon', { count: left }) } : null;
}

/** What a token is beside another one of its program: the one that took its place, or those whose place it took. */
export interface Standing {
  readonly newer: ListedToken | null;
  readonly older: readonly ListedToken[];
}

/** How a token stands to others of its program: the last one made is the one to use. */
export function standingOf(token: ListedToken, tokens: readonly ListedToken[]): Standing {
  const others = tokens.filter(({ id, program }) => program === token.program && id !== token.id);
  const newest = others.reduce((last, one) => (Number(one.id) > Number(last.id) ? one : last), token);
  return newest === token ? { newer: null, older: others } : { newer: newest, older: [] };
}

/** The earlier tokens of its program that still work on a day: whoever takes this one back may mean them too. */
export function stillWorking(token: ListedToken, tokens: readonly ListedToken[], on: Day): readonly ListedToken[] {
  return standingOf(token, tokens).older.filter(({ expiresOn }) => expiresOn >= on);
}

/**
 * The last day of a token that takes the place of another: as many days as the program's longest had. A token whose place was taken
 * before has fewer left than it was made for, and says nothing of that.
 */
export function endAsBefore(token: ListedToken, tokens: readonly ListedToken[], on: Day): Day {
  const ofProgram = [token, ...tokens.filter(({ program }) => program === token.program)];
  return addDays(on, Math.max(...ofProgram.map(({ createdOn, expiresOn }) => daysBetween(createdOn, expiresOn))));
}

/** The same in a sentence; empty for a token that is the only one of its program. */
export function standingText({ expiresOn }: ListedToken, { newer, older }: Standing, on: Day): string {
  if (newer) {
    const words = { day: day(expiresOn), hint: newer.hint };
    return expiresOn < on ? t('tokens.olderOver', words) : t('tokens.olderUntil', words);
  }
  return older
    .filter((one) => one.expiresOn >= on)
    .map((one) => t('tokens.newerBeside', { day: day(one.expiresOn), hint: one.hint }))
    .join(' ');
}

/** The tokens whose program or unit a text may mean. */
export function findTokens(tokens: readonly ListedToken[], text: string): readonly ListedToken[] {
  const typed = text.trim();
  return typed === '' ? tokens : tokens.filter(({ name, unit }) => matches(typed, `${name} ${unit.name}`));
}

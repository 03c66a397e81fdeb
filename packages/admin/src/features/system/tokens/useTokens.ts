import { matches } from '@chi-tieu/shared/domain/fold';
import { daysBetween, type Day } from '@chi-tieu/shared/domain/days';
import { TokensDocument, type TokensQuery } from '@chi-tieu/shared/generated/graphql';
import type { Tone } from '../../../ui/tone.ts';
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

/** The tokens whose program or unit a text may mean. */
export function findTokens(tokens: readonly ListedToken[], text: string): readonly ListedToken[] {
  const typed = text.trim();
  return typed === '' ? tokens : tokens.filter(({ name, unit }) => matches(typed, `${name} ${unit.name}`));
}

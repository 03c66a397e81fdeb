import { fold } from '@chi-tieu/shared/domain/fold';
import { isDay, type Day } from '@chi-tieu/shared/domain/days';
import { connect, type Connection, type Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { readSearchWords } from '../../app/search-words.ts';
import type { DecisionRow } from './decisions.queries.ts';
import { decisionMap } from './lists.service.ts';

/** Where a page begins: the day of signing and the id of the decision before it. */
export type DecisionKey = [Day, number];

export function isDecisionKey(key: unknown): key is DecisionKey {
  return (
    Array.isArray(key) && key.length === 2 && typeof key[0] === 'string' && isDay(key[0]) && Number.isInteger(key[1])
  );
}

/**
 * The decisions that fit, those signed last first. A cursor stands between two decisions: what is entered meanwhile neither
 * repeats nor hides any other.
 */
export async function listDecisions(
  ctx: Context,
  { search, year }: { search: string | null; year: number | null },
  page: Page<DecisionKey>,
): Promise<Connection<DecisionRow>> {
  const wanted = readSearchWords(search);
  const isHopeless = wanted.query !== '' && wanted.words.length === 0;
  const found = [...(await decisionMap(ctx)).values()].filter(
    (decision) =>
      !isHopeless && (year === null || decision.issuedOn.startsWith(`${year}-`)) && hasWords(decision, wanted.words),
  );
  found.sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
  const { after, first } = page;
  const rest = after === null ? found : found.filter((decision) => compareKeys(keyOf(decision), after) > 0);
  return connect(rest.slice(0, first + 1), page, keyOf, found.length);
}

/** The years in which decisions were signed, the latest first. */
export async function decisionYears(ctx: Context): Promise<number[]> {
  const years = [...(await decisionMap(ctx)).values()].map(({ issuedOn }) => Number(issuedOn.slice(0, 4)));
  return [...new Set(years)].toSorted((a, b) => b - a);
}

/** Whether a decision has every word in its number, title or signer, in any order and without marks. */
function hasWords({ number, title, signer }: DecisionRow, words: string[]): boolean {
  const text = fold(`${number} ${title ?? ''} ${signer ?? ''}`);
  return words.every((word) => text.includes(word));
}

function keyOf({ issuedOn, id }: DecisionRow): DecisionKey {
  return [issuedOn, id];
}

function compareKeys([dayA, a]: DecisionKey, [dayB, b]: DecisionKey): number {
  return dayA === dayB ? b - a : dayA < dayB ? 1 : -1;
}

import type { DataSource } from 'typeorm';
import { AccountTurnstile, Turnstile, type Patience } from './turnstile.ts';

/** What takes a connection for as long as a request lasts. */
export type LongUse = 'READING' | 'WRITING';

/** Who waits longer for its turn is told to come again: it would have waited as long for a connection. */
const MOST_WAIT_MS = 10_000;

/** So many questions of one account are answered at a time: whatever one asks, most of the connections are left for others. */
const MOST_OF_ACCOUNT = 3;

interface Places extends Record<LongUse, Turnstile> {
  ofAccounts: AccountTurnstile;
}

const places = new WeakMap<DataSource, Places>();

/**
 * Waits until a question's snapshot or a change may take a connection; gives what gives the place back. Of 20 connections 9
 * are for snapshots and 7 for changes: whatever these do, some are left for sign-ins, sessions and the look at our health.
 */
export function takePlace(source: DataSource, use: LongUse, patience: Patience = {}): Promise<() => void> {
  return placesOf(source)[use].enter({ mostMs: MOST_WAIT_MS, ...patience });
}

/** The same for a question of an account: beyond so many at a time its questions wait in a line of their own. */
export function takeReadingPlace(
  source: DataSource,
  accountId: number | null,
  signal: AbortSignal | undefined,
): Promise<() => void> {
  if (accountId === null) return takePlace(source, 'READING', { signal });
  return placesOf(source).ofAccounts.enter(accountId, { mostMs: MOST_WAIT_MS, signal });
}

function placesOf(source: DataSource): Places {
  const known = places.get(source);
  if (known) return known;
  const connections = source.options.type === 'postgres' ? (source.options.poolSize ?? 10) : 10;
  const reading = new Turnstile(Math.max(1, Math.floor(connections * 0.45)));
  const made: Places = {
    READING: reading,
    WRITING: new Turnstile(Math.ceil(connections / 3)),
    ofAccounts: new AccountTurnstile(reading, MOST_OF_ACCOUNT),
  };
  places.set(source, made);
  return made;
}

import type { DataSource } from 'typeorm';
import { Turnstile, type Patience } from './turnstile.ts';

/** What takes a connection for as long as a request lasts. */
export type LongUse = 'READING' | 'WRITING';

/** Who waits longer for its turn is told to come again: it would have waited as long for a connection. */
const MOST_WAIT_MS = 10_000;

const places = new WeakMap<DataSource, Record<LongUse, Turnstile>>();

/**
 * Waits until a question's snapshot or a change may take a connection; gives what gives the place back. Of 20 connections 9
 * are for snapshots and 7 for changes: whatever these do, some are left for sign-ins, sessions and the look at our health.
 */
export function takePlace(source: DataSource, use: LongUse, patience: Patience = {}): Promise<() => void> {
  let turnstiles = places.get(source);
  if (!turnstiles) {
    const connections = source.options.type === 'postgres' ? (source.options.poolSize ?? 10) : 10;
    turnstiles = {
      READING: new Turnstile(Math.max(1, Math.floor(connections * 0.45))),
      WRITING: new Turnstile(Math.ceil(connections / 3)),
    };
    places.set(source, turnstiles);
  }
  return turnstiles[use].enter({ mostMs: MOST_WAIT_MS, ...patience });
}

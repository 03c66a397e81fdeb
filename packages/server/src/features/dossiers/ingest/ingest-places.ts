import type { App } from '../../../app/context.ts';
import { AccountTurnstile, Turnstile } from '../../../app/turnstile.ts';

/** So many bodies are read at a time; each holds a database connection, the others wait without one. */
const AT_ONCE = 4;

/** And so many of one account: whatever it sends, others get through. */
const AT_ONCE_OF_ACCOUNT = 2;

/** Where bodies wait to be read, by whichever route they come. */
export interface IngestPlaces {
  all: Turnstile;
  turnstile: AccountTurnstile;
}

const places = new WeakMap<App, IngestPlaces>();

/** The places of a server: all of its routes share them. */
export function placesOf(app: App): IngestPlaces {
  const known = places.get(app);
  if (known) return known;
  const all = new Turnstile(AT_ONCE);
  const made = { all, turnstile: new AccountTurnstile(all, AT_ONCE_OF_ACCOUNT) };
  places.set(app, made);
  return made;
}

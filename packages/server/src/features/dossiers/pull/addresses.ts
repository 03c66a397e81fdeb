import type { LookupFunction } from 'node:net';
import { guardedLookup } from '../../../app/guarded-lookup.ts';
import { ReadingFailure } from './reading-failure.ts';

/** Looks a source's host up; one of one's own network that no administrator named is refused. */
export function lookupOfSource(host: string, allowed: readonly string[]): LookupFunction {
  return guardedLookup(host, allowed, (name) => new ReadingFailure('PRIVATE_ADDRESS', { host: name }));
}

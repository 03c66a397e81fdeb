import { foldMarked } from '@chi-tieu/shared/domain/fold';
import { aliasKey } from '@chi-tieu/shared/domain/organisation';

/** A unit's name as it is compared: as a bare key, and with its marks. */
export interface NameKeys {
  key: string;
  marked: string;
}

export function nameKeys(name: string): NameKeys {
  return { key: aliasKey(name), marked: foldMarked(name) };
}

const MOST_NAMES = 20_000;
/** Longer ones are hardly the names of units, and would make the cache as large as whoever sends them likes. */
const LONGEST_NAME = 200;

/**
 * What is made of names of units, kept for those that were seen: there are few different ones, folding them anew a million times
 * would cost.
 */
export class NameCache {
  private readonly made = new Map<string, string>();
  private readonly make: (name: string) => string;

  constructor(make: (name: string) => string) {
    this.make = make;
  }

  /** How many names are kept. */
  get size(): number {
    return this.made.size;
  }

  of(name: string): string {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const made = this.make(name);
    if (name.length <= LONGEST_NAME && this.made.size < MOST_NAMES) this.made.set(name, made);
    return made;
  }
}

import type { CountedAs } from '@chi-tieu/shared/generated/graphql';

/** The lists behind a figure, as the address names them; `all`: the first two together, which are the denominator. */
export type Tab = 'online' | 'other' | 'all' | 'out';

export const TABS: readonly Tab[] = ['online', 'other', 'all', 'out'];

/** Which dossiers each list asks for. */
export const ASKED_OF: Record<Tab, { countedAs: CountedAs | null; counted: boolean | null }> = {
  online: { countedAs: 'NUMERATOR', counted: null },
  other: { countedAs: 'DENOMINATOR', counted: null },
  all: { countedAs: null, counted: true },
  out: { countedAs: 'NOT_COUNTED', counted: null },
};

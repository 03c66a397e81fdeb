import type { CountedAs } from '@chi-tieu/shared/generated/graphql';

/** The three lists behind a figure, as the address names them. */
export type Tab = 'online' | 'other' | 'out';

/** What the dossiers of each list are counted as. */
export const COUNTED_AS: Record<Tab, CountedAs> = { online: 'NUMERATOR', other: 'DENOMINATOR', out: 'NOT_COUNTED' };

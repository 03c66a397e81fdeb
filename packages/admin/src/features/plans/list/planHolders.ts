import type { PlanHoldersQuery } from '@chi-tieu/shared/generated/graphql';
import type { Issuer } from './planRows.ts';

type Held = Pick<PlanHoldersQuery['targetPlans'][number], 'year' | 'state'> & { readonly issuer: { code: string } };

/** Plans are made up to this year. */
const LAST = 2100;

/** The units, by code, that have a plan of a year in work or in force. */
export function holdersOf(plans: readonly Held[], year: number): ReadonlySet<string> {
  return new Set(
    plans.filter((plan) => plan.year === year && plan.state !== 'SUPERSEDED').map(({ issuer }) => issuer.code),
  );
}

/** The first year from one on in which any of the units still lacks a plan. */
export function firstYearWithout(plans: readonly Held[], issuers: readonly Issuer[], from: number): number {
  for (let year = from; year < LAST; year++) {
    const holders = holdersOf(plans, year);
    if (issuers.some(({ code }) => !holders.has(code))) return year;
  }
  return from;
}

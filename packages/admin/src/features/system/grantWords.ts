import type { Day } from '@chi-tieu/shared/domain/days';
import type { Role } from '@chi-tieu/shared/generated/graphql';
import { day } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { roleName } from './roles.ts';

interface Dated {
  readonly from: Day | null;
  readonly to: Day | null;
}

interface Held extends Dated {
  readonly role: Role;
  readonly unit: { readonly name: string };
}

/** Whether a grant holds on a day, is still to come or is over. */
export function standingOf({ from, to }: Dated, on: Day): 'NOW' | 'LATER' | 'OVER' {
  if (to !== null && to < on) return 'OVER';
  return from !== null && from > on ? 'LATER' : 'NOW';
}

/** Whether a delegated grant hangs on none of those of its giver any more: it holds for nobody then, whatever its days. */
export function hasLostItsOrigin(
  { delegatedFrom }: { readonly delegatedFrom: string | null },
  origins: readonly (Dated & { readonly id: string })[],
  on: Day,
): boolean {
  return (
    delegatedFrom !== null &&
    !origins.some((origin) => origin.id === delegatedFrom && standingOf(origin, on) !== 'OVER')
  );
}

/** The days of a grant in words. */
export function periodOf({ from, to }: Dated): string {
  if (from === null && to === null) return t('people.endless');
  return t('people.period', {
    from: from === null ? t('people.always') : day(from),
    to: to === null ? t('people.untilRevoked') : day(to),
  });
}

/** The first grant that is not over, and how many more there are; empty where there is none. */
export function grantsInShort(grants: readonly Held[], on: Day): string {
  const [first, ...others] = grants.filter((grant) => standingOf(grant, on) !== 'OVER');
  if (!first) return '';
  const name = `${roleName(first.role)} · ${first.unit.name}`;
  return others.length === 0 ? name : `${name} ${t('people.more', { count: others.length })}`;
}

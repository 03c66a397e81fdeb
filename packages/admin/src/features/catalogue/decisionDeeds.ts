import { t } from '../../i18n/i18n.ts';
import './decisionTexts.ts';

/** What a decision did: to lists and to procedures' being in force, as counts, and the years of the plans that it issues. */
export interface Deeds {
  readonly amendments: readonly { readonly added: number; readonly removed: number; readonly changed: number }[];
  readonly forceCounts: {
    readonly enforced: number;
    readonly amended: number;
    readonly replaced: number;
    readonly repealed: number;
  };
  readonly plans: readonly { readonly year: number }[];
}

/** What a decision did in a few words: `40 đưa vào · 2 bãi bỏ`; that it changed none of it where it did not. */
export function doneBy({ amendments, forceCounts, plans }: Deeds): string {
  const sum = (of: 'added' | 'removed' | 'changed'): number => amendments.reduce((all, one) => all + one[of], 0);
  const { enforced, amended, replaced, repealed } = forceCounts;
  const parts = [
    { count: sum('added'), key: 'decisions.added' },
    { count: sum('removed'), key: 'decisions.removed' },
    { count: sum('changed'), key: 'decisions.changed' },
    { count: enforced, key: 'decisions.enforced' },
    { count: amended, key: 'decisions.amended' },
    { count: replaced, key: 'decisions.replaced' },
    { count: repealed, key: 'decisions.repealed' },
  ] as const;
  const told = parts.filter(({ count }) => count > 0).map(({ count, key }) => t(key, { count }));
  const years = [...new Set(plans.map(({ year }) => year))].sort();
  if (years.length > 0) told.push(t('decisions.plans', { years: years.join(', ') }));
  return told.join(' · ') || t('decisions.nothing');
}

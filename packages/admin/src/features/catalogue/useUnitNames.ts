import type { Day } from '@chi-tieu/shared/domain/days';
import { tierOfKind } from '@chi-tieu/shared/domain/tier';
import { fold } from '@chi-tieu/shared/domain/fold';
import { UnitsOfTodayDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef } from 'vue';
import type { Suggestion } from '../../ui/SuggestField.vue';
import { tierText, type Tier } from './levels.ts';

interface NamedUnit {
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
}

export interface UnitNames {
  byCode: ComputedRef<ReadonlyMap<string, NamedUnit>>;
  /** The units that a text may mean: every word of it in code or name, without marks, in any order. */
  suggest: (text: string) => Suggestion[];
}

const MOST_SUGGESTED = 8;

/** Every unit of a day by code and name: for naming one on a line of a decision. */
export function useUnitNames(on: () => Day): UnitNames {
  const { result } = useQuery(UnitsOfTodayDocument, () => ({ on: on(), after: null }));
  const units = computed(() =>
    (result.value?.units.nodes ?? []).map(({ code, name, kind }): NamedUnit => ({
      code,
      name,
      tier: tierOfKind(kind),
    })),
  );
  function suggest(text: string): Suggestion[] {
    const words = fold(text).split(' ').filter(Boolean);
    if (words.length === 0) return [];
    return units.value
      .filter(({ code, name }) => words.every((word) => fold(`${code} ${name}`).includes(word)))
      .slice(0, MOST_SUGGESTED)
      .map(({ code, name, tier }) => ({ value: code, label: name, note: `${code} · ${tierText(tier)}` }));
  }
  return { byCode: computed(() => new Map(units.value.map((unit) => [unit.code, unit]))), suggest };
}

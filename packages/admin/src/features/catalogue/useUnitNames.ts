import type { Day } from '@chi-tieu/shared/domain/days';
import { tierOfKind } from '@chi-tieu/shared/domain/tier';
import { fold } from '@chi-tieu/shared/domain/fold';
import { NamesOfUnitsDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef } from 'vue';
import type { Suggestion } from '../../ui/SuggestField.vue';
import { tierText } from './levels.ts';
import { unitFinder, type NamedUnit } from './unitNaming.ts';

export interface UnitNames {
  byCode: ComputedRef<ReadonlyMap<string, NamedUnit>>;
  /** Whether the units of the day are here. */
  ready: ComputedRef<boolean>;
  /** The units that a text names: its code, its name or an alias. */
  find: ComputedRef<(text: string) => readonly NamedUnit[]>;
  /** The units that a text may mean: every word of it in code or name, without marks, in any order. */
  suggest: (text: string) => Suggestion[];
}

const MOST_SUGGESTED = 8;

/** Every unit of a day by code and name: for naming one on a line of a decision. */
export function useUnitNames(on: () => Day): UnitNames {
  const { result } = useQuery(NamesOfUnitsDocument, () => ({ on: on() }));
  const units = computed(() =>
    (result.value?.units.nodes ?? []).map(({ code, name, kind, aliases }): NamedUnit => ({
      code,
      name,
      tier: tierOfKind(kind),
      aliases,
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
  const ready = computed(() => result.value !== undefined);
  const find = computed(() => unitFinder(units.value));
  return { ready, find, byCode: computed(() => new Map(units.value.map((unit) => [unit.code, unit]))), suggest };
}

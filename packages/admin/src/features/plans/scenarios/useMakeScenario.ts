import type { CascadeMethod, CascadePolicy } from '@chi-tieu/shared/domain/cascade/problem';
import type { VolumeChange, WhatIf } from '@chi-tieu/shared/domain/scenario/what-if';
import { readWhole } from '@chi-tieu/shared/domain/vietnamese-format';
import { computed, reactive, ref, type ComputedRef, type Ref } from 'vue';
import './texts.ts';
import { problemOf } from '../../../app/problem.ts';
import { t } from '../../../i18n/i18n.ts';
import { useCascade } from '../proposals/useCascade.ts';
import type { CellValue } from '../saving/targets.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import { cellsNow, cellsWith, changedCells, choicesIn, problemIn } from './scenarioCells.ts';
import type { KeptScenario } from './useScenarios.ts';

/** How volumes change: to a part of what there is, or to a number that is typed. */
export const CHANGES = {
  third: { kind: 'FACTOR', of: 2, in: 3 },
  half: { kind: 'FACTOR', of: 1, in: 2 },
  all: { kind: 'FACTOR', of: 0, in: 1 },
  moreThird: { kind: 'FACTOR', of: 4, in: 3 },
  double: { kind: 'FACTOR', of: 2, in: 1 },
} as const satisfies Record<string, VolumeChange>;
export type ChangeKey = keyof typeof CHANGES | 'percent' | 'number';
export const CHANGE_KEYS: readonly ChangeKey[] = ['third', 'half', 'all', 'moreThird', 'double', 'percent', 'number'];

/** What the sheet stands for among the scenarios that one can begin with. */
export const NOW = 'now';

interface MakeForm {
  name: string;
  /** From what it begins: NOW, or a scenario's id. */
  base: string;
  method: CascadeMethod;
  policy: CascadePolicy;
  change: ChangeKey;
  /** What is typed of a percentage or a number. */
  amount: string;
  units: string[];
}

export interface MakeScenario {
  readonly form: MakeForm;
  /** Why nothing comes of it; empty where something does. */
  readonly problem: Ref<string>;
  readonly busy: Ref<boolean>;
  readonly canMake: ComputedRef<boolean>;
  /** The cells of the new scenario; null where nothing comes of it. */
  readonly make: () => Promise<Map<string, CellValue> | null>;
}

/** Makes cells of a scenario by a method, with `whatIf` after changing the volumes of some units. */
export function useMakeScenario(
  sheet: Sheet,
  list: readonly KeptScenario[],
  { whatIf }: { whatIf: boolean },
): MakeScenario {
  const { ask } = useCascade();
  const { method, policy } = choicesIn(cellsNow(sheet));
  const form = reactive<MakeForm>({ name: '', base: NOW, method, policy, change: 'third', amount: '', units: [] });
  const [problem, busy] = [ref(''), ref(false)];
  const change = computed(() => changeOf(form.change, form.amount));
  const canMake = computed(
    () => form.name.trim() !== '' && (!whatIf || (form.units.length > 0 && change.value !== null)),
  );

  async function make(): Promise<Map<string, CellValue> | null> {
    const base = list.find(({ id }) => id === form.base)?.cells ?? cellsNow(sheet);
    const asked: WhatIf | null = whatIf && change.value ? { codes: new Set(form.units), change: change.value } : null;
    const begun = asked ? changedCells(sheet, base, asked) : new Map(base);
    begun.set('plan:policy', form.policy);
    const question = problemIn(sheet, begun);
    if (!question) {
      problem.value = t('scenarios.requiredFirst');
      return null;
    }
    busy.value = true;
    try {
      const { proposals } = await ask(question, form.method, () => undefined);
      return cellsWith(begun, proposals, form.method);
    } catch (error) {
      problem.value = problemOf(error).what;
      return null;
    } finally {
      busy.value = false;
    }
  }
  return { form, problem, busy, canMake, make };
}

/** A change of volumes as it was chosen and typed; null where what was typed cannot be meant. */
export function changeOf(key: ChangeKey, amount: string): VolumeChange | null {
  if (key !== 'percent' && key !== 'number') return CHANGES[key];
  const value = readWhole(amount.replace(/\s*%$/, ''));
  if (value === null) return null;
  if (key === 'number') return { kind: 'NUMBER', volume: value };
  return value <= MOST_PERCENT ? { kind: 'FACTOR', of: value, in: 100 } : null;
}

const MOST_PERCENT = 1_000;

import { DEFAULT_EFFORT, isConvexEffort, type EffortBand } from '@chi-tieu/shared/domain/cascade/effort';
import type { CascadeMethod, CascadePolicy } from '@chi-tieu/shared/domain/cascade/problem';
import { hundredthsOf, percentOf } from '@chi-tieu/shared/domain/percent';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { urlChoice, useUrlState } from '../../../app/useUrlState.ts';
import { effortText, type PlanField } from '../saving/targets.ts';
import { METHODS, POLICIES, STEPS, type ProposalChoice } from '../proposals/cascadeProblem.ts';
import type { SheetValues } from './sheetField.ts';
import { ORDERS, type SheetOrder } from './sheetOrder.ts';

/** What is chosen about a plan's proposals, kept in the plan; how the rows stand is kept in the address. */
export interface PlanChoices {
  readonly method: WritableComputedRef<CascadeMethod>;
  readonly policy: WritableComputedRef<CascadePolicy>;
  /** In hundredths, as text. */
  readonly step: WritableComputedRef<string>;
  /** In hundredths; for a plan whose issuing unit was given no target itself. */
  readonly required: WritableComputedRef<number | null>;
  /** What points cost, in hundredths, for the least effort. */
  readonly effort: WritableComputedRef<readonly EffortBand[]>;
  readonly proposal: ComputedRef<ProposalChoice>;
  readonly order: WritableComputedRef<SheetOrder>;
}

/** In which order the rows of the page one is on stand. To be called in `setup`. */
export function usePlanChoices(): Pick<PlanChoices, 'order'> {
  return useUrlState({ order: urlChoice<SheetOrder>(ORDERS, 'code') });
}

/** The choices of a plan on the screen; `changed` hears which were made. */
export function choicesOfPlan(
  { choices }: Pick<SheetValues, 'choices'>,
  { order }: Pick<PlanChoices, 'order'>,
  changed: (keys: string[]) => void,
): PlanChoices {
  function put(field: PlanField, value: number | string | null): void {
    if ((choices.get(field) ?? null) === value) return;
    if (value === null) choices.delete(field);
    else choices.set(field, value);
    changed([`plan:${field}`]);
  }
  const word = <T extends string>(field: PlanField, words: readonly T[], fallback: T): WritableComputedRef<T> =>
    computed({
      get: () => words.find((one) => one === choices.get(field)) ?? fallback,
      set: (value) => put(field, value),
    });
  const number = (field: PlanField): number | null => {
    const value = choices.get(field);
    return typeof value === 'number' ? value : null;
  };
  const state = {
    method: word<CascadeMethod>('method', METHODS, 'FAIREST'),
    policy: word<CascadePolicy>('policy', POLICIES, 'MEAN'),
    step: computed({
      get: () => String(number('step') ?? STEPS[0]),
      set: (value) => put('step', Number(value)),
    }),
    required: computed({ get: () => number('required'), set: (value) => put('required', value) }),
    effort: computed({
      get: () => bandsIn(choices.get('effort')) ?? DEFAULT_EFFORT,
      set: (bands) => put('effort', effortText(bands.map(inPercent))),
    }),
  };
  const proposal = computed(() => ({
    method: state.method.value,
    policy: state.policy.value,
    step: Number(state.step.value),
    effort: state.effort.value,
  }));
  return { ...state, proposal, order };
}

const inPercent = ({ points, weight }: EffortBand): EffortBand => ({
  points: points === null ? null : percentOf(points),
  weight,
});

/** Bands of effort from their cell, widths in hundredths; null where it says nothing that can be meant. */
export function bandsIn(cell: unknown): EffortBand[] | null {
  if (typeof cell !== 'string') return null;
  const bands = (JSON.parse(cell) as EffortBand[]).map(({ points, weight }) => ({
    points: points === null ? null : (hundredthsOf(points) ?? 0),
    weight,
  }));
  return isConvexEffort(bands) ? bands : null;
}

import { formatHundredths } from '@chi-tieu/shared/domain/cascade/number-text';
import type { CascadeMethod, CascadePolicy } from '@chi-tieu/shared/domain/cascade/problem';
import { readPercent } from '@chi-tieu/shared/domain/vietnamese-format';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { urlChoice, useUrlState, type UrlField } from '../../../app/useUrlState.ts';
import { ORDERS, type SheetOrder } from './sheetOrder.ts';
import { METHODS, POLICIES, STEPS, type ProposalChoice } from '../proposals/cascadeProblem.ts';

/** What one chose about a plan's proposals, kept in the address. */
export interface PlanChoices {
  readonly method: WritableComputedRef<CascadeMethod>;
  readonly policy: WritableComputedRef<CascadePolicy>;
  /** In hundredths, as text. */
  readonly step: WritableComputedRef<string>;
  /** In hundredths; for a plan whose issuing unit was given no target itself. */
  readonly required: WritableComputedRef<number | null>;
  readonly proposal: ComputedRef<ProposalChoice>;
  readonly order: WritableComputedRef<SheetOrder>;
}

/** A percentage in the address: `55`, `54.99`; null for none. Each keystroke replaces the one before in the history. */
const urlPercent = (): UrlField<number | null> => ({
  read: (raw) => readPercent(raw) ?? undefined,
  write: (value) => (value === null ? '' : formatHundredths(value, 'en').replace(/\.?0+$/, '')),
  fallback: () => null,
  history: 'replace',
});

/** The choices of the page one is on. To be called in `setup`. */
export function usePlanChoices(): PlanChoices {
  const state = useUrlState({
    method: urlChoice<CascadeMethod>(METHODS, 'FAIREST'),
    policy: urlChoice<CascadePolicy>(POLICIES, 'MEAN'),
    step: urlChoice(STEPS.map(String), String(STEPS[0])),
    required: urlPercent(),
    order: urlChoice<SheetOrder>(ORDERS, 'code'),
  });
  const proposal = computed(() => ({
    method: state.method.value,
    policy: state.policy.value,
    step: Number(state.step.value),
  }));
  return { ...state, proposal };
}

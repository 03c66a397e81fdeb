import { formatHundredths } from '@chi-tieu/shared/domain/cascade/number-text';
import { computed, type ComputedRef } from 'vue';
import { language, t } from '../../../i18n/i18n.ts';
import type { PlanChoices } from '../sheet/usePlanChoices.ts';
import { POLICIES, STEPS } from './cascadeProblem.ts';

/** Something to choose from, by words. */
export interface ChoiceMenu {
  readonly name: string;
  readonly value: string;
  readonly options: { value: string; label: string; hint?: string }[];
  readonly choose: (value: string) => void;
}

/** Under which policy and in which steps proposals are made: as menus, wherever there is room for them. */
export function usePolicyMenus(choices: Pick<PlanChoices, 'policy' | 'step'>): ComputedRef<ChoiceMenu[]> {
  return computed(() => [
    {
      name: t('plans.policy'),
      value: choices.policy.value,
      options: [
        { value: 'MEAN', label: t('plans.mean'), hint: t('plans.policyMeanHint') },
        { value: 'FLOOR', label: t('plans.policyFloor'), hint: t('plans.policyFloorHint') },
      ],
      choose: (value) => (choices.policy.value = POLICIES.find((policy) => policy === value) ?? choices.policy.value),
    },
    {
      name: t('plans.step'),
      value: choices.step.value,
      options: STEPS.map((step) => ({
        value: String(step),
        label: formatHundredths(step, language.value).replace(/[.,]?0+$/, ''),
      })),
      choose: (value) => (choices.step.value = value),
    },
  ]);
}

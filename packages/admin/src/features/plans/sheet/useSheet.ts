import type { ApolloClient } from '@apollo/client/core';
import type { CascadePolicy } from '@chi-tieu/shared/domain/cascade/problem';
import { rollUp, type RollUp } from '@chi-tieu/shared/domain/cascade/roll-up';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import { isEditable } from '@chi-tieu/shared/domain/plan-state';
import { useEventListener } from '@vueuse/core';
import {
  computed,
  inject,
  onScopeDispose,
  provide,
  reactive,
  ref,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue';
import { may } from '../../../app/rights.ts';
import { signedInTimes } from '../../../app/session.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import { cascadeProblemOf } from '../proposals/cascadeProblem.ts';
import { useProposals, type Proposals } from '../proposals/useProposals.ts';
import { remotePlanOf } from '../saving/targets.ts';
import { TargetSaving } from '../saving/TargetSaving.ts';
import { takeOldLimits } from './oldLimits.ts';
import { planCalls, type MethodOf } from './planCalls.ts';
import { planUnitsOf, type Plan, type PlanUnit } from './planUnit.ts';
import { emptyValues, fillValues, readField, workingCells, type SheetField, type SheetValues } from './sheetField.ts';
import { choicesOfPlan, type PlanChoices } from './usePlanChoices.ts';
import { useSheetHistory, type SheetHistory } from './useSheetHistory.ts';

/** A plan as it is worked on: its rows, the values on the screen, what they come to, and the ways to change and save them. */
export interface Sheet {
  readonly plan: Plan;
  readonly units: readonly PlanUnit[];
  readonly values: SheetValues;
  readonly choices: PlanChoices;
  /** Whether targets can be changed now. */
  readonly isOpen: ComputedRef<boolean>;
  /** Whether somebody moved the plan on since the page was opened: its state is no longer the one shown. */
  readonly isMovedOn: ComputedRef<boolean>;
  /** What the children must add up to, in hundredths: what the issuing unit was given, else what was typed; null for none. */
  readonly required: ComputedRef<number | null>;
  readonly rolled: ComputedRef<RollUp>;
  readonly saving: TargetSaving;
  readonly history: SheetHistory;
  readonly proposals: Proposals;
  /** Targets that are being typed and not taken yet: they count already. */
  readonly typing: Map<string, number | null>;
  readonly active: Ref<string | null>;
  readonly selected: Ref<readonly string[]>;
  readonly unitOf: (code: string | null) => PlanUnit | undefined;
  readonly read: (code: string, field: SheetField) => number | null;
  /** A unit's target with what is being typed. */
  readonly targetOf: (code: string) => number | null;
}

const SHEET: InjectionKey<Sheet> = Symbol('sheet');

/** The sheet that a part of the page belongs to. */
export function useSheetParent(): Sheet {
  const sheet = inject(SHEET);
  if (!sheet) throw new Error('A part of a sheet stands outside of one');
  return sheet;
}

/** Opens a plan for work and hands it to all parts below. */
export function useSheet(plan: Plan, client: ApolloClient<unknown>, order: Pick<PlanChoices, 'order'>): Sheet {
  const remote = remotePlanOf(plan);
  const values = fillValues(
    emptyValues((map) => reactive(map) as typeof map),
    remote.cells,
  );
  const units = planUnitsOf(plan, isEditable(plan.state) ? values : undefined);
  const byCode = new Map(units.filter(({ isIssuer }) => !isIssuer).map((unit) => [unit.code, unit]));
  const methodOf: MethodOf = (targets) => {
    const isProposed = targets.every(([code, { percent }]) => proposals.byCode.get(code)?.percent === percent);
    return isProposed ? choices.method.value : null;
  };
  const calls = planCalls(client, plan.id, methodOf);
  const saving = new TargetSaving({ plan: remote, working: workingCells(values), calls });
  const choices = choicesOfPlan(values, order, (keys) => saving.changed(keys));
  const history = useSheetHistory(values, (codes) => saving.changed(codes));
  const typing = reactive(new Map<string, number | null>());

  const read = (code: string, field: SheetField): number | null => readField(values, code, field);
  // What is being typed counts only as long as it could be taken.
  const targetOf = (code: string): number | null =>
    !saving.isDraft.value
      ? read(code, 'target')
      : (typing.get(code) ?? (typing.has(code) ? null : read(code, 'target')));
  const required = computed(() => (plan.required === null ? choices.required.value : hundredthsOf(plan.required)));
  const problem = computed(() => cascadeProblemOf(units, values, required.value, choices.proposal.value));
  const proposals = useProposals({ problem, choice: choices.proposal });
  const rolled = computed(() => rollUpOf(units, targetOf, required.value, choices.policy.value));

  const sheet: Sheet = {
    plan,
    units,
    values,
    choices,
    isOpen: computed(() => isEditable(plan.state) && saving.isDraft.value && may('plan.draft', plan.issuer.code)),
    isMovedOn: computed(() => isEditable(plan.state) && !saving.isDraft.value),
    required,
    rolled,
    saving,
    history,
    proposals,
    typing,
    active: ref(null),
    selected: ref([]),
    unitOf: (code) => (code === null ? undefined : byCode.get(code)),
    read,
    targetOf,
  };
  provide(SHEET, sheet);
  moveOldLimits(sheet);
  keepTrying(saving);
  return sheet;
}

/** Limits that were once kept in this browser become part of the plan, where nobody typed any for the unit meanwhile. */
function moveOldLimits({ plan, values, saving, isOpen }: Sheet): void {
  if (!isOpen.value) return;
  const cells = workingCells(values);
  const isFree = (key: string): boolean => {
    const [, code = ''] = key.split(':');
    return !values.floors.has(code) && !values.ceilings.has(code);
  };
  const known = new Set(plan.children.map(({ unit }) => unit.code));
  const moved = takeOldLimits(plan.id).filter(([key]) => isFree(key) && known.has(key.split(':')[1] ?? ''));
  if (moved.length === 0) return;
  for (const [key, value] of moved) cells.set(key, value);
  saving.changed(moved.map(([key]) => key));
  void notify({ kind: 'done', text: t('plans.limitsMoved', { count: moved.length }) });
}

/** What could not be saved is tried again once the line is back, or somebody signed in again. */
function keepTrying(saving: TargetSaving): void {
  useEventListener(window, 'online', () => saving.tryAgain());
  watch(signedInTimes, () => saving.tryAgain());
  onScopeDispose(() => saving.stop());
}

function rollUpOf(
  units: readonly PlanUnit[],
  targetOf: (code: string) => number | null,
  required: number | null,
  policy: CascadePolicy,
): RollUp {
  const issuer = units.find(({ isIssuer }) => isIssuer);
  return rollUp({
    required,
    policy,
    children: units
      .filter(({ isIssuer }) => !isIssuer)
      .map(({ code, volume, baseline }) => ({ volume, baseline, target: targetOf(code) })),
    issuer: issuer ? { volume: issuer.volume, baseline: issuer.baseline } : null,
  });
}

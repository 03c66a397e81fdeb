import { yearEnd, type Day } from '@chi-tieu/shared/domain/days';
import type { PlanState } from '@chi-tieu/shared/domain/plan-state';
import { MovePlanDocument } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { reactive, ref, watch, type Ref } from 'vue';
import { problemOf } from '../../../app/problem.ts';
import { today } from '../../../app/useFrame.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import { stateText } from '../planState.ts';

/** What is asked before a plan moves: a decision where it is issued (from the day it was drafted for), a reason where one is needed. */
export interface MoveForm {
  number: string;
  issuedOn: string | null;
  effectiveOn: string | null;
  reason: string;
}

interface Move {
  readonly form: MoveForm;
  /** What was refused, by where it stands in the request. */
  readonly problems: Record<string, string>;
  /** What was refused as a whole. */
  readonly general: Ref<string>;
  readonly busy: Ref<boolean>;
  /** True once the plan has moved. Whatever waits to be saved is saved first. */
  readonly move: () => Promise<boolean>;
  /** Sends it back to be drafted for another day; true once it has moved. */
  readonly sendBack: (effectiveOn: string, reason: string) => Promise<boolean>;
}

const FIELDS = ['decision.number', 'decision.issuedOn', 'decision.effectiveOn', 'reason'];

/** Moves a plan to another state; without grounds only where none are needed. */
export function useMove(
  { plan, saving }: Pick<Sheet, 'plan' | 'saving'>,
  to: PlanState,
  needsReason: () => boolean,
): Move {
  const form = reactive<MoveForm>({
    number: plan.decision?.number ?? '',
    issuedOn: plan.decision?.issuedOn ?? usualDay(to, plan.year),
    effectiveOn: plan.decision?.effectiveOn ?? plan.effectiveOn,
    reason: '',
  });
  const problems = problemsOf(form);
  const general = ref('');
  const busy = ref(false);
  const { mutate } = useMutation(MovePlanDocument, { fetchPolicy: 'no-cache' });

  async function sendBack(effectiveOn: string, reason: string): Promise<boolean> {
    return attempt(async () => {
      await mutate({ plan: plan.id, to: 'DRAFT', reason, decision: null, effectiveOn });
      await notify({ kind: 'done', text: t('planparts.moved', { state: stateText('DRAFT') }) });
      return true;
    });
  }

  async function move(): Promise<boolean> {
    general.value = '';
    for (const field of FIELDS) delete problems[field];
    if (to === 'ISSUED') tellUndecided(form, problems);
    if (needsReason() && form.reason.trim() === '') problems['reason'] = t('planparts.reasonWanted');
    if (Object.keys(problems).length > 0) return false;
    return attempt(saveAndMove);
  }

  async function attempt(deed: () => Promise<boolean>): Promise<boolean> {
    busy.value = true;
    try {
      return await deed();
    } catch (error) {
      tell(error);
      return false;
    } finally {
      busy.value = false;
    }
  }

  async function saveAndMove(): Promise<boolean> {
    if (!(await saving.saveNow())) {
      general.value = t('planparts.moveUnsaved');
      return false;
    }
    const [reason, decision] = [form.reason.trim() || null, decisionOf(to, form)];
    await mutate({ plan: plan.id, to, reason, decision, effectiveOn: null });
    await notify({ kind: 'done', text: t('planparts.moved', { state: stateText(to) }) });
    return true;
  }

  function tell(error: unknown): void {
    const { what, toDo, fields } = problemOf(error);
    for (const { path, message } of fields) {
      if (FIELDS.includes(path)) problems[path] = problems[path] ? `${problems[path]} ${message}` : message;
    }
    if (Object.keys(problems).length === 0) general.value = `${what} ${toDo}`;
  }

  return { form, problems, general, busy, move, sendBack };
}

/** Room for what is complained of; it goes as soon as it is typed anew. */
function problemsOf(form: MoveForm): Record<string, string> {
  const problems = reactive<Record<string, string>>({});
  const typed = { 'decision.number': 'number', 'decision.issuedOn': 'issuedOn', 'decision.effectiveOn': 'effectiveOn' };
  for (const [field, key] of Object.entries({ ...typed, reason: 'reason' } as Record<string, keyof MoveForm>))
    watch(
      () => form[key],
      () => delete problems[field],
    );
  return problems;
}

/** Signed today is what a decision usually is, unless the year it is for is over: that one was signed on some day that only its paper tells. */
const usualDay = (to: PlanState, year: number): Day | null =>
  to === 'ISSUED' && today() <= yearEnd(year) ? today() : null;

/** The number of a decision as it is written in full: of a people's committee nobody types more than the digits. */
export function fullNumber(typed: string): string {
  const number = typed.trim();
  return /^\d+$/.test(number) ? `${number}/QĐ-UBND` : number;
}

/** Says in its place what is missing of the decision. */
function tellUndecided({ number, issuedOn }: MoveForm, problems: Record<string, string>): void {
  if (number.trim() === '') problems['decision.number'] = t('planparts.decisionNumberWanted');
  if (issuedOn === null) problems['decision.issuedOn'] = t('planparts.issuedOnWanted');
}

function decisionOf(to: PlanState, { number, issuedOn, effectiveOn }: MoveForm) {
  if (to !== 'ISSUED' || issuedOn === null) return null;
  return { number: fullNumber(number), issuedOn, effectiveOn: effectiveOn ?? issuedOn };
}

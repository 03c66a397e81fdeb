import { CopyTargetsDocument, CreatePlanDocument } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { computed, reactive, ref, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { problemOf } from '../../../app/problem.ts';
import { t } from '../../../i18n/i18n.ts';
import '../days/texts.ts';

/** Whose plan, on which indicator (both by code), for which year. */
export interface PlanWish {
  issuer: string;
  indicator: string;
  year: number;
  /** From when it is meant to be in force. */
  effectiveOn: string | null;
  /** The plan whose targets it begins with; empty for none. */
  from: string;
  /** Whether limits and locks come along. */
  limits: boolean;
}

interface CreatePlan {
  readonly form: PlanWish;
  /** Why it could not be created; empty when nothing was refused. */
  readonly problem: Ref<string>;
  /** What is wrong with the day. */
  readonly dayProblem: Ref<string>;
  readonly busy: Ref<boolean>;
  readonly create: () => Promise<void>;
}

/** Creates a plan and goes to it. */
export function useCreatePlan(wish: PlanWish): CreatePlan {
  const router = useRouter();
  const form = reactive({ ...wish });
  const [problem, dayProblem] = [ref(''), ref('')];
  const { mutate, loading } = useMutation(CreatePlanDocument, { fetchPolicy: 'no-cache' });
  const { mutate: copyTargets, loading: copying } = useMutation(CopyTargetsDocument, { fetchPolicy: 'no-cache' });

  async function create(): Promise<void> {
    problem.value = '';
    dayProblem.value = form.effectiveOn === null ? t('days.wanted') : '';
    if (form.effectiveOn === null) return;
    try {
      const { from, limits, ...input } = form;
      const made = await mutate({ input });
      const id = made?.data?.createTargetPlan.id;
      if (id === undefined) return;
      if (from !== '') await copy(id, from, limits);
      await router.push({ name: 'plan', params: { id } });
    } catch (error) {
      const { what, toDo, fields } = problemOf(error);
      dayProblem.value = fields.find(({ path }) => path === 'input.effectiveOn')?.message ?? '';
      if (dayProblem.value === '') problem.value = `${what} ${toDo}`;
    }
  }
  /** What cannot be copied keeps nobody from the plan that was begun: it is told there, by name. */
  async function copy(plan: string, from: string, limits: boolean): Promise<void> {
    const { tellCopied } = await import('../copying/tellCopied.ts');
    const variables = { plan, from, limits, overwrite: null, preview: null };
    await tellCopied(async () => (await copyTargets(variables))?.data ?? null);
  }
  return { form, problem, dayProblem, busy: computed(() => loading.value || copying.value), create };
}

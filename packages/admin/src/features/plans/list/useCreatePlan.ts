import { CopyTargetsDocument, CreatePlanDocument } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { computed, reactive, ref, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { problemOf } from '../../../app/problem.ts';

/** Whose plan, on which indicator (both by code), for which year. */
export interface PlanWish {
  issuer: string;
  indicator: string;
  year: number;
  /** The plan whose targets it begins with; empty for none. */
  from: string;
}

interface CreatePlan {
  readonly form: PlanWish;
  /** Why it could not be created; empty when nothing was refused. */
  readonly problem: Ref<string>;
  readonly busy: Ref<boolean>;
  readonly create: () => Promise<void>;
}

/** Creates a plan and goes to it. */
export function useCreatePlan(wish: PlanWish): CreatePlan {
  const router = useRouter();
  const form = reactive({ ...wish });
  const problem = ref('');
  const { mutate, loading } = useMutation(CreatePlanDocument, { fetchPolicy: 'no-cache' });
  const { mutate: copyTargets, loading: copying } = useMutation(CopyTargetsDocument, { fetchPolicy: 'no-cache' });

  async function create(): Promise<void> {
    problem.value = '';
    try {
      const { from, ...input } = form;
      const made = await mutate({ input });
      const id = made?.data?.createTargetPlan.id;
      if (id === undefined) return;
      if (from !== '') await copy(id, from);
      await router.push({ name: 'plan', params: { id } });
    } catch (error) {
      const { what, toDo } = problemOf(error);
      problem.value = `${what} ${toDo}`;
    }
  }
  /** What cannot be copied keeps nobody from the plan that was begun: it is told there, by name. */
  async function copy(plan: string, from: string): Promise<void> {
    const { tellCopied } = await import('../copying/tellCopied.ts');
    const variables = { plan, from, overwrite: null, preview: null };
    await tellCopied(async () => (await copyTargets(variables))?.data ?? null);
  }
  return { form, problem, busy: computed(() => loading.value || copying.value), create };
}

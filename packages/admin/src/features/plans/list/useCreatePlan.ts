import { CreatePlanDocument } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { reactive, ref, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { problemOf } from '../../../app/problem.ts';

/** Whose plan, on which indicator (both by code), for which year. */
export interface PlanWish {
  issuer: string;
  indicator: string;
  year: number;
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

  async function create(): Promise<void> {
    problem.value = '';
    try {
      const made = await mutate({ input: { ...form } });
      if (made?.data) await router.push({ name: 'plan', params: { id: made.data.createTargetPlan.id } });
    } catch (error) {
      const { what, toDo } = problemOf(error);
      problem.value = `${what} ${toDo}`;
    }
  }
  return { form, problem, busy: loading, create };
}

import { CreatePlanDocument } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import type { Ref } from 'vue';
import { useRouter } from 'vue-router';
import { problemOf } from '../../../app/problem.ts';
import { notify } from '../../../ui/toast.ts';

interface Amendable {
  readonly id: string;
  readonly year: number;
  readonly issuer: { readonly code: string };
  readonly indicator: { readonly code: string };
}

/** Begins a plan that is to replace an issued one, and goes to it; says why where that cannot be. */
export function useAmend(): { amend: (plan: Amendable) => Promise<void>; amending: Ref<boolean> } {
  const router = useRouter();
  const { mutate, loading } = useMutation(CreatePlanDocument, { fetchPolicy: 'no-cache' });

  async function amend({ id, year, issuer, indicator }: Amendable): Promise<void> {
    try {
      const input = { issuer: issuer.code, indicator: indicator.code, year, amends: id };
      const made = await mutate({ input });
      if (made?.data) await router.push({ name: 'plan', params: { id: made.data.createTargetPlan.id } });
    } catch (error) {
      const { what, toDo } = problemOf(error);
      await notify({ kind: 'failed', text: what, detail: toDo });
    }
  }
  return { amend, amending: loading };
}

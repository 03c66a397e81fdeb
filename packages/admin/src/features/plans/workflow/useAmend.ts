import { CreatePlanDocument } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { reactive, ref, watch, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { problemOf } from '../../../app/problem.ts';
import { today } from '../../../app/useFrame.ts';
import { t } from '../../../i18n/i18n.ts';
import { firstDay } from '../days/firstDay.ts';
import '../days/texts.ts';

export interface Amendable {
  readonly id: string;
  readonly year: number;
  readonly inForceFrom: string | null;
  readonly issuer: { readonly code: string };
  readonly indicator: { readonly code: string };
}

interface Amend {
  readonly form: { effectiveOn: string | null; reason: string };
  /** What was refused, by where it stands in the form. */
  readonly problems: Record<string, string>;
  readonly general: Ref<string>;
  readonly busy: Ref<boolean>;
  readonly amend: () => Promise<void>;
}

/** Begins a plan that is to replace an issued one from a day, with why, and goes to it; says why where that cannot be. */
export function useAmend({ id, year, inForceFrom, issuer, indicator }: Amendable): Amend {
  const router = useRouter();
  const form = reactive<Amend['form']>({ effectiveOn: firstDay(year, today(), inForceFrom), reason: '' });
  const problems = reactive<Record<string, string>>({});
  const general = ref('');
  const { mutate, loading } = useMutation(CreatePlanDocument, { fetchPolicy: 'no-cache' });
  for (const field of ['effectiveOn', 'reason'] as const)
    watch(
      () => form[field],
      () => delete problems[field],
    );

  async function amend(): Promise<void> {
    general.value = '';
    const reason = form.reason.trim();
    if (form.effectiveOn === null) problems['effectiveOn'] = t('days.wanted');
    if (reason === '') problems['reason'] = t('days.reasonWanted');
    if (Object.keys(problems).length > 0) return;
    const { effectiveOn } = form;
    const input = { issuer: issuer.code, indicator: indicator.code, year, amends: id, effectiveOn, reason };
    try {
      const made = await mutate({ input });
      if (made?.data) await router.push({ name: 'plan', params: { id: made.data.createTargetPlan.id } });
    } catch (error) {
      tell(error);
    }
  }
  function tell(error: unknown): void {
    const { what, toDo, fields } = problemOf(error);
    const own = fields.filter(({ path }) => ['input.effectiveOn', 'input.reason'].includes(path));
    for (const { path, message } of own) problems[path.slice('input.'.length)] = message;
    if (own.length === 0) general.value = `${what} ${toDo}`;
  }
  return { form, problems, general, busy: loading, amend };
}

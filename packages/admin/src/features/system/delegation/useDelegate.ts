import { addDays, type Day } from '@chi-tieu/shared/domain/days';
import {
  DelegateDocument,
  DeputiesDocument,
  OwnGrantsDocument,
  type DeputiesQuery,
  type ShownGrantFragment,
} from '@chi-tieu/shared/generated/graphql';
import { useMutation, useQuery } from '@vue/apollo-composable';
import { refDebounced } from '@vueuse/core';
import { computed, reactive, ref, shallowRef, toRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { today } from '../../../app/useFrame.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import type { Suggestion } from '../../../ui/SuggestField.vue';
import { useRefusal } from '../../../app/useRefusal.ts';

type Deputy = DeputiesQuery['deputies'][number];

interface Delegate {
  readonly form: { grant: string; search: string; from: string | null; to: string | null };
  readonly suggestions: ComputedRef<Suggestion[]>;
  readonly chosen: ShallowRef<Deputy | null>;
  /** What is wrong with a field, by its name. */
  readonly problems: ComputedRef<Partial<Record<'grant' | 'deputy' | 'from' | 'to', string | undefined>>>;
  readonly refusal: ReturnType<typeof useRefusal>;
  readonly choose: (id: string) => void;
  readonly delegate: () => Promise<void>;
}

const AFTER_LAST_KEY_MS = 180;
const WEEK_DAYS = 7;

/** A week from a day on, or from when the grant begins, as far as the grant goes. */
export function daysWithin(grant: { from: Day | null; to: Day | null }, on: Day): { from: Day; to: Day } {
  const from = grant.from !== null && grant.from > on ? grant.from : on;
  const to = addDays(from, WEEK_DAYS);
  return { from, to: grant.to !== null && grant.to < to ? grant.to : to };
}

/** The days begin within those of what is delegated: nothing can be handed on before or after. */
function keepWithin(form: Delegate['form'], grants: () => readonly ShownGrantFragment[]): void {
  watch(
    () => grants().find(({ id }) => id === form.grant),
    (grant) => grant && Object.assign(form, daysWithin(grant, today())),
  );
}

/** Hands a grant to a deputy who is found by name among those at home where it holds. */
export function useDelegate(grants: () => readonly ShownGrantFragment[], done: () => void): Delegate {
  const form = reactive<Delegate['form']>({
    grant: '',
    search: '',
    from: today(),
    to: addDays(today(), WEEK_DAYS),
  });
  const chosen = shallowRef<Deputy | null>(null);
  const tried = ref(false);
  const refusal = useRefusal({ fieldTakes: true });
  const typed = refDebounced(toRef(form, 'search'), AFTER_LAST_KEY_MS);
  const { result } = useQuery(
    DeputiesDocument,
    () => ({ grant: form.grant, search: typed.value }),
    () => ({
      enabled: form.grant !== '' && typed.value.trim() !== '' && chosen.value === null,
      fetchPolicy: 'no-cache',
    }),
  );
  const found = computed(() => (form.search.trim() === '' || chosen.value ? [] : (result.value?.deputies ?? [])));
  const { mutate } = useMutation(DelegateDocument, {
    refetchQueries: [OwnGrantsDocument],
    awaitRefetchQueries: true,
    fetchPolicy: 'no-cache',
  });
  watch([() => form.search, () => form.grant], ([search], [, grant]) => {
    if (search !== chosen.value?.name || grant !== form.grant) chosen.value = null;
  });
  keepWithin(form, grants);
  function choose(id: string): void {
    chosen.value = found.value.find((deputy) => deputy.id === id) ?? null;
    form.search = chosen.value?.name ?? form.search;
  }
  async function delegate(): Promise<void> {
    tried.value = true;
    const { grant, from, to } = form;
    const deputy = chosen.value;
    if (grant === '' || !deputy || from === null || to === null) return;
    if (!(await refusal.run(() => mutate({ grant, account: deputy.id, from, to })))) return;
    done();
    await notify({ kind: 'done', text: t('delegation.done', { name: deputy.name }) });
  }
  const wanted = (value: string | null) => (tried.value && value === null ? t('delegation.dayWanted') : undefined);
  return {
    form,
    suggestions: computed(() =>
      found.value.map(({ id, name, username }) => ({ value: id, label: name, note: username })),
    ),
    chosen,
    problems: computed(() => ({
      grant: tried.value && form.grant === '' ? t('delegation.grantWanted') : undefined,
      deputy: tried.value && !chosen.value ? t('delegation.deputyWanted') : undefined,
      from: wanted(form.from) ?? refusal.about('from'),
      to: wanted(form.to) ?? refusal.about('to'),
    })),
    refusal,
    choose,
    delegate,
  };
}

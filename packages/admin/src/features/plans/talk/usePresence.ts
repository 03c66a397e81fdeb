import { BePresentDocument, type BePresentMutation } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { useDocumentVisibility } from '@vueuse/core';
import { computed, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { UNATTENDED } from '../../../app/apollo.ts';
import { may } from '../../../app/rights.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import type { PlanTalk } from './usePlanTalk.ts';

export type Person = BePresentMutation['bePresent']['people'][number];

/** How often one says that one is here: more often while somebody else is. Both well within the 15 seconds after which one is gone. */
const TOGETHER_MS = 4_000;
const ALONE_MS = 10_000;

/** Who else works on the plan. */
export interface Presence {
  readonly people: ShallowRef<readonly Person[]>;
  /** The names of those who stand on a cell; null where nobody does. */
  readonly at: (unit: string, field: string) => string | null;
}

/**
 * Tells every few seconds that one is here while the page is looked at and the plan can still change, and learns who else is. Where
 * others have gone further the sheet catches up; where something was said it is asked for. Nothing of it keeps a session open.
 */
export function usePresence(
  sheet: Sheet,
  talk: PlanTalk,
  place: () => { unit: string | null; field: string | null },
): Presence {
  const { client } = useApolloClient();
  const visibility = useDocumentVisibility();
  const people = shallowRef<readonly Person[]>([]);
  const { plan, saving, typing } = sheet;
  const isTold = computed(
    () =>
      (plan.state === 'DRAFT' ? saving.isDraft.value : plan.state === 'SUBMITTED') &&
      may('plan.read', plan.issuer.code) &&
      visibility.value === 'visible',
  );
  let said: string | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function tell(): Promise<void> {
    clearTimeout(timer);
    const answer = await client
      .mutate({
        mutation: BePresentDocument,
        variables: { plan: plan.id, ...place() },
        fetchPolicy: 'no-cache',
        context: UNATTENDED,
      })
      .catch(() => null);
    const now = answer?.data?.bePresent;
    people.value = now?.people ?? [];
    if (now) follow(now);
    clearTimeout(timer);
    if (isTold.value) timer = setTimeout(() => void tell(), people.value.length > 0 ? TOGETHER_MS : ALONE_MS);
  }
  function follow(now: BePresentMutation['bePresent']): void {
    // What is being typed was begun on what stands there now: it is compared with what others did once it is taken.
    if (plan.state === 'DRAFT' && typing.size === 0) void saving.lookAgain(now.version);
    if (said !== undefined && now.said !== said) void talk.refetch(true);
    said = now.said;
  }
  watch(
    isTold,
    (told) => {
      clearTimeout(timer);
      if (told) void tell();
      else people.value = [];
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));

  return {
    people,
    at: (unit, field) => {
      const names = people.value.filter((one) => one.unit === unit && one.field === field).map(({ name }) => name);
      return names.length > 0 ? names.join(', ') : null;
    },
  };
}

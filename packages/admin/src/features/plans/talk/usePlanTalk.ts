import { PlanTalkDocument, type PlanTalkQuery } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { computed, reactive, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { UNATTENDED } from '../../../app/apollo.ts';
import { urlChoice, useUrlState } from '../../../app/useUrlState.ts';
import { keyboardWish } from './keyboardWish.ts';
import { openByUnit, type Comment, type Counter } from './threads.ts';
import { TALK, useTogether } from './together.ts';

/** What is said and proposed in the plan of a page. */
export interface PlanTalk {
  readonly comments: ComputedRef<readonly Comment[]>;
  readonly proposals: ComputedRef<readonly Counter[]>;
  /** Of an amending plan: what was noted of the plan that it replaces. */
  readonly noted: ComputedRef<readonly Counter[]>;
  readonly consultedUntil: ComputedRef<string | null>;
  readonly consultedVersion: ComputedRef<number>;
  /** Whether it was fetched. */
  readonly isKnown: ComputedRef<boolean>;
  readonly loading: Ref<boolean>;
  readonly error: Ref<Error | null>;
  /** How many threads and proposals of a unit still wait. */
  readonly openOf: (code: string) => number;
  /** Fetches it anew; `alone` where the page does so by itself. */
  readonly refetch: (alone?: boolean) => Promise<void>;
  /** What is typed and not said yet, by what it is about: nobody loses it by looking at another unit. */
  readonly drafts: Map<string, string>;
  /** How often the talk about the unit one stands on was asked for. */
  readonly asked: Ref<number>;
  /** Whether the field of a unit takes the keyboard now: once for each time that its talk was asked for, and for no other unit. */
  readonly takesKeyboard: (code: string) => boolean;
  readonly open: () => void;
}

/** The talk of the page; whoever needs it first fetches it. */
export function usePlanTalk(plan: string): PlanTalk {
  const together = useTogether();
  return (together.talk.value ??= together.run(() => makeTalk(plan, () => together.place.unit)));
}

function makeTalk(plan: string, standsOn: () => string | null): PlanTalk {
  const { client } = useApolloClient();
  const known = shallowRef<PlanTalkQuery['targetPlan']>(null);
  const [loading, asked] = [ref(false), ref(0)];
  const error = shallowRef<Error | null>(null);
  let asking = 0;

  async function refetch(alone = false): Promise<void> {
    const mine = ++asking;
    loading.value = true;
    try {
      const context = alone ? UNATTENDED : {};
      const question = { query: PlanTalkDocument, variables: { id: plan }, fetchPolicy: 'no-cache', context } as const;
      const { data } = await client.query(question);
      // An answer that another question has overtaken is older than what is shown.
      if (mine === asking) [known.value, error.value] = [data.targetPlan, null];
    } catch (problem) {
      if (mine === asking) error.value = problem instanceof Error ? problem : new Error(String(problem));
    } finally {
      if (mine === asking) loading.value = false;
    }
  }
  void refetch();

  const comments = computed(() => known.value?.comments ?? []);
  const proposals = computed(() => known.value?.counterProposals ?? []);
  const counts = computed(() => openByUnit(comments.value, proposals.value));
  const { about } = useUrlState({ about: urlChoice([TALK, ''], '') });
  const wish = keyboardWish();
  return {
    comments,
    proposals,
    noted: computed(() => known.value?.notedProposals ?? []),
    consultedUntil: computed(() => known.value?.consultedUntil ?? null),
    consultedVersion: computed(() => known.value?.consultedVersion ?? 0),
    isKnown: computed(() => known.value !== null),
    loading,
    error,
    openOf: (code) => counts.value.get(code) ?? 0,
    refetch,
    drafts: reactive(new Map<string, string>()),
    asked,
    takesKeyboard: wish.takes,
    open: () => {
      wish.ask(standsOn());
      about.value = TALK;
      asked.value++;
    },
  };
}

import { AnswerCounterProposalDocument, type CounterAnswer } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { computed, type ComputedRef } from 'vue';
import { may } from '../../../app/rights.ts';
import { t } from '../../../i18n/i18n.ts';
import { useSheetParent } from '../sheet/useSheet.ts';
import { usePlanTalk } from './usePlanTalk.ts';
import { refusalOf } from './useTalkDeeds.ts';
import type { Counter } from './threads.ts';

/** How proposals of units are answered on the page of a plan. */
export interface CounterAnswers {
  /** What one may answer to a proposal now; nothing once it is not open. */
  readonly offered: ComputedRef<(counter: Counter) => readonly CounterAnswer[]>;
  /** Answers it; why it was refused, or null once it is done and shown. */
  readonly give: (counter: Counter, how: CounterAnswer, text: string) => Promise<string | null>;
}

/** Accepting saves what is typed first, is based on the version that is shown then, and shows the number that was set. */
export function useCounterAnswers(): CounterAnswers {
  const sheet = useSheetParent();
  const { client } = useApolloClient();
  const { plan, saving } = sheet;
  const talk = usePlanTalk(plan.id);

  const mine = computed<readonly CounterAnswer[]>(() => {
    if (!may('plan.draft', plan.issuer.code) || sheet.isMovedOn.value) return [];
    if (plan.state === 'DRAFT') return ['ACCEPT', 'REFUSE'];
    if (plan.state === 'ISSUED') return ['NOTE', 'REFUSE'];
    return plan.state === 'SUPERSEDED' ? [] : ['REFUSE'];
  });

  async function give({ id }: Counter, how: CounterAnswer, text: string): Promise<string | null> {
    if (how === 'ACCEPT' && !(await saving.saveNow())) return t('talk.saveFirst');
    const expectedVersion = how === 'ACCEPT' ? saving.version.value : null;
    try {
      await client.mutate({
        mutation: AnswerCounterProposalDocument,
        variables: { id, how, answer: text.trim() || null, expectedVersion },
        fetchPolicy: 'no-cache',
      });
    } catch (error) {
      void saving.lookAgain();
      void talk.refetch();
      return refusalOf(error);
    }
    await Promise.all([how === 'ACCEPT' ? saving.lookAgain() : undefined, talk.refetch()]);
    return null;
  }

  return {
    offered: computed(
      () =>
        ({ state }: Counter) =>
          state === 'OPEN' ? mine.value : [],
    ),
    give,
  };
}

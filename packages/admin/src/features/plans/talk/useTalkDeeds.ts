import {
  AddPlanCommentDocument,
  ResolvePlanCommentDocument,
  WithdrawPlanCommentDocument,
} from '@chi-tieu/shared/generated/graphql';
import { problemOfSaid, tidySaid, LONGEST_SAID, type SaidProblem } from '@chi-tieu/shared/domain/said-text';
import { useApolloClient } from '@vue/apollo-composable';
import { problemOf } from '../../../app/problem.ts';
import { t } from '../../../i18n/i18n.ts';

/** What one does in a talk; each gives why it was refused, or null once it is done and shown. */
export interface TalkDeeds {
  readonly say: (said: { unit: string | null; body: string; answers: string | null }) => Promise<string | null>;
  readonly resolve: (id: string, resolved: boolean) => Promise<string | null>;
  readonly withdraw: (id: string) => Promise<string | null>;
}

/** The deeds of a plan's talk; `shown` fetches it anew. */
export function useTalkDeeds(plan: string, shown: () => Promise<void>): TalkDeeds {
  const { client } = useApolloClient();
  const done = async (deed: () => Promise<unknown>): Promise<string | null> => {
    try {
      await deed();
    } catch (error) {
      return refusalOf(error);
    }
    await shown();
    return null;
  };
  const options = { fetchPolicy: 'no-cache' } as const;
  return {
    say: async (said) => {
      const problem = saidProblem(said.body);
      if (problem !== null) return problem;
      const variables = { plan, ...said };
      return done(() => client.mutate({ mutation: AddPlanCommentDocument, variables, ...options }));
    },
    resolve: (id, resolved) =>
      done(() => client.mutate({ mutation: ResolvePlanCommentDocument, variables: { id, resolved }, ...options })),
    withdraw: (id) =>
      done(() => client.mutate({ mutation: WithdrawPlanCommentDocument, variables: { id }, ...options })),
  };
}

/** Why something was refused, in one sentence: that of the field where it lies in one. */
export function refusalOf(error: unknown): string {
  const { what, fields } = problemOf(error);
  return fields[0]?.message ?? what;
}

/** Why a text would not be taken; null where it would. */
export function saidProblem(text: string): string | null {
  const problem = problemOfSaid(tidySaid(text));
  const texts: Record<SaidProblem, () => string> = {
    EMPTY: () => t('talk.empty'),
    LONG: () => t('talk.long', { most: LONGEST_SAID }),
    CITIZEN: () => t('talk.citizen'),
    DOSSIER: () => t('talk.dossier'),
  };
  return problem === null ? null : texts[problem]();
}

import {
  AnswerDifficultyDocument,
  CloseDifficultyDocument,
  JoinDifficultiesDocument,
  NoteDifficultyDocument,
  PartDifficultiesDocument,
  ReopenDifficultyDocument,
  TakeDifficultyDocument,
  type DifficultyAct,
} from '@chi-tieu/shared/generated/graphql';
import type { ApolloClient } from '@apollo/client/core';

/** What one does about a difficulty on its page. */
export type StepAct = Exclude<DifficultyAct, 'REPORTED'>;

interface Given {
  id: string;
  expectedVersion: number;
  text: string;
  /** TAKEN: who has to answer. */
  owner: string;
  /** JOINED: to which one. */
  to: string;
  amongHandlers: boolean;
}

/** Takes a step; throws what the server refuses. */
export async function takeStep(client: ApolloClient<unknown>, act: StepAct, given: Given): Promise<void> {
  const { id, expectedVersion, text, owner, to, amongHandlers } = given;
  const one = { id, expectedVersion };
  const fetchPolicy = 'no-cache';
  const said = text.trim() === '' ? null : text;
  const steps: Record<StepAct, () => Promise<unknown>> = {
    TAKEN: () =>
      client.mutate({ mutation: TakeDifficultyDocument, variables: { ...one, owner, text: said }, fetchPolicy }),
    ANSWERED: () => client.mutate({ mutation: AnswerDifficultyDocument, variables: { ...one, text }, fetchPolicy }),
    CLOSED: () => client.mutate({ mutation: CloseDifficultyDocument, variables: { ...one, text: said }, fetchPolicy }),
    REOPENED: () => client.mutate({ mutation: ReopenDifficultyDocument, variables: { ...one, text }, fetchPolicy }),
    NOTED: () =>
      client.mutate({ mutation: NoteDifficultyDocument, variables: { ...one, text, amongHandlers }, fetchPolicy }),
    JOINED: () => client.mutate({ mutation: JoinDifficultiesDocument, variables: { ...one, to }, fetchPolicy }),
    PARTED: () => client.mutate({ mutation: PartDifficultiesDocument, variables: one, fetchPolicy }),
  };
  await steps[act]();
}

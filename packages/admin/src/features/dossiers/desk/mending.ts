import type { ApolloClient } from '@apollo/client/core';
import {
  ContinueMendDocument,
  DiscardCauseDocument,
  ForeseeMendDocument,
  MendCauseDocument,
  StopMendDocument,
  UndoMendDocument,
  type CauseDecisionInput,
  type ForeseeMendMutation,
  type MendFactsFragment,
} from '@chi-tieu/shared/generated/graphql';

export type Mend = MendFactsFragment;
export type Foreseen = ForeseeMendMutation['foreseeMend'];
type Client = ApolloClient<unknown>;

/** What is asked of the server about a decision; null where nothing came back. */
export const mending = {
  async begin(client: Client, cause: string, by: CauseDecisionInput): Promise<Mend | null> {
    return (await client.mutate({ mutation: MendCauseDocument, variables: { cause, by } })).data?.mendCause ?? null;
  },
  async foresee(client: Client, cause: string, by: CauseDecisionInput): Promise<Foreseen | null> {
    return (await client.mutate({ mutation: ForeseeMendDocument, variables: { cause, by } })).data?.foreseeMend ?? null;
  },
  async goOn(client: Client, id: string): Promise<Mend | null> {
    return (await client.mutate({ mutation: ContinueMendDocument, variables: { id } })).data?.continueMend ?? null;
  },
  async stop(client: Client, id: string): Promise<Mend | null> {
    return (await client.mutate({ mutation: StopMendDocument, variables: { id } })).data?.stopMend ?? null;
  },
  async undo(client: Client, id: string): Promise<Mend | null> {
    return (await client.mutate({ mutation: UndoMendDocument, variables: { id } })).data?.undoMend ?? null;
  },
  async discard(client: Client, cause: string, reason: string): Promise<Mend | null> {
    const { data } = await client.mutate({ mutation: DiscardCauseDocument, variables: { cause, reason } });
    return data?.discardCause ?? null;
  },
};

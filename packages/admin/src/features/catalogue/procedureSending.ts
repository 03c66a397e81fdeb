import type { ApolloClient } from '@apollo/client/core';
import {
  DropProcedureDraftDocument,
  PublishProcedureDraftDocument,
  SaveProcedureDraftDocument,
  SaveProceduresDocument,
} from '@chi-tieu/shared/generated/graphql';
import { inputOf, type ProcedureDraft } from './procedureDraft.ts';

/** The versions that what is sent was made from: of what is published, and of the kept draft (0: there is none). */
export interface Seen {
  published: number;
  kept: number;
}

/** Keeps what the form says as a draft. */
export async function sendKept(client: ApolloClient<unknown>, draft: ProcedureDraft, seen: Seen): Promise<void> {
  const variables = { input: inputOf(draft, seen.published), expectedVersion: seen.kept };
  const { data } = await client.mutate({ mutation: SaveProcedureDraftDocument, variables });
  seen.kept = data?.saveProcedureDraft.version ?? 0;
}

/** Publishes what the form says, by its kept draft where there is one; gives the version that it became. */
export async function sendPublished(client: ApolloClient<unknown>, draft: ProcedureDraft, seen: Seen): Promise<number> {
  if (seen.kept === 0) {
    const variables = { input: [inputOf(draft, seen.published)] };
    const { data } = await client.mutate({ mutation: SaveProceduresDocument, variables });
    return data?.saveProcedures[0]?.version ?? 0;
  }
  await sendKept(client, draft, seen);
  const variables = { code: draft.code, expectedVersion: seen.kept };
  const { data } = await client.mutate({ mutation: PublishProcedureDraftDocument, variables });
  seen.kept = 0;
  return data?.publishProcedureDraft.version ?? 0;
}

/** Forgets the kept draft. */
export async function sendDropped(client: ApolloClient<unknown>, code: string, seen: Seen): Promise<void> {
  const variables = { code, expectedVersion: seen.kept };
  await client.mutate({ mutation: DropProcedureDraftDocument, variables });
}

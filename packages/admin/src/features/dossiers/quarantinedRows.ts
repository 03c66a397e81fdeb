import type { ApolloClient } from '@apollo/client/core';
import { QuarantineDocument, type QuarantineQuery } from '@chi-tieu/shared/generated/graphql';
import type { KeptRow } from './leftRows.ts';

export type QuarantinedRow = QuarantineQuery['quarantine']['nodes'][number];

const PAGE = 500;

/** The fields that are kept of a row, by name; whatever is no text is left out. */
export function keptFields(row: Pick<QuarantinedRow, 'fields'>): Record<string, string> {
  if (typeof row.fields !== 'object' || row.fields === null) return {};
  const texts = Object.entries(row.fields).filter((field): field is [string, string] => typeof field[1] === 'string');
  return Object.fromEntries(texts);
}

/** All rows of an import that still lie in quarantine, as the server knows them now. */
export async function quarantinedRows(client: ApolloClient<unknown>, batch: string): Promise<KeptRow[]> {
  const found: KeptRow[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await page(client, batch, after);
    found.push(...nodes.map((node) => ({ ...node, fields: keptFields(node) })));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

async function page(
  client: ApolloClient<unknown>,
  batch: string,
  after: string | null,
): Promise<QuarantineQuery['quarantine']> {
  const variables = { batch, cause: null, code: null, first: PAGE, after };
  const { data } = await client.query({ query: QuarantineDocument, variables, fetchPolicy: 'no-cache' });
  return data.quarantine;
}

import {
  RetryAfterMappingDocument,
  SetSourceCodesDocument,
  type SourceCodeInput,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { may } from '../../../app/rights.ts';
import type { SourceRecord } from './useSourceRecord.ts';

/** A code that is being told, or told otherwise. */
export type NewCode = SourceCodeInput;

const isSame = (a: NewCode, b: NewCode): boolean => a.kind === b.kind && a.theirs.trim() === b.theirs.trim();

/** Writes one code more, another meaning of one, or one less; then rows that waited for it are tried again, and counted. */
export function useCodes(source: () => SourceRecord) {
  const { client } = useApolloClient();

  async function write(codes: readonly NewCode[]): Promise<number> {
    const { id, version } = source();
    const variables = { source: id, codes: [...codes], expectedVersion: version };
    await client.mutate({ mutation: SetSourceCodesDocument, variables });
    if (!may('quarantine.mend')) return 0;
    const { data } = await client.mutate({ mutation: RetryAfterMappingDocument });
    return (data?.retryQuarantined.created ?? 0) + (data?.retryQuarantined.updated ?? 0);
  }
  const told = (): NewCode[] => source().codes.map(({ kind, theirs, ours }) => ({ kind, theirs, ours }));
  return {
    /** What is told last of a code holds: it takes the place of what was told of it before. */
    tell: (code: NewCode) => write([...told().filter((one) => !isSame(one, code)), code]),
    drop: (code: NewCode) => write(told().filter((one) => !isSame(one, code))),
    /** Where the code stands among all, for what the server says of it. */
    placeOf: (code: NewCode) => told().filter((one) => !isSame(one, code)).length,
  };
}

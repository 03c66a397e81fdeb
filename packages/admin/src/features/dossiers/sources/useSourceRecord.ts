import {
  DossierSourceRecordDocument,
  type DossierSourceRecordQuery,
  type DossierSourcesQuery,
} from '@chi-tieu/shared/generated/graphql';
import { computed } from 'vue';
import { useAnswer } from '../../../app/useAnswer.ts';

export type ListedSource = DossierSourcesQuery['dossierSources'][number];
export type SourceRecord = NonNullable<DossierSourceRecordQuery['dossierSource']>;

/** One source with its codes, tokens and last batches. */
export function useSourceRecord(id: () => string) {
  const answer = useAnswer(DossierSourceRecordDocument, () => ({ id: id() }));
  return { answer, source: computed(() => answer.data.value?.dossierSource ?? null) };
}

/** Where one-stop systems find us: what is entered there as the portal's address. */
export const oneStopAddress = (): string => `${location.origin}/lgsp`;

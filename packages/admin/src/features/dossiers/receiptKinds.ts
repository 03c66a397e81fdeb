import type { BatchKind } from '@chi-tieu/shared/generated/graphql';
import { t, type PlainKey } from '../../i18n/i18n.ts';

/** What receipts are about, in the order of the filter. */
export const BATCH_KINDS: readonly BatchKind[] = [
  'DOSSIERS',
  'PROCEDURES',
  'MEND',
  'RETRY',
  'PROGRESS',
  'RELEASE',
  'IDENTITY',
];

const TEXTS: Record<BatchKind, PlainKey> = {
  DOSSIERS: 'dossiers.kindDossiers',
  PROCEDURES: 'dossiers.kindProcedures',
  MEND: 'dossiers.kindMend',
  RETRY: 'dossiers.kindRetry',
  PROGRESS: 'dossiers.kindProgress',
  RELEASE: 'dossiers.kindRelease',
  IDENTITY: 'dossiers.kindIdentity',
};

/** What a receipt is about, in words. */
export const kindText = (kind: BatchKind): string => t(TEXTS[kind]);

import type { CatalogueStepKind } from '@chi-tieu/shared/generated/graphql';
import { t, type PlainKey } from '../../i18n/i18n.ts';

const TEXTS: Readonly<Record<CatalogueStepKind, PlainKey>> = {
  SAVED: 'procedures.stepSaved',
  IMPORTED: 'procedures.stepImported',
  DECIDED: 'procedures.stepDecided',
  LISTED: 'procedures.stepListed',
  BULK: 'procedures.stepBulk',
  PUBLISHED: 'procedures.stepPublished',
  RESTORED: 'procedures.stepRestored',
  UNDONE: 'procedures.stepUndone',
};

/** What a step of the catalogue was. */
export const stepText = (kind: CatalogueStepKind): string => t(TEXTS[kind]);

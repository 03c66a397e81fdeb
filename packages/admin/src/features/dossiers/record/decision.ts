import { readDossierCode } from '@chi-tieu/shared/domain/dossier-code';

/** What one decides of a dossier. UNMERGE: one that was merged is one of its own again. */
export type Decision = 'DELETE' | 'RESTORE' | 'MERGE' | 'SPLIT' | 'UNMERGE';

interface Standing {
  code: string;
  gone?: 'DELETED' | 'MERGED' | null;
  splitFrom?: string | null;
  statements: readonly { sourceId: string; source?: string | null; code: string }[];
}

/**
 * The sources whose rows can be split off: they say something under the dossier's own code, and others say something too. What one
 * source says under the code of a dossier that was merged into this one is split again over there.
 */
export function splitSources({ code, statements }: Standing): { sourceId: string; source: string }[] {
  const all = new Map(statements.map(({ sourceId, source }) => [sourceId, source ?? sourceId]));
  if (all.size < 2) return [];
  const key = readDossierCode(code)?.key ?? code;
  const here = new Set(statements.filter((one) => one.code === key).map(({ sourceId }) => sourceId));
  return [...all].filter(([sourceId]) => here.has(sourceId)).map(([sourceId, source]) => ({ sourceId, source }));
}

/** What there is to decide of a dossier, by how it stands. */
export function decisionsOf(dossier: Standing): Decision[] {
  if (dossier.gone === 'DELETED') return ['RESTORE'];
  if (dossier.gone === 'MERGED') return ['UNMERGE'];
  const isShared = splitSources(dossier).length > 0 && !dossier.splitFrom;
  return ['MERGE', ...(isShared ? (['SPLIT'] as const) : []), 'DELETE'];
}

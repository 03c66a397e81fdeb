/** What one decides of a dossier. UNMERGE: one that was merged is one of its own again. */
export type Decision = 'DELETE' | 'RESTORE' | 'MERGE' | 'SPLIT' | 'UNMERGE';

/** What there is to decide of a dossier, by how it stands. */
export function decisionsOf(dossier: {
  gone?: 'DELETED' | 'MERGED' | null;
  splitFrom?: string | null;
  statements: readonly { sourceId: string }[];
}): Decision[] {
  if (dossier.gone === 'DELETED') return ['RESTORE'];
  if (dossier.gone === 'MERGED') return ['UNMERGE'];
  const isShared = dossier.statements.length > 0 && !dossier.splitFrom;
  return ['MERGE', ...(isShared ? (['SPLIT'] as const) : []), 'DELETE'];
}

import type { ServiceListEntry } from './catalogue.types.ts';
import type { EntryRow } from './lists.queries.ts';

/** An entry as GraphQL shows it. */
export function showEntry({ openedBy, closedBy, ...entry }: Omit<EntryRow, 'procedureCode'>): ServiceListEntry {
  const { id, listId, procedureId, tier, unitId, level, from, to } = entry;
  return { id, listId, procedureId, tier, unitId, level, from, to, openedById: openedBy, closedById: closedBy };
}

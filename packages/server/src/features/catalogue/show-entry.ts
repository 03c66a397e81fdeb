import type { ServiceListEntry } from './catalogue.types.ts';
import type { EntryRow } from './lists.queries.ts';

/** An entry as GraphQL shows it. */
export function showEntry({
  id,
  listId,
  procedureId,
  tier,
  level,
  from,
  to,
  openedBy,
  closedBy,
}: EntryRow): ServiceListEntry {
  return { id, listId, procedureId, tier, level, from, to, openedById: openedBy, closedById: closedBy };
}

import type { Sql } from '../../app/sql.ts';
import { IS_BOOKED, type DefinitionId } from './indicators.queries.ts';

/** The definitions that a booking books for. */
export interface BookedDefinitions {
  /** Those whose contributions go to the ledger. */
  dossiers: readonly DefinitionId[];
  /** Those that count services: what had dossiers goes to totals of their own. */
  services: readonly DefinitionId[];
  /**
   * A condition: whether a dossier `d` is one that the definition in a column is booked for. Of one that is being computed only what
   * was computed already: the rest is counted when its turn comes.
   */
  isDone(definition: string): string;
}

interface KeptRow {
  id: DefinitionId;
  /** Whether it asks the catalogue about a dossier at all. */
  asksCatalogue: boolean;
  isBooked: boolean;
  isLeft: boolean;
}

/**
 * The definitions that are kept up to date: what answers, what is ready to, and of what is being computed the slices done. Read
 * under the dossier lock, under which alone any of this changes. `ofCatalogue`: those alone that a change of lists or force can
 * touch; services are asked about on the day of the question.
 */
export async function bookedDefinitions(
  sql: Sql,
  provinceId: number,
  { ofCatalogue = false } = {},
): Promise<BookedDefinitions> {
  const kept = await sql.rows<KeptRow>(
    `select i.id, ${IS_BOOKED} as "isBooked", (i.in_force_required or i.list_id is not null) as "asksCatalogue",
            exists (select from definition_slice s where s.definition_id = i.id and s.done_by is null) as "isLeft"
       from indicator_definition i
      where i.province_id = $1 and i.state in ('ACTIVE', 'READY', 'COMPUTING') and (${IS_BOOKED} or i.counts = 'SERVICES_USED')
      order by i.id`,
    [provinceId],
  );
  const left = kept.filter(({ isLeft }) => isLeft).map(({ id }) => id);
  return {
    dossiers: kept
      .filter(({ isBooked, asksCatalogue }) => isBooked && (asksCatalogue || !ofCatalogue))
      .map(({ id }) => id),
    services: ofCatalogue ? [] : kept.filter(({ isBooked }) => !isBooked).map(({ id }) => id),
    isDone: (definition) => (left.length === 0 ? 'true' : `not ${isLeftOf(definition, left)}`),
  };
}

/** True for a dossier `d` that a definition still has to compute. */
function isLeftOf(definition: string, left: readonly DefinitionId[]): string {
  return `(${definition} in (${left.join()}) and (${definition}, d.procedure_id, date_trunc('month', d.received_day)::date) in (
    select s.definition_id, s.procedure_id, s.month from definition_slice s where s.definition_id in (${left.join()}) and s.done_by is null))`;
}

/** One definition alone, whatever is left of it: what its slices are computed with. */
export function oneDefinition(id: DefinitionId, isOfServices: boolean): BookedDefinitions {
  return { dossiers: isOfServices ? [] : [id], services: isOfServices ? [id] : [], isDone: () => 'true' };
}

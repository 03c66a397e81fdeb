import type { Day } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { sameValue } from '@chi-tieu/shared/domain/same-value';
import { threeWay, type ThreeWayField } from '@chi-tieu/shared/domain/three-way';
import { AppError, type FieldProblem } from '../../app/errors.ts';
import type { Sql } from '../../app/sql.ts';
import { forceChanges } from './force.queries.ts';
import { identities } from './identities.queries.ts';
import { NO_STAND, STAND_FIELDS, standAt, type Recorded, type Stand } from './stand.ts';
import { revisionsOf, stepAuthors, type RevisionRow } from './steps.queries.ts';
import { textsOf } from './texts.queries.ts';

/** A procedure that somebody wants to save, made from a version that is not the current one any more. */
export interface LostRace {
  /** Its place in the input. */
  index: number;
  code: string;
  /** The version that was seen; 0: it was not there. */
  expectedVersion: number;
  /** The current one; 0 where it is not there. */
  version: number;
  /** The day whose text is to be replaced. */
  day: Day;
  /** What it is to be: given what stood in the version that was seen. */
  own: (ancestor: Stand) => Stand;
}

/** One field of a conflict; who changed it last since the version that was seen, and when. */
export interface ConflictField extends ThreeWayField<unknown> {
  changedBy: string | null;
  changedAt: string | null;
}

/** What `extensions.conflicts` says of one procedure: field by field the version seen, the current one and the own one. */
export interface ProcedureConflict {
  index: number;
  code: string;
  expectedVersion: number;
  version: number;
  fields: ConflictField[];
}

/** So many procedures are told field by field; of more the versions alone. */
const MOST_TOLD = 50;

/** How a procedure stands now and stood in an earlier version. */
export interface Both {
  ancestor: Stand;
  current: Stand;
}

/** What is known of procedures by their codes: all of it, past and present. */
export async function recordsOf(
  sql: Sql,
  provinceId: number,
  codes: string[],
): Promise<Map<string, Recorded & { id: number; version: number }>> {
  const found = await identities(sql, provinceId, codes);
  const ids = found.map(({ id }) => id);
  const texts = groupBy(await textsOf(sql, ids, 'ALL'), ({ procedureId }) => procedureId);
  const said = groupBy(await forceChanges(sql, ids, 'ALL'), ({ procedureId }) => procedureId);
  return new Map(
    found.map(({ id, code, version }) => [code, { id, version, texts: texts.get(id) ?? [], said: said.get(id) ?? [] }]),
  );
}

/** The conflict of saves that lost a race, as a caller is told it. */
export async function conflictOf(sql: Sql, provinceId: number, races: LostRace[], on: Day): Promise<AppError> {
  const version = races[0]?.version ?? 0;
  const conflicts = await explain(sql, provinceId, races.slice(0, MOST_TOLD), on);
  const fields = races.map((race): FieldProblem => ({
    path: `input.${race.index}.expectedVersion`,
    text: 'procedure.version',
    params: { version: race.version },
  }));
  return new AppError('CONFLICT', 'procedure.version', { version }, { fields, facts: { version, conflicts } });
}

async function explain(sql: Sql, provinceId: number, races: LostRace[], on: Day): Promise<ProcedureConflict[]> {
  const records = await recordsOf(
    sql,
    provinceId,
    races.map(({ code }) => code),
  );
  const ids = [...records.values()].map(({ id }) => id);
  const revisions = groupBy(await revisionsOf(sql, ids), ({ procedureId }) => procedureId);
  const steps = [...revisions.values()].flat().map(({ stepId }) => stepId);
  const names = new Map((await stepAuthors(sql, steps)).map(({ id, name }) => [id, name]));
  return races.map((race) => {
    const record = records.get(race.code);
    const { index, code, expectedVersion, version } = race;
    const days = { day: race.day, on };
    const ancestor = record ? standAt(record, expectedVersion, days) : NO_STAND;
    const current = record ? standAt(record, record.version, days) : NO_STAND;
    const later = (revisions.get(record?.id ?? 0) ?? []).filter((revision) => revision.version > expectedVersion);
    const fields = threeWay<Stand>(STAND_FIELDS, { ancestor, current, own: race.own(ancestor) }).map((field) => {
      const last = record && lastChange(record, later, field.field as keyof Stand, days);
      return {
        ...field,
        changedBy: last ? (names.get(last.stepId) ?? null) : null,
        changedAt: last ? last.at.toISOString() : null,
      };
    });
    return { index, code, expectedVersion, version, fields };
  });
}

/** The latest of some revisions that changed a field. */
function lastChange(
  record: Recorded,
  later: RevisionRow[],
  field: keyof Stand,
  days: { day: Day; on: Day },
): RevisionRow | undefined {
  return later.findLast(({ version }) => {
    const [before, after] = [standAt(record, version - 1, days), standAt(record, version, days)];
    return !sameValue(before[field], after[field]);
  });
}

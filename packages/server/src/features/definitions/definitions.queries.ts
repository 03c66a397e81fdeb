import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import {
  STORED_TERMS,
  TERM_COLUMNS,
  termParams,
  termPlaces,
  type DefinitionId,
  type DefinitionTerms,
} from '../rates/indicators.queries.ts';

export type DefinitionState = 'DRAFT' | 'COMPUTING' | 'READY' | 'ACTIVE' | 'RETIRED' | 'CANCELLED';

/** A definition with all that became of it. */
export interface DefinitionRow extends DefinitionTerms {
  id: DefinitionId;
  indicatorId: number;
  /** Code and name of the indicator. */
  code: string;
  name: string;
  version: number;
  state: DefinitionState;
  revision: number;
  decisionId: number | null;
  note: string | null;
  reason: string | null;
  recordedAt: Date | null;
  activatedAt: Date | null;
  retiredAt: Date | null;
  switchesItself: boolean;
}

const COLUMNS = `i.id, i.indicator_id as "indicatorId", n.code, n.name, i.version, i.state, i.revision, i.decision_id as "decisionId",
  i.note, i.reason, r.at as "recordedAt", a.at as "activatedAt", e.at as "retiredAt", i.switches_itself as "switchesItself",
  ${TERM_COLUMNS}`;

const FROM = `indicator_definition i
  join indicator n on n.id = i.indicator_id
  left join moment r on r.id = i.recorded_by
  left join moment a on a.id = i.activated_by
  left join moment e on e.id = i.retired_by`;

/** All definitions by the codes of their indicators, the latest first. */
export function definitionsOf(sql: Sql, provinceId: number): Promise<DefinitionRow[]> {
  return sql.rows<DefinitionRow>(
    `select ${COLUMNS} from ${FROM} where i.province_id = $1 order by n.code, i.version desc`,
    [provinceId],
  );
}

/** One definition; `lock` keeps it as it is until the transaction ends. */
export function definitionById(sql: Sql, provinceId: number, id: number, lock = false): Promise<DefinitionRow | null> {
  return sql.row<DefinitionRow>(
    `select ${COLUMNS} from ${FROM} where i.province_id = $1 and i.id = $2 ${lock ? 'for update of i' : ''}`,
    [provinceId, id],
  );
}

/** An indicator by its code, whether or not anything answers for it yet. */
export function indicatorNamed(sql: Sql, provinceId: number, code: string): Promise<{ id: number } | null> {
  return sql.row<{ id: number }>('select id from indicator where province_id = $1 and code = $2', [provinceId, code]);
}

export async function insertNamed(sql: Sql, provinceId: number, code: string, name: string): Promise<number> {
  const row = await sql.row<{ id: number }>(
    'insert into indicator (province_id, code, name) values ($1, $2, $3) returning id',
    [provinceId, code, name],
  );
  return row?.id ?? 0;
}

/** What a draft says beside its terms. */
export interface DraftFacts extends DefinitionTerms {
  decisionId: number | null;
  note: string | null;
}

/** Begins a draft, as the next version of its indicator. */
export async function insertDraft(
  tx: Writer,
  provinceId: number,
  indicatorId: number,
  facts: DraftFacts,
): Promise<DefinitionId> {
  const row = await tx.row<{ id: DefinitionId }>(
    `insert into indicator_definition (province_id, indicator_id, version, state, recorded_by, decision_id, note, ${STORED_TERMS})
     values ($1, $2, (select coalesce(max(version), 0) + 1 from indicator_definition where indicator_id = $2), 'DRAFT', $3, $4, $5,
             ${termPlaces(6)}) returning id`,
    [provinceId, indicatorId, tx.moment, facts.decisionId, facts.note, ...termParams(facts)],
  );
  if (!row) throw new Error('The database gave no definition.');
  return row.id;
}

/** Writes a draft anew. */
export async function updateDraft(tx: Writer, id: DefinitionId, facts: DraftFacts): Promise<void> {
  await tx.run(
    `update indicator_definition set (decision_id, note, revision, ${STORED_TERMS}) = ($2, $3, revision + 1, ${termPlaces(4)})
      where id = $1`,
    [id, facts.decisionId, facts.note, ...termParams(facts)],
  );
}

/** The columns that say in which moment a definition came into a state. */
const MOMENTS: Partial<Record<DefinitionState, string>> = {
  COMPUTING: 'started_by',
  READY: 'ready_by',
  ACTIVE: 'activated_by',
  RETIRED: 'retired_by',
};

/** Moves a definition to a state in this moment. Hold the dossier lock: bookings go by it. */
export async function setState(
  tx: Writer,
  id: DefinitionId,
  state: DefinitionState,
  reason: string | null = null,
): Promise<void> {
  const column = MOMENTS[state];
  await tx.run(
    `update indicator_definition set state = $2, reason = coalesce($4, reason), revision = revision + 1
            ${column === undefined ? '' : `, ${column} = $3`}
      where id = $1 and $3::bigint is not null`,
    [id, state, tx.moment, reason],
  );
}

/** The definition that answers for an indicator now. */
export function activeOf(sql: Sql, indicatorId: number): Promise<{ id: DefinitionId; version: number } | null> {
  return sql.row<{ id: DefinitionId; version: number }>(
    `select id, version from indicator_definition where indicator_id = $1 and state = 'ACTIVE'`,
    [indicatorId],
  );
}

import type { ListChange, ListEntry } from '@chi-tieu/shared/domain/service-list';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { ServiceLevel, ServiceListAction, UnitKind } from '../../app/enums.ts';
import { prepared, type Sql } from '../../app/sql.ts';
import { knownThen } from '../units/units.queries.ts';

export interface ListRow {
  id: number;
  code: string;
  name: string;
}

const LISTS = prepared('lists', 'select id, code, name from service_list where province_id = $1 order by code');

/** Every list of the province, in the order of the codes. */
export function serviceLists(sql: Sql, provinceId: number): Promise<ListRow[]> {
  return sql.rows<ListRow>(LISTS, [provinceId]);
}

/** One entry of a list with its procedure and the decisions at its ends. Days are inclusive. */
export interface EntryRow {
  id: number;
  listId: number;
  procedureId: number;
  procedureCode: string;
  tier: UnitKind;
  /** The unit that it names; null: it holds for the tier. */
  unitId: number | null;
  level: ServiceLevel;
  from: Day;
  to: Day | null;
  openedBy: number;
  closedBy: number | null;
}

export interface EntryFilter {
  listId?: number;
  procedureIds?: number[];
  on?: Day;
  /** Those that hold on one of two days and not on the other. */
  onOneOf?: readonly [Day, Day];
}

/** An entry `e` of a procedure `p`. */
export const ENTRY_COLUMNS = `e.id, e.list_id as "listId", e.procedure_id as "procedureId", p.code as "procedureCode", e.tier,
  e.unit_id as "unitId", e.level, lower(e.valid)::text as "from", (upper(e.valid) - 1)::text as "to", e.opened_by as "openedBy", e.closed_by as "closedBy"`;

/** Current entries that fit, by procedure code, tier, unit (that for the tier first) and first day. */
export function listEntries(sql: Sql, provinceId: number, filter: EntryFilter): Promise<EntryRow[]> {
  return sql.rows<EntryRow>(
    `select ${ENTRY_COLUMNS}
       from service_list_entry e join procedure p on p.id = e.procedure_id
      where e.province_id = $1 and ${knownThen('e', 'null')}
        and ($2::int is null or e.list_id = $2) and ($3::int[] is null or e.procedure_id = any ($3))
        and ($4::date is null or (e.valid @> $4::date) <> (e.valid @> $5::date))
        and ($6::date is null or e.valid @> $6::date)
      order by p.code, e.tier, e.unit_id nulls first, lower(e.valid)`,
    [
      provinceId,
      filter.listId ?? null,
      filter.procedureIds ?? null,
      ...(filter.onOneOf ?? [null, null]),
      filter.on ?? null,
    ],
  );
}

const ENTRIES_OF_PROCEDURES = prepared(
  'entries of procedures',
  `select ${ENTRY_COLUMNS}
       from service_list_entry e join procedure p on p.id = e.procedure_id
      where e.province_id = $1 and e.superseded_by is null and e.procedure_id = any ($2)
      order by p.code, e.tier, e.unit_id nulls first, lower(e.valid)`,
);

/** Current entries of procedures on every list, in the order of `listEntries`. */
export function entriesOfProcedures(sql: Sql, provinceId: number, procedureIds: number[]): Promise<EntryRow[]> {
  return sql.rows<EntryRow>(ENTRIES_OF_PROCEDURES, [provinceId, procedureIds]);
}

export interface ChangeRow extends ListChange {
  listId: number;
  procedureId: number;
  tier: UnitKind;
  unitId: number | null;
  /** Where in the decision it stands: a page, an annex. */
  locator: string | null;
}

const CHANGE = `c.sequence::float8 as sequence, c.list_id as "listId", c.procedure_id as "procedureId", c.tier, c.unit_id as "unitId",
  c.action, c.level, c.locator, c.decision_id as "decisionId", d.effective_on::text as "effectiveOn", d.issued_on::text as "issuedOn"`;

/** Everything decisions said about lists (one of them, or some procedures), in the order in which it takes effect. */
export function listChanges(
  sql: Sql,
  provinceId: number,
  filter: Pick<EntryFilter, 'listId' | 'procedureIds'>,
): Promise<ChangeRow[]> {
  return sql.rows<ChangeRow>(
    `select ${CHANGE}
       from service_list_change c join decision d on d.id = c.decision_id
      where c.province_id = $1 and c.withdrawn_by is null and ($2::int is null or c.list_id = $2)
        and ($3::int[] is null or c.procedure_id = any ($3))
      order by d.effective_on, d.issued_on, c.sequence`,
    [provinceId, filter.listId ?? null, filter.procedureIds ?? null],
  );
}

/** How many lines a decision has about a list. */
export interface AmendmentCounts {
  listId: number;
  decisionId: number;
  added: number;
  removed: number;
  changed: number;
}

/** The lines of every decision about every list, counted, in the order in which the decisions take effect. */
export function amendmentCounts(sql: Sql, provinceId: number): Promise<AmendmentCounts[]> {
  const count = (action: ServiceListAction) => `(count(*) filter (where c.action = '${action}'))::int`;
  return sql.rows<AmendmentCounts>(
    `select c.list_id as "listId", c.decision_id as "decisionId", ${count('ADD')} as added, ${count('REMOVE')} as removed,
            ${count('CHANGE_LEVEL')} as changed
       from service_list_change c join decision d on d.id = c.decision_id
      where c.province_id = $1 and c.withdrawn_by is null group by c.list_id, c.decision_id, d.id
      order by d.effective_on, d.issued_on, min(c.sequence)`,
    [provinceId],
  );
}

/** The lines of some decisions about some lists, in the order in which they were entered. */
export function changesOfAmendments(
  sql: Sql,
  provinceId: number,
  asked: { listId: number; decisionId: number }[],
): Promise<ChangeRow[]> {
  return sql.rows<ChangeRow>(
    `select ${CHANGE}
       from service_list_change c join decision d on d.id = c.decision_id
       join jsonb_to_recordset($2::jsonb) as a ("listId" int, "decisionId" int)
         on a."listId" = c.list_id and a."decisionId" = c.decision_id
      where c.province_id = $1 and c.withdrawn_by is null order by c.sequence`,
    [provinceId, JSON.stringify(asked)],
  );
}

export interface NewChange {
  action: ServiceListAction;
  procedureId: number;
  tier: UnitKind;
  unitId: number | null;
  level: ServiceLevel | null;
  locator: string | null;
}

/** Records what a decision says, line by line in its order; returns their sequences. */
export async function insertChanges(
  sql: Sql,
  provinceId: number,
  moment: string,
  listId: number,
  decisionId: number,
  changes: NewChange[],
): Promise<number[]> {
  const rows = await sql.rows<{ sequence: number }>(
    `insert into service_list_change (province_id, list_id, decision_id, action, procedure_id, tier, unit_id, level, locator, recorded_by)
     select $1, $2, $3, x.action::list_action, x."procedureId", x.tier::tier, x."unitId", x.level::service_level, x.locator, $4
       from rows from (jsonb_to_recordset($5::jsonb)
              as (action text, "procedureId" int, tier text, "unitId" int, level text, locator text))
              with ordinality as x (action, "procedureId", tier, "unitId", level, locator, n)
      order by x.n returning sequence::float8 as sequence`,
    [provinceId, listId, decisionId, moment, JSON.stringify(changes)],
  );
  return rows.map((row) => row.sequence);
}

/** Marks entries as no longer what the system holds true. */
export async function supersedeEntries(sql: Sql, moment: string, ids: number[]): Promise<void> {
  await sql.run('update service_list_entry set superseded_by = $1 where id = any ($2)', [moment, ids]);
}

export type NewEntry = ListEntry & { procedureId: number; tier: UnitKind; unitId: number | null };

export async function insertEntries(
  sql: Sql,
  provinceId: number,
  moment: string,
  listId: number,
  entries: NewEntry[],
): Promise<void> {
  await sql.run(
    `insert into service_list_entry (province_id, list_id, procedure_id, tier, unit_id, level, valid, opened_by, closed_by, recorded_by)
     select $1, $2, x."procedureId", x.tier::tier, x."unitId", x.level::service_level, daterange(x."from", x."to", '[]'), x."openedBy", x."closedBy", $3
       from jsonb_to_recordset($4::jsonb) as x ("procedureId" int, tier text, "unitId" int, level text,
            "from" date, "to" date, "openedBy" int, "closedBy" int)`,
    [provinceId, listId, moment, JSON.stringify(entries)],
  );
}

/** Makes a list one version older, once a moment: whatever touched its name, its lines or what follows from them. */
export async function touchList(sql: Sql, provinceId: number, moment: string, id: number): Promise<void> {
  await sql.run(
    `insert into service_list_revision (list_id, version, province_id, moment_id)
     select $1, coalesce(max(version), 0) + 1, $2, $3 from service_list_revision where list_id = $1
         on conflict on constraint list_is_touched_once_a_step do nothing`,
    [id, provinceId, moment],
  );
}

export async function insertList(
  sql: Sql,
  provinceId: number,
  moment: string,
  { code, name }: { code: string; name: string },
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    'insert into service_list (province_id, code, name) values ($1, $2, $3) returning id',
    [provinceId, code, name],
  );
  const id = row?.id ?? 0;
  await touchList(sql, provinceId, moment, id);
  return id;
}

export async function renameList(
  sql: Sql,
  provinceId: number,
  moment: string,
  { id, name }: { id: number; name: string },
): Promise<void> {
  await sql.run('update service_list set name = $2 where id = $1', [id, name]);
  await touchList(sql, provinceId, moment, id);
}

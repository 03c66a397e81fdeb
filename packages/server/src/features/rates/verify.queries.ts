import type { Day } from '@chi-tieu/shared/domain/days';
import type { ForcePeriod } from '@chi-tieu/shared/domain/force';
import type { Tier, UnitKind } from '@chi-tieu/shared/domain/tier';
import type { ServiceLevel } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';
import { knownThen } from '../units/units.queries.ts';
import type { Cause } from './causes.types.ts';
import { dossiersKnown } from './classified.queries.ts';
import { IS_BOOKED, TERM_COLUMNS, type DefinitionId, type DefinitionTerms } from './indicators.queries.ts';
import type { Place, ReceivedDossier, StatedChange, StatedForce } from './from-zero.ts';

/** A definition whose figures are looked at. */
export interface VerifiedDefinition extends DefinitionTerms {
  definitionId: DefinitionId;
  indicatorId: number;
  code: string;
  version: number;
  state: 'COMPUTING' | 'READY' | 'ACTIVE' | 'RETIRED';
  activatedAt: Date | null;
  retiredAt: Date | null;
}

/** The definitions for which something is booked, or was. */
export function definitionsToVerify(sql: Sql, provinceId: number): Promise<VerifiedDefinition[]> {
  return sql.rows<VerifiedDefinition>(
    `select i.id as "definitionId", n.id as "indicatorId", n.code, i.version, i.state, a.at as "activatedAt", r.at as "retiredAt",
            ${TERM_COLUMNS}
       from indicator_definition i
       join indicator n on n.id = i.indicator_id
       left join moment a on a.id = i.activated_by
       left join moment r on r.id = i.retired_by
      where i.province_id = $1 and i.state in ('COMPUTING', 'READY', 'ACTIVE', 'RETIRED')
        and (${IS_BOOKED} or i.counts = 'SERVICES_USED')
      order by n.code, i.version`,
    [provinceId],
  );
}

/** What is left to be computed: `definition|procedure|month`. */
export async function slicesLeft(sql: Sql, provinceId: number): Promise<ReadonlySet<string>> {
  const rows = await sql.rows<{ key: string }>(
    `select concat_ws('|', definition_id, procedure_id, month) as key from definition_slice
      where province_id = $1 and done_by is null`,
    [provinceId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Every province of the database. */
export async function provinceIds(sql: Sql): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(`select id from unit where kind = 'PROVINCE' order by id`);
  return rows.map((row) => row.id);
}

/** Whether a line `c` was said, and not taken back, at an instant (null: now). */
function saidThen(param: string): string {
  return `(case when ${param}::timestamptz is null then c.withdrawn_by is null else
    exists (select 1 from moment m where m.id = c.recorded_by and m.at <= ${param}::timestamptz)
    and not exists (select 1 from moment m where m.id = c.withdrawn_by and m.at <= ${param}::timestamptz) end)`;
}

/** Everything that decisions said about lists, and the days of these decisions, as known at an instant (null: now). */
export function statedChanges(sql: Sql, provinceId: number, knownAt: Date | null): Promise<StatedChange[]> {
  return sql.rows<StatedChange>(
    `select c.sequence::float8 as sequence, c.list_id as "listId", c.procedure_id as "procedureId", c.tier, c.unit_id as "unitId",
            c.action, c.level, c.decision_id as "decisionId", d.effective_on::text as "effectiveOn", d.issued_on::text as "issuedOn"
       from service_list_change c
       join decision_version d on d.decision_id = c.decision_id and ${knownThen('d', '$2')}
      where c.province_id = $1 and ${saidThen('$2')}
      order by c.sequence`,
    [provinceId, knownAt],
  );
}

export interface StoredEntry {
  listId: number;
  procedureId: number;
  tier: Tier;
  unitId: number | null;
  level: ServiceLevel;
  from: Day;
  to: Day | null;
  openedBy: number;
  closedBy: number | null;
}

/** The entries that are stored as what follows from the changes. */
export function storedEntries(sql: Sql, provinceId: number, knownAt: Date | null): Promise<StoredEntry[]> {
  return sql.rows<StoredEntry>(
    `select e.list_id as "listId", e.procedure_id as "procedureId", e.tier, e.unit_id as "unitId", e.level, lower(e.valid)::text as "from",
            (upper(e.valid) - 1)::text as "to", e.opened_by as "openedBy", e.closed_by as "closedBy"
       from service_list_entry e where e.province_id = $1 and ${knownThen('e', '$2')}
      order by e.list_id, e.procedure_id, e.tier, e.unit_id, lower(e.valid)`,
    [provinceId, knownAt],
  );
}

/** Everything that was said about procedures' being in force, as known at an instant (null: now). */
export function statedForce(sql: Sql, provinceId: number, knownAt: Date | null): Promise<StatedForce[]> {
  return sql.rows<StatedForce>(
    `select c.procedure_id as "procedureId", c.sequence::float8 as sequence, c.action, c."from"::text as "from", c."to"::text as "to",
            c.decision_id as "decisionId", d.issued_on::text as "issuedOn"
       from procedure_force_change c
       left join decision_version d on d.decision_id = c.decision_id and ${knownThen('d', '$2')}
      where c.province_id = $1 and ${saidThen('$2')}
      order by c.sequence`,
    [provinceId, knownAt],
  );
}

export interface StoredPeriod extends ForcePeriod {
  procedureId: number;
}

/** The periods in force that are stored as what follows from those lines. */
export function storedPeriods(sql: Sql, provinceId: number, knownAt: Date | null): Promise<StoredPeriod[]> {
  return sql.rows<StoredPeriod>(
    `select f.procedure_id as "procedureId", lower(f.valid)::text as "from", (upper(f.valid) - 1)::text as "to",
            f.opened_by as "openedBy", f.closed_by as "closedBy"
       from procedure_period f where f.province_id = $1 and ${knownThen('f', '$2')}
      order by f.procedure_id, lower(f.valid) nulls first`,
    [provinceId, knownAt],
  );
}

/** Every unit that any dossier or total names; `kind` is null for one that does not exist. */
export function unitsToVerify(sql: Sql, provinceId: number): Promise<{ id: number; kind: UnitKind | null }[]> {
  return sql.rows<{ id: number; kind: UnitKind | null }>(
    `select x.id, u.kind from (
       select id from unit where province_id = $1 union select distinct unit_id from dossier where province_id = $1
       union select distinct unit_id from dossier_version where province_id = $1
       union select distinct unit_id from ledger where province_id = $1
       union select distinct unit_id from day_total where province_id = $1
       union select distinct unit_id from month_total where province_id = $1
       union select distinct unit_id from service_ledger where province_id = $1
       union select distinct unit_id from service_total where province_id = $1) x
       left join unit u on u.id = x.id and u.province_id = $1
      order by x.id`,
    [provinceId],
  );
}

/** A dossier with the instants that its days follow from. */
export interface StoredDossier extends ReceivedDossier {
  code: string;
  receivedAt: Date;
}

const ROWS_AT_ONCE = 5_000;

/** The dossiers of some units through a cursor, some thousand at a time. Runs inside a transaction. */
export async function* dossiersOf(
  sql: Sql,
  provinceId: number,
  unitIds: number[],
  knownAt: Date | null,
): AsyncGenerator<StoredDossier[]> {
  await sql.run(
    `declare verified no scroll cursor for
     select d.code, d.unit_id as "unitId", d.procedure_id as "procedureId", d.status, d.channel,
            d.received_at as "receivedAt", d.finished_at as "finishedAt", d.due_at as "dueAt", d.gone,
            d.received_day::text as "receivedDay", d.finished_day::text as "finishedDay"
       from ${dossiersKnown('$3', 'd.province_id = $1 and d.unit_id = any ($2)')}`,
    [provinceId, unitIds, knownAt],
  );
  for (;;) {
    const rows = await sql.rows<StoredDossier>(`fetch ${ROWS_AT_ONCE} from verified`);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql.run('close verified');
}

export interface StoredCount extends Place {
  numerator: number;
  denominator: number;
}

const COUNTS = 'sum(numerator)::int as numerator, sum(denominator)::int as denominator';

/** What some stored figures are looked at for. */
export interface StoredAsked {
  unitIds: number[];
  /** Of these definitions alone, and of those for which nothing of the kind is ever booked. */
  definitionIds: readonly DefinitionId[];
}

const ofThese = (isBooked: string) =>
  `(definition_id = any ($3) or not exists (select from indicator_definition i where i.id = definition_id and ${isBooked}))`;
const OF_THESE = ofThese(IS_BOOKED);
const OF_THESE_SERVICES = ofThese(`i.counts = 'SERVICES_USED'`);

/** Sums of the ledger by definition, unit and day, as known at an instant (null: now). */
export function ledgerSums(
  sql: Sql,
  provinceId: number,
  { unitIds, definitionIds }: StoredAsked,
  knownAt: Date | null,
): Promise<StoredCount[]> {
  return sql.rows<StoredCount>(
    `select l.definition_id as "definitionId", l.unit_id as "unitId", l.day::text as day, ${COUNTS}
       from ledger l left join moment m on m.id = l.moment_id
      where l.province_id = $1 and l.unit_id = any ($2) and ${OF_THESE} and ($4::timestamptz is null or m.at <= $4)
      group by l.definition_id, l.unit_id, l.day`,
    [provinceId, unitIds, definitionIds, knownAt],
  );
}

/** What the totals of days or months say now. */
export function storedTotals(
  sql: Sql,
  provinceId: number,
  { unitIds, definitionIds }: StoredAsked,
  table: 'day_total' | 'month_total',
): Promise<StoredCount[]> {
  return sql.rows<StoredCount>(
    `select definition_id as "definitionId", unit_id as "unitId", ${table === 'day_total' ? 'day' : 'month'}::text as day,
            numerator, denominator
       from ${table} where province_id = $1 and unit_id = any ($2) and ${OF_THESE}`,
    [provinceId, unitIds, definitionIds],
  );
}

/** Counts of services; `key` is `definition|unit|procedure|month`. */
export interface StoredServices {
  key: string;
  numerator: number;
  denominator: number;
}

const SERVICE_KEY = `concat_ws('|', definition_id, unit_id, procedure_id, month)`;

/** Sums of the ledger of services, as known at an instant (null: now). */
export function serviceLedgerSums(
  sql: Sql,
  provinceId: number,
  { unitIds, definitionIds }: StoredAsked,
  knownAt: Date | null,
): Promise<StoredServices[]> {
  return sql.rows<StoredServices>(
    `select ${SERVICE_KEY} as key, ${COUNTS}
       from service_ledger l left join moment m on m.id = l.moment_id
      where l.province_id = $1 and l.unit_id = any ($2) and ${OF_THESE_SERVICES} and ($4::timestamptz is null or m.at <= $4)
      group by 1`,
    [provinceId, unitIds, definitionIds, knownAt],
  );
}

/** What the totals of services say now. */
export function storedServiceTotals(
  sql: Sql,
  provinceId: number,
  { unitIds, definitionIds }: StoredAsked,
): Promise<StoredServices[]> {
  return sql.rows<StoredServices>(
    `select ${SERVICE_KEY} as key, numerator, denominator from service_total
      where province_id = $1 and unit_id = any ($2) and ${OF_THESE_SERVICES}`,
    [provinceId, unitIds, definitionIds],
  );
}

/** Causes that rows of the ledger were booked with, by moments that did nothing of the kind. */
export function strayCauses(sql: Sql, provinceId: number): Promise<{ cause: Cause; momentId: string }[]> {
  return sql.rows<{ cause: Cause; momentId: string }>(
    `with booked as (select distinct moment_id, cause from ledger where province_id = $1)
     select b.cause, b.moment_id as "momentId" from booked b
      where (b.cause in ('NEW', 'CORRECTED') and not exists (select from ingest_batch i where i.recorded_by = b.moment_id))
         or (b.cause in ('LIST', 'FORCE', 'CATALOGUE')
             and not exists (select from change_set c where c.moment_id = b.moment_id)
             and not exists (select from decision_version d where d.recorded_by = b.moment_id))
      order by 2, 1`,
    [provinceId],
  );
}

import type { IncidentAct, IncidentLevel, IncidentState } from '@chi-tieu/shared/domain/connected/incidents';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** An incident of information security as it is stored. */
export interface IncidentRow {
  id: string;
  systemId: number;
  version: number;
  level: IncidentLevel;
  state: IncidentState;
  body: string;
  happenedAt: Date | null;
  noticedAt: Date;
  reportedAt: Date | null;
  closedAt: Date | null;
  by: string | null;
}

const SELECT = `select i.id::text, i.system_id as "systemId", i.version, i.level, i.state, i.body, i.happened_at as "happenedAt",
    i.noticed_at as "noticedAt", i.reported_at as "reportedAt", i.closed_at as "closedAt", account_name(i.account_id) as by
  from security_incident i where i.province_id = $1`;

/** Those of some systems, the newest first. */
export function incidentsOfSystems(sql: Sql, provinceId: number, ids: readonly number[]): Promise<IncidentRow[]> {
  return sql.rows<IncidentRow>(
    `${SELECT} and i.system_id = any ($2::int[]) order by i.system_id, i.noticed_at desc, i.id desc`,
    [provinceId, ids],
  );
}

/** Those that are open or were not told of, of the systems within sight. */
export function unsettledIncidents(sql: Sql, provinceId: number): Promise<IncidentRow[]> {
  return sql.rows<IncidentRow>(
    `${SELECT} and (i.state = 'OPEN' or i.reported_at is null) order by i.system_id, i.noticed_at desc, i.id desc`,
    [provinceId],
  );
}

export async function systemIdOfIncident(sql: Sql, provinceId: number, id: string): Promise<number | null> {
  const row = await sql.row<{ id: number }>(
    'select system_id as id from security_incident where province_id = $1 and id = $2',
    [provinceId, id],
  );
  return row?.id ?? null;
}

export async function lockIncident(tx: Writer, provinceId: number, id: string): Promise<IncidentRow | null> {
  await tx.row('select 1 from security_incident where province_id = $1 and id = $2 for update', [provinceId, id]);
  return tx.row<IncidentRow>(`${SELECT} and i.id = $2`, [provinceId, id]);
}

export type NewIncident = Pick<IncidentRow, 'systemId' | 'level' | 'body' | 'happenedAt' | 'noticedAt'>;

export async function insertIncident(tx: Writer, provinceId: number, incident: NewIncident): Promise<string> {
  const { systemId, level, body, happenedAt, noticedAt } = incident;
  const row = await tx.row<{ id: string }>(
    `insert into security_incident (province_id, system_id, level, body, happened_at, noticed_at, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id::text`,
    [provinceId, systemId, level, body, happenedAt, noticedAt, tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no incident.');
  return row.id;
}

export async function storeIncident(
  tx: Writer,
  id: string,
  facts: Pick<IncidentRow, 'level' | 'state' | 'reportedAt' | 'closedAt'>,
): Promise<void> {
  await tx.run(
    `update security_incident set level = $2, state = $3, reported_at = $4, closed_at = $5, version = version + 1 where id = $1`,
    [id, facts.level, facts.state, facts.reportedAt, facts.closedAt],
  );
}

export interface IncidentStepRow {
  id: string;
  incidentId: string;
  act: IncidentAct;
  body: string | null;
  toldTo: string | null;
  level: IncidentLevel | null;
  at: Date;
  by: string | null;
}

export async function insertIncidentStep(
  tx: Writer,
  provinceId: number,
  incidentId: string,
  step: Pick<IncidentStepRow, 'act' | 'body' | 'toldTo' | 'level' | 'at'>,
): Promise<void> {
  await tx.run(
    `insert into security_incident_step (province_id, incident_id, act, body, told_to, level, at, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [provinceId, incidentId, step.act, step.body, step.toldTo, step.level, step.at, tx.accountId, tx.moment],
  );
}

/** What was done about some incidents, in its order. */
export function stepsOfIncidents(sql: Sql, provinceId: number, ids: readonly string[]): Promise<IncidentStepRow[]> {
  return sql.rows<IncidentStepRow>(
    `select id::text, incident_id::text as "incidentId", act, body, told_to as "toldTo", level, at, account_name(account_id) as by
       from security_incident_step where province_id = $1 and incident_id = any ($2::bigint[]) order by incident_id, security_incident_step.id`,
    [provinceId, ids],
  );
}

import type { CheckOutcome, FailureRun, SystemKind } from '@chi-tieu/shared/domain/connected/checks';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** What the certificate said that a system showed last. */
export interface SeenCertificate {
  notBefore: string;
  notAfter: string;
  names: string[];
  issuer: string;
}

/** What is kept of a system by people. */
export interface SystemFacts {
  name: string;
  kind: SystemKind;
  unitId: number | null;
  securityLevel: number | null;
  address: string | null;
  checked: boolean;
  everyMinutes: number;
  expectedStatus: number;
}

/** A connected system as it is stored. */
export interface SystemRow extends SystemFacts, FailureRun {
  id: number;
  version: number;
  removedAt: Date | null;
  nextCheckAt: Date | null;
  lastOutcome: CheckOutcome | null;
  certificate: SeenCertificate | null;
}

const SELECT = `select s.id, s.version, s.removed_at as "removedAt", s.name, s.kind, s.unit_id as "unitId", s.security_level::int as "securityLevel", s.address, s.checked,
    s.every_minutes as "everyMinutes", s.expected_status as "expectedStatus", s.next_check_at as "nextCheckAt", s.failures,
    s.failing_since as "failingSince", s.last_at as "lastAt", s.last_outcome as "lastOutcome", s.certificate
  from connected_system s where s.province_id = $1`;

/** Those within sight, by kind and name; removed ones too. */
export function listSystems(sql: Sql, provinceId: number): Promise<SystemRow[]> {
  return sql.rows<SystemRow>(
    `${SELECT} order by array_position(array['ONE_STOP', 'PROVINCIAL_PORTAL', 'NATIONAL_PORTAL', 'SHARED_PLATFORM', 'DATABASE', 'OTHER'],
       s.kind), lower(s.name), s.id`,
    [provinceId],
  );
}

/** One within sight, held until the transaction ends. */
export function lockSystem(tx: Writer, provinceId: number, id: number): Promise<SystemRow | null> {
  return tx.row<SystemRow>(`${SELECT} and s.id = $2 and s.removed_at is null for update`, [provinceId, id]);
}

/** Whether there is still one within sight, which stays until the transaction ends. */
export async function keepsSystem(tx: Writer, provinceId: number, id: number): Promise<boolean> {
  const row = await tx.row(
    'select 1 from connected_system where province_id = $1 and id = $2 and removed_at is null for share',
    [provinceId, id],
  );
  return row !== null;
}

export async function insertSystem(tx: Writer, provinceId: number, facts: SystemFacts): Promise<number> {
  const row = await tx.row<{ id: number }>(
    `insert into connected_system (province_id, name, kind, unit_id, security_level, address, checked, every_minutes, expected_status,
                                   account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [provinceId, ...given(facts), tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no system.');
  return row.id;
}

const given = (facts: SystemFacts): unknown[] => [
  ...[facts.name, facts.kind, facts.unitId, facts.securityLevel],
  ...[facts.address, facts.checked, facts.everyMinutes, facts.expectedStatus],
];

/** Changes one; where something else is looked at from now on, what was seen before says nothing of it. */
export async function updateSystem(
  tx: Writer,
  id: number,
  facts: SystemFacts,
  { forgets, dueAt }: { forgets: boolean; dueAt: Date | null },
): Promise<void> {
  await tx.run(
    `update connected_system set name = $2, kind = $3, unit_id = $4, security_level = $5, address = $6, checked = $7, every_minutes = $8,
            expected_status = $9, account_id = $10, recorded_by = $11, version = version + 1, next_check_at = $13,
            lease = case when $12 then null else lease end, lease_until = case when $12 then null else lease_until end,
            failures = case when $12 then 0 else failures end, failing_since = case when $12 then null else failing_since end,
            last_at = case when $12 then null else last_at end, last_outcome = case when $12 then null else last_outcome end,
            certificate = case when $12 then null else certificate end
      where id = $1`,
    [id, ...given(facts), tx.accountId, tx.moment, forgets, dueAt],
  );
}

export async function endSystem(tx: Writer, id: number, at: Date): Promise<void> {
  await tx.run(
    `update connected_system set removed_at = $2, checked = false, lease = null, version = version + 1, recorded_by = $3 where id = $1`,
    [id, at, tx.moment],
  );
}

/** Has a system looked at as soon as a process comes to it. */
export async function makeDue(sql: Sql, id: number, at: Date): Promise<void> {
  await sql.run('update connected_system set next_check_at = $2 where id = $1', [id, at]);
}

/** A source that a system feeds. */
export interface FedSource {
  systemId: number;
  id: number;
  name: string | null;
}

export function sourcesOfSystems(sql: Sql, provinceId: number, ids: readonly number[]): Promise<FedSource[]> {
  return sql.rows<FedSource>(
    `select system_id as "systemId", source_id as id, source_name(source_id) as name from connected_system_source
      where province_id = $1 and system_id = any ($2::int[]) order by system_id, source_id`,
    [provinceId, ids],
  );
}

export async function replaceSources(
  tx: Writer,
  provinceId: number,
  id: number,
  sources: readonly number[],
): Promise<void> {
  await tx.run('delete from connected_system_source where system_id = $1 and source_id <> all ($2::int[])', [
    id,
    sources,
  ]);
  await tx.run(
    `insert into connected_system_source (province_id, system_id, source_id) select $1, $2, x from unnest($3::int[]) x
     on conflict do nothing`,
    [provinceId, id, sources],
  );
}

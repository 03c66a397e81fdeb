import type { Gone } from '@chi-tieu/shared/domain/eligibility';
import type { Likeness } from '@chi-tieu/shared/domain/identity/same-dossier';
import type { BatchKind, Channel } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';
import { VALUES } from '../ingest/content.ts';
import { PERSON } from '../sources/believe.queries.ts';
import type { StepKind } from './lines.queries.ts';

/** What a version, or a source's statement, says. */
export interface SaidRow {
  unitId: number;
  procedureId: number;
  channel: Channel;
  status: number;
  receivedAt: Date;
  dueAt: Date | null;
  finishedAt: Date | null;
  returnedAt: Date | null;
  receivedDay: string;
  at: Date;
  source: string | null;
}

/** One version with whence it came. */
export interface VersionRow extends SaidRow {
  version: number;
  until: Date | null;
  gone: Gone | null;
  by: string | null;
  batch: string;
  batchKind: BatchKind;
  batchName: string | null;
  made: boolean;
  /** The decision that made it, where one did. */
  step: StepKind | null;
  stepKey: string | null;
  stepOther: string | null;
  reason: string | null;
}

/** What a source said last. */
export interface StatementRow extends SaidRow {
  code: string;
  sourceId: number;
  believed: boolean;
  gone: Gone | null;
  rank: number | null;
}

const columns = (d: string) => `${d}.unit_id as "unitId", ${d}.procedure_id as "procedureId", ${d}.channel, ${d}.status,
  ${d}.received_at as "receivedAt", ${d}.due_at as "dueAt", ${d}.finished_at as "finishedAt", ${d}.returned_at as "returnedAt",
  ${d}.received_day::text as "receivedDay"`;

const OF_VERSION = [...VALUES, 'version', 'recorded_by', 'batch_id'].join(', ');

/** All versions of a dossier within sight, the newest first. */
export function versionsOf(sql: Sql, provinceId: number, id: string, key: string): Promise<VersionRow[]> {
  return sql.rows<VersionRow>(
    `select ${columns('d')}, d.version, d.gone, m.at, u.at as until, account_name(m.account_id) as by, source_name(b.source_id) as source,
            b.id as batch, b.kind as "batchKind", b.name as "batchName", b.is_made as made,
            t.kind as step, t.dossier_key as "stepKey", t.other_key as "stepOther", t.reason
       from (select ${OF_VERSION}, null::bigint as superseded from dossier where province_id = $1 and id = $2
             union all
             select ${OF_VERSION}, superseded_by from dossier_version where province_id = $1 and dossier_id = $2) d
       join moment m on m.id = d.recorded_by join ingest_batch b on b.id = d.batch_id
       left join moment u on u.id = d.superseded
       left join dossier_step t on t.province_id = $1 and t.moment_id = d.recorded_by and (t.dossier_key = $3 or t.other_key = $3)
      order by d.version desc`,
    [provinceId, id, key],
  );
}

/** What sources said last of a dossier, by whatever code, those that are believed most first. */
export function statementsOf(sql: Sql, provinceId: number, key: string): Promise<StatementRow[]> {
  return sql.rows<StatementRow>(
    `select ${columns('s')}, s.source_id as "sourceId", source_name(s.source_id) as source, s.code_key as code, s.believed, s.gone, r.rank, m.at
       from dossier_statement s join moment m on m.id = s.recorded_by
       left join dossier_source r on r.id = s.source_id
      where s.province_id = $1 and s.source_id <> ${PERSON} and (s.code_key = $2 and s.dossier_key is null or s.dossier_key = $2)
      order by r.rank nulls last, m.at desc`,
    [provinceId, key],
  );
}

/** Codes that are taken for a dossier, and of which source alone. */
export function takenCodes(
  sql: Sql,
  provinceId: number,
  key: string,
): Promise<{ code: string; source: string | null }[]> {
  return sql.rows<{ code: string; source: string | null }>(
    `select code_key as code, source_name(source_id) as source from dossier_identity
      where province_id = $1 and dossier_key = $2 and withdrawn_by is null order by 1`,
    [provinceId, key],
  );
}

/** A dossier that may be another one. */
export interface LikelyRow extends Likeness {
  code: string;
  status: number;
  channel: Channel;
  receivedDay: string;
}

const MOST_LOOKED_AT = 500;

/** Standing dossiers of the same unit and procedure that were received on the same day, within sight. */
export function dossiersLike(
  sql: Sql,
  provinceId: number,
  one: Likeness & { receivedDay: string },
): Promise<LikelyRow[]> {
  return sql.rows<LikelyRow>(
    `select code, code_key as "codeKey", unit_id as "unitId", procedure_id as "procedureId", received_at as "receivedAt", status, channel,
            received_day::text as "receivedDay"
       from dossier
      where province_id = $1 and unit_id = $2 and received_day = $3 and procedure_id = $4 and code_key <> $5 and gone is null
      order by id limit ${MOST_LOOKED_AT}`,
    [provinceId, one.unitId, one.receivedDay, one.procedureId, one.codeKey],
  );
}

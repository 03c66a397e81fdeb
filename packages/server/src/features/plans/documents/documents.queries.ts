import type { DecisionDocument } from '@chi-tieu/shared/domain/decision-document/document';
import type { DecisionTemplate } from '@chi-tieu/shared/domain/decision-document/template';
import type { PlanState } from '../../../app/enums.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** A paper that was made out. */
export interface DocumentRow {
  reference: string;
  planId: string;
  planVersion: number;
  state: PlanState;
  content: DecisionDocument;
  sha256: string;
  at: Date;
  by: string | null;
}

const COLUMNS = `d.reference, d.plan_id as "planId", d.plan_version as "planVersion", d.state, d.content, d.sha256, m.at,
  account_name(d.account_id) as by`;

/** The papers of plans, the latest first. */
export function documentsOfPlans(sql: Sql, provinceId: number, planIds: string[]): Promise<DocumentRow[]> {
  return sql.rows<DocumentRow>(
    `select ${COLUMNS} from plan_document d join moment m on m.id = d.recorded_by
      where d.province_id = $1 and d.plan_id = any ($2::uuid[]) order by d.recorded_by desc`,
    [provinceId, planIds],
  );
}

/** The paper with a reference; null where there is none that the caller may see. */
export function documentByReference(sql: Sql, provinceId: number, reference: string): Promise<DocumentRow | null> {
  return sql.row<DocumentRow>(
    `select ${COLUMNS} from plan_document d join moment m on m.id = d.recorded_by where d.province_id = $1 and d.reference = $2`,
    [provinceId, reference],
  );
}

/** Keeps a paper; gives false where its reference is there already. */
export async function insertDocument(
  tx: Writer,
  provinceId: number,
  document: Omit<DocumentRow, 'at' | 'by'>,
): Promise<boolean> {
  const { reference, planId, planVersion, state, content, sha256 } = document;
  const rows = await tx.run(
    `insert into plan_document (reference, province_id, plan_id, plan_version, state, content, sha256, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (reference) do nothing`,
    [reference, provinceId, planId, planVersion, state, JSON.stringify(content), sha256, tx.accountId, tx.moment],
  );
  return rows > 0;
}

/** A version of a template, without its words. */
export interface TemplateVersion {
  version: number;
  at: Date;
  by: string | null;
}

/** The words of a version. */
export interface TemplateWords {
  version: number;
  words: DecisionTemplate;
}

/** The words of a unit, or (null) those for all: of a version, the latest unless told; null where there is none. */
export function templateWords(
  sql: Sql,
  provinceId: number,
  unitId: number | null,
  version: number | null = null,
): Promise<TemplateWords | null> {
  return sql.row<TemplateWords>(
    `select t.version, t.words from document_template t
      where t.province_id = $1 and t.unit_id is not distinct from $2 and ($3::int is null or t.version = $3)
      order by t.version desc limit 1`,
    [provinceId, unitId, version],
  );
}

/** All versions of the template of a unit, or of that for all, the latest first. */
export function templateVersions(sql: Sql, provinceId: number, unitId: number | null): Promise<TemplateVersion[]> {
  return sql.rows<TemplateVersion>(
    `select t.version, m.at, account_name(t.account_id) as by
       from document_template t join moment m on m.id = t.recorded_by
      where t.province_id = $1 and t.unit_id is not distinct from $2 order by t.version desc`,
    [provinceId, unitId],
  );
}

/** Keeps the next version of a template. */
export async function insertTemplate(
  tx: Writer,
  provinceId: number,
  { unitId, version, words }: TemplateWords & { unitId: number | null },
): Promise<void> {
  await tx.run(
    `insert into document_template (province_id, unit_id, version, words, account_id, recorded_by) values ($1, $2, $3, $4, $5, $6)`,
    [provinceId, unitId, version, JSON.stringify(words), tx.accountId, tx.moment],
  );
}

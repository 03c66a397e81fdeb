import type { Condition } from '@chi-tieu/shared/domain/urging/conditions';
import type { Writer } from '../../../app/database.ts';
import type { UnitKind } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';

/** What one says of a rule. */
export interface RuleFacts {
  name: string;
  condition: Condition;
  kinds: UnitKind[];
  /** Those below this unit alone; null: all. */
  underId: number | null;
  sendsItself: boolean;
  answerDays: number;
  raiseAfterDays: number | null;
  subject: string;
  body: string;
}

/** A version of a rule. */
export interface RuleRow extends RuleFacts {
  id: number;
  version: number;
  enabled: boolean;
  savedAt: Date;
  savedBy: string | null;
}

const SELECT = `select r.id, r.enabled, v.version, v.name, v.condition, v.kinds, v.under_id as "underId",
    v.sends_itself as "sendsItself", v.answer_days as "answerDays", v.raise_after_days as "raiseAfterDays", v.subject, v.body,
    m.at as "savedAt", account_name(v.account_id) as "savedBy"
  from urge_rule r join urge_rule_version v on v.rule_id = r.id join moment m on m.id = v.recorded_by`;

/** The latest version of every rule, in the order in which they were made. */
export function rulesOf(sql: Sql, provinceId: number): Promise<RuleRow[]> {
  return sql.rows<RuleRow>(
    `select * from (select distinct on (x.id) * from (${SELECT} where r.province_id = $1) x order by x.id, x.version desc) y order by id`,
    [provinceId],
  );
}

/** Rules in the versions by which reminders were made. */
export function ruleVersions(
  sql: Sql,
  provinceId: number,
  keys: readonly { id: number; version: number }[],
): Promise<RuleRow[]> {
  return sql.rows<RuleRow>(
    `${SELECT} join jsonb_to_recordset($2::jsonb) as k (id int, version int) on k.id = r.id and k.version = v.version where r.province_id = $1`,
    [provinceId, JSON.stringify(keys)],
  );
}

/** The rule, for as long as the transaction lasts nobody else's; null where there is none. */
export async function lockRule(
  tx: Writer,
  provinceId: number,
  id: number,
): Promise<{ version: number; enabled: boolean } | null> {
  const row = await tx.row<{ enabled: boolean }>(
    'select enabled from urge_rule where province_id = $1 and id = $2 for update',
    [provinceId, id],
  );
  if (!row) return null;
  const latest = await tx.row<{ version: number }>(
    'select max(version) as version from urge_rule_version where rule_id = $1',
    [id],
  );
  return { ...row, version: latest?.version ?? 0 };
}

export async function insertRule(tx: Writer, provinceId: number): Promise<number> {
  const row = await tx.row<{ id: number }>(
    'insert into urge_rule (province_id, enabled) values ($1, false) returning id',
    [provinceId],
  );
  if (!row) throw new Error('The database gave no rule.');
  return row.id;
}

export async function insertRuleVersion(
  tx: Writer,
  provinceId: number,
  { id, version }: { id: number; version: number },
  facts: RuleFacts,
): Promise<void> {
  await tx.run(
    `insert into urge_rule_version (province_id, rule_id, version, name, condition, kinds, under_id, sends_itself, answer_days,
       raise_after_days, subject, body, recorded_by, account_id)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[provinceId, id, version, facts.name, JSON.stringify(facts.condition), facts.kinds, facts.underId],
      ...[facts.sendsItself, facts.answerDays, facts.raiseAfterDays, facts.subject, facts.body],
      ...[tx.moment, tx.accountId],
    ],
  );
}

export async function switchRule(tx: Writer, id: number, enabled: boolean): Promise<void> {
  await tx.run('update urge_rule set enabled = $2 where id = $1', [id, enabled]);
}

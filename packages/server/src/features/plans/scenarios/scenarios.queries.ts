import type { Writer } from '../../../app/database.ts';
import type { Scope } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';
import type { PlanInputSet } from '../inputs.queries.ts';

/** A target of a scenario, in hundredths. */
export interface ScenarioTarget {
  unitId: number;
  hundredths: number;
  scope: Scope;
  locked: boolean;
}

/** What a plan could be: inputs and targets under a name. */
export interface ScenarioRow {
  id: string;
  planId: string;
  name: string;
  version: number;
  inputs: PlanInputSet;
  targets: ScenarioTarget[];
  /** The accounts that edited it, in the order in which they began to. */
  contributors: number[];
  /** When it was changed last. */
  at: Date;
}

const SCENARIO = `s.id, s.plan_id as "planId", s.name, s.version, s.inputs, s.targets, s.contributors, m.at`;

/** The scenarios of several plans, by name. The wall leaves out those beyond reach. */
export function scenariosOf(sql: Sql, provinceId: number, planIds: string[]): Promise<ScenarioRow[]> {
  return sql.rows<ScenarioRow>(
    `select ${SCENARIO} from scenario s join moment m on m.id = s.changed_by
      where s.province_id = $1 and s.plan_id = any ($2::uuid[]) order by s.name collate "vi-VN-x-icu", s.id`,
    [provinceId, planIds],
  );
}

/** One scenario within reach; null where there is none. */
export function scenarioById(sql: Sql, provinceId: number, id: string): Promise<ScenarioRow | null> {
  return sql.row<ScenarioRow>(
    `select ${SCENARIO} from scenario s join moment m on m.id = s.changed_by where s.province_id = $1 and s.id = $2`,
    [provinceId, id],
  );
}

/** The plan that a scenario belongs to, also beyond reach; null where there is no such scenario. */
export async function planOfScenario(sql: Sql, id: string): Promise<string | null> {
  return (await sql.row<{ plan: string | null }>('select plan_of_scenario($1) as plan', [id]))?.plan ?? null;
}

/** Whether another scenario of the plan has this name. */
export async function nameIsTaken(sql: Sql, planId: string, name: string, id: string): Promise<boolean> {
  const row = await sql.row('select 1 from scenario where plan_id = $1 and name = $2 and id <> $3', [planId, name, id]);
  return row !== null;
}

export async function countScenarios(sql: Sql, planId: string): Promise<number> {
  const row = await sql.row<{ n: number }>('select count(*)::int as n from scenario where plan_id = $1', [planId]);
  return row?.n ?? 0;
}

/** Stores a scenario, a new one or one that is there already. */
export async function putScenario(tx: Writer, provinceId: number, scenario: Omit<ScenarioRow, 'at'>): Promise<void> {
  const { id, planId, name, version, inputs, targets, contributors } = scenario;
  await tx.run(
    `insert into scenario (province_id, id, plan_id, name, version, inputs, targets, contributors, recorded_by, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
     on conflict (id) do update set name = excluded.name, version = excluded.version, inputs = excluded.inputs,
       targets = excluded.targets, contributors = excluded.contributors, changed_by = excluded.changed_by`,
    [provinceId, id, planId, name, version, JSON.stringify(inputs), JSON.stringify(targets), contributors, tx.moment],
  );
}

export async function removeScenario(tx: Writer, id: string): Promise<void> {
  await tx.run('delete from scenario where id = $1', [id]);
}

/** The names of accounts, by id. */
export function namesOf(sql: Sql, ids: number[]): Promise<{ id: number; name: string | null }[]> {
  return sql.rows('select id, account_name(id) as name from unnest($1::int[]) as id', [ids]);
}

import type { EffortBand } from '@chi-tieu/shared/domain/cascade/effort';
import type { Writer } from '../../app/database.ts';
import type { CascadeMethod, CascadePolicy } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';

/** What the planner knows of one unit; percentages in hundredths, null where nothing is typed. */
export interface UnitInput {
  unitId: number;
  volume: number | null;
  baseline: number | null;
  floor: number | null;
  ceiling: number | null;
}

/** What is typed of a plan as a whole; percentages in hundredths, null where nothing is. */
export interface PlanChoices {
  policy: CascadePolicy | null;
  step: number | null;
  method: CascadeMethod | null;
  requiredTyped: number | null;
  effort: EffortBand[] | null;
}

/** All that is typed of a plan besides its targets. */
export interface PlanInputSet extends PlanChoices {
  units: UnitInput[];
}

export const NO_CHOICES: PlanChoices = { policy: null, step: null, method: null, requiredTyped: null, effort: null };

export const FIELDS = ['volume', 'baseline', 'floor', 'ceiling'] as const;
export type InputField = (typeof FIELDS)[number];

/** Of a unit of which nothing is typed. */
export const emptyInput = (unitId: number): UnitInput => ({
  unitId,
  volume: null,
  baseline: null,
  floor: null,
  ceiling: null,
});

export const isEmpty = (input: UnitInput): boolean => FIELDS.every((field) => input[field] === null);

/** What is typed of the units of several plans. */
export function inputsOf(sql: Sql, provinceId: number, planIds: string[]): Promise<(UnitInput & { planId: string })[]> {
  return sql.rows<UnitInput & { planId: string }>(
    `select plan_id as "planId", unit_id as "unitId", volume, baseline, floor, ceiling from plan_input
      where province_id = $1 and plan_id = any ($2::uuid[]) order by unit_id`,
    [provinceId, planIds],
  );
}

/** Has these units read as told: those of which nothing is typed any more have no row. */
export async function putInputs(tx: Writer, provinceId: number, planId: string, inputs: UnitInput[]): Promise<void> {
  const emptied = inputs.filter(isEmpty).map(({ unitId }) => unitId);
  await tx.run('delete from plan_input where province_id = $1 and plan_id = $2 and unit_id = any ($3)', [
    provinceId,
    planId,
    emptied,
  ]);
  await tx.run(
    `insert into plan_input (province_id, plan_id, unit_id, volume, baseline, floor, ceiling)
     select $1, $2, x."unitId", x.volume, x.baseline, x.floor, x.ceiling
       from jsonb_to_recordset($3::jsonb) as x ("unitId" int, volume int, baseline int, floor int, ceiling int)
     on conflict (province_id, plan_id, unit_id) do update
       set volume = excluded.volume, baseline = excluded.baseline, floor = excluded.floor, ceiling = excluded.ceiling`,
    [provinceId, planId, JSON.stringify(inputs.filter((input) => !isEmpty(input)))],
  );
}

/** Has a plan as a whole read as told. */
export async function putChoices(tx: Writer, planId: string, choices: PlanChoices): Promise<void> {
  await tx.run(
    'update target_plan set policy = $2, step = $3, method = $4, required_typed = $5, effort = $6 where id = $1',
    [
      planId,
      choices.policy,
      choices.step,
      choices.method,
      choices.requiredTyped,
      choices.effort && JSON.stringify(choices.effort),
    ],
  );
}

/** Gives a new plan all that is typed of another one. */
export async function copyInputs(tx: Writer, provinceId: number, from: string, to: string): Promise<void> {
  await tx.run(
    `update target_plan p set policy = o.policy, step = o.step, method = o.method, required_typed = o.required_typed,
            effort = o.effort
       from target_plan o where o.id = $1 and p.id = $2`,
    [from, to],
  );
  await tx.run(
    `insert into plan_input (province_id, plan_id, unit_id, volume, baseline, floor, ceiling)
     select province_id, $3, unit_id, volume, baseline, floor, ceiling from plan_input where province_id = $1 and plan_id = $2`,
    [provinceId, from, to],
  );
}

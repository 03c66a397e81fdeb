import type { Answer, Caller } from './caller.ts';
import { PLAN, type PlanSeen } from './plans.ts';

type Variables = Record<string, unknown>;

/** A scenario as the tests look at it. */
export interface ScenarioSeen {
  id: string;
  name: string;
  version: number;
  contributors: string[];
  inputs: InputsSeen;
  targets: { unit: { code: string }; percent: number; scope: string; locked: boolean }[];
}

export interface InputsSeen {
  policy: string | null;
  step: number | null;
  method: string | null;
  required: number | null;
  effort: { points: number | null; weight: number }[] | null;
  units: {
    unit: { code: string };
    volume: number | null;
    baseline: number | null;
    floor: number | null;
    ceiling: number | null;
  }[];
}

export const INPUTS = `inputs { policy step method required effort { points weight }
  units { unit { code } volume baseline floor ceiling } }`;
export const SCENARIO = `id name version contributors ${INPUTS} targets { unit { code } percent scope locked }`;

export interface PlanWithInputs extends PlanSeen {
  inputs: InputsSeen;
}

export function setInputs(
  api: Caller,
  plan: string,
  inputs: Variables,
): Promise<Answer<{ setPlanInputs: PlanWithInputs }>> {
  return api.gql(
    `mutation ($plan: ID!, $units: [UnitInputsInput!], $policy: CascadePolicy, $step: Percent, $method: CascadeMethod,
       $required: Percent, $effort: [EffortBandInput!], $expectedVersion: Int) {
       setPlanInputs(plan: $plan, units: $units, policy: $policy, step: $step, method: $method, required: $required,
         effort: $effort, expectedVersion: $expectedVersion) { ${PLAN} ${INPUTS} } }`,
    { plan, ...inputs },
  );
}

export function saveScenario(api: Caller, input: Variables): Promise<Answer<{ saveScenario: ScenarioSeen }>> {
  return api.gql(`mutation ($input: ScenarioInput!) { saveScenario(input: $input) { ${SCENARIO} } }`, { input });
}

export function takeScenario(
  api: Caller,
  id: string,
  expectedVersion?: number,
): Promise<Answer<{ takeScenario: PlanWithInputs }>> {
  return api.gql(
    `mutation ($id: ID!, $expectedVersion: Int) { takeScenario(id: $id, expectedVersion: $expectedVersion) { ${PLAN} ${INPUTS} } }`,
    { id, expectedVersion },
  );
}

export function deleteScenario(
  api: Caller,
  id: string,
  expectedVersion?: number,
): Promise<Answer<{ deleteScenario: boolean }>> {
  return api.gql(
    'mutation ($id: ID!, $expectedVersion: Int) { deleteScenario(id: $id, expectedVersion: $expectedVersion) }',
    { id, expectedVersion },
  );
}

/** A new scenario of a plan as it stands, by its id. */
export async function scenarioOf(api: Caller, plan: string): Promise<string> {
  const { data, errors } = await saveScenario(api, { plan, name: `Phương án ${Math.random()}` });
  if (!data) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return data.saveScenario.id;
}

import type { Answer, Caller } from './caller.ts';

/** A plan as the tests look at it. */
export interface PlanSeen {
  id: string;
  version: number;
  state: string;
  inForceFrom: string | null;
  inForceTo: string | null;
  reason: string | null;
  decision: { number: string; effectiveOn: string; issuer: { code: string } } | null;
  targets: { unit: { code: string }; percent: number; scope: string; locked: boolean }[];
}

export const PLAN = `id version state inForceFrom inForceTo reason decision { number effectiveOn issuer { code } }
  targets { unit { code } percent scope locked }`;

type Variables = Record<string, unknown>;
type PlanAnswer = Promise<Answer<Record<string, PlanSeen>> & { plan: PlanSeen }>;

/** Calls a mutation that answers with a plan; `plan` throws where it was refused. */
async function call(api: Caller, field: string, types: string, variables: Variables): PlanAnswer {
  const names = Object.keys(variables);
  const declared = types.split(', ').filter((type) => names.includes(type.slice(1).split(':')[0] ?? ''));
  const query = `mutation (${declared.join(', ')}) { ${field}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${PLAN} } }`;
  const answer = await api.gql<Record<string, PlanSeen>>(query, variables);
  return {
    ...answer,
    get plan() {
      const plan = answer.data?.[field];
      if (!plan) throw new Error(`refused: ${JSON.stringify(answer.errors)}`);
      return plan;
    },
  };
}

/** Begins a plan of Sông Công (165) for 2022 unless told otherwise. */
export function createPlan(api: Caller, input: Variables = {}): PlanAnswer {
  const whole = { issuer: '165', indicator: 'ONLINE_RESOLUTION_L4', year: 2022, ...input };
  return call(api, 'createTargetPlan', '$input: TargetPlanInput!', { input: whole });
}

export interface TargetFacts {
  unit: string;
  percent: number;
  scope?: string;
  locked?: boolean;
}

export function setTargets(api: Caller, plan: string, targets: TargetFacts[], more: Variables = {}): PlanAnswer {
  const types = '$plan: ID!, $targets: [TargetInput!]!, $expectedVersion: Int, $proposedBy: CascadeMethod';
  return call(api, 'setTargets', types, { plan, targets, ...more });
}

export function clearTargets(api: Caller, plan: string, units: string[], more: Variables = {}): PlanAnswer {
  return call(api, 'clearTargets', '$plan: ID!, $units: [ID!]!, $expectedVersion: Int', { plan, units, ...more });
}

export function movePlan(api: Caller, plan: string, to: string, more: Variables = {}): PlanAnswer {
  const types = '$plan: ID!, $to: PlanState!, $reason: String, $decision: DecisionInput, $effectiveOn: Date';
  return call(api, 'movePlan', types, { plan, to, ...more });
}

/** Drafts a plan for another day. */
export function setEffectiveDay(api: Caller, plan: string, effectiveOn: string, more: Variables = {}): PlanAnswer {
  const types = '$plan: ID!, $effectiveOn: Date!, $expectedVersion: Int';
  return call(api, 'setEffectiveDay', types, { plan, effectiveOn, ...more });
}

/** Moves a draft up to a state; `more` goes with the last move. */
export async function movePlanUpTo(api: Caller, plan: string, state: string, more: Variables = {}): Promise<PlanSeen> {
  const moves = ['SUBMITTED', 'APPROVED', 'ISSUED'];
  const way = moves.slice(0, moves.indexOf(state) + 1);
  let seen: PlanSeen | null = null;
  for (const to of way) seen = (await movePlan(api, plan, to, to === state ? more : {})).plan;
  if (!seen) throw new Error(`no way to ${state}`);
  return seen;
}

/** A plan with targets, issued with a reason: what it adds up to is not asked. */
export async function issuePlan(
  api: Caller,
  input: Variables,
  targets: TargetFacts[],
  decision?: Variables,
): Promise<PlanSeen> {
  const { plan } = await createPlan(api, input);
  await setTargets(api, plan.id, targets);
  return movePlanUpTo(api, plan.id, 'ISSUED', { reason: 'Theo quyết định.', ...(decision && { decision }) });
}

/** The units of a plan's targets with their percentages, `05506=55`. */
export function percents(plan: PlanSeen): string[] {
  return plan.targets.map(({ unit, percent }) => `${unit.code}=${percent}`);
}

export interface CascadeSeen {
  feasible: boolean;
  required: number;
  achieved: number;
  residualPoints: number;
  residualDossiers: number;
  conflicts: string[];
  proposals: { unit: { code: string }; percent: number; volume: number; baseline: number | null; reason: string }[];
}

/** Cascades; variables beyond plan and method as told. */
export function cascade(
  api: Caller,
  plan: string,
  method: string,
  { options, preview = false }: { options?: Variables; preview?: boolean } = {},
): Promise<Answer<{ cascadeTargets: CascadeSeen }>> {
  return api.gql<{ cascadeTargets: CascadeSeen }>(
    `mutation ($plan: ID!, $method: CascadeMethod!, $options: CascadeOptions, $preview: Boolean) {
       cascadeTargets(plan: $plan, method: $method, options: $options, preview: $preview) {
         feasible required achieved residualPoints residualDossiers conflicts
         proposals { unit { code } percent volume baseline reason } } }`,
    { plan, method, options, preview },
  );
}

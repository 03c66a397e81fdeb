import { randomUUID } from 'node:crypto';
import { holdsCitizenNumber } from '@chi-tieu/shared/domain/citizen-number';
import { holdsDossierCode, tidySaid } from '@chi-tieu/shared/domain/said-text';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { needAnywhere, reached } from '../../accounts/reach.service.ts';
import { auditPlan } from '../audit-plan.service.ts';
import { changedInputs, checkInputs, type InputsAsked } from '../check-inputs.service.ts';
import { isEmpty, NO_CHOICES, type PlanInputSet } from '../inputs.queries.ts';
import { inputSetOf } from '../plan-inputs.service.ts';
import { lockPlan, type PlanRow } from '../plans.queries.ts';
import { existingPlan, planTargets } from '../plans.service.ts';
import { checkTargets, type TargetDraft } from '../set-targets.service.ts';
import {
  countScenarios,
  nameIsTaken,
  planOfScenario,
  putScenario,
  removeScenario,
  scenarioById,
  scenariosOf,
  type ScenarioRow,
  type ScenarioTarget,
} from './scenarios.queries.ts';

const LONGEST_NAME = 120;
const MOST = 50;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export interface ScenarioDraft {
  plan: string;
  /** Of the scenario that is changed; a new one without it. */
  id?: string | null | undefined;
  name?: string | null | undefined;
  inputs?: InputsAsked | null | undefined;
  targets?: TargetDraft[] | null | undefined;
  expectedVersion?: number | null | undefined;
}

/** The scenarios of a plan, by name; none for who may not read its drafts. Those of a page of plans are fetched at once. */
export async function scenariosOfPlan(ctx: Context, plan: PlanRow): Promise<ScenarioRow[]> {
  const reach = await reached(ctx, 'plan.read');
  if (reach !== 'ALL' && !reach.has(plan.issuerId)) return [];
  const rows = await ctx.loadAll('scenarios', { id: plan.id }, async (plans) => {
    const found = await scenariosOf(
      ctx.read,
      ctx.provinceId,
      plans.map(({ id }) => id),
    );
    return found.map((row) => ({ id: row.planId, row }));
  });
  return rows.map(({ row }) => row);
}

/** A scenario of a plan that the caller may draft; FORBIDDEN and NOT_FOUND as for plans. */
export async function existingScenario(ctx: Context, id: string): Promise<{ scenario: ScenarioRow; plan: PlanRow }> {
  await needAnywhere(ctx, 'plan.draft');
  const planId = UUID.test(id) ? await planOfScenario(ctx.read, id) : null;
  if (planId === null) throw notFound('scenario.unknown');
  const plan = await existingPlan(ctx, planId, 'plan.draft');
  const scenario = await scenarioById(ctx.read, ctx.provinceId, id);
  if (!scenario) throw notFound('scenario.unknown');
  return { scenario, plan };
}

/**
 * Keeps a scenario, or changes one: what is not given stays as it is, of a new one as the plan has it now. Inputs and targets
 * that are given are the whole of them. Whoever saves is one of its contributors from then on.
 */
export async function saveScenario(ctx: Context, draft: ScenarioDraft): Promise<ScenarioRow> {
  const plan = await existingPlan(ctx, draft.plan, 'plan.draft');
  const before = draft.id ? await scenarioOf(ctx, plan, draft.id) : null;
  const name = cleanName(draft.name ?? before?.name ?? '');
  const inputs = draft.inputs ? await wholeInputs(ctx, plan, draft.inputs) : null;
  const targets = draft.targets ? await checkTargets(ctx, plan, draft.targets) : null;
  const current = {
    inputs: before?.inputs ?? (await inputSetOf(ctx, plan)),
    targets: before?.targets ?? (await targetsNow(ctx, plan)),
  };
  const id = before?.id ?? randomUUID();
  await ctx.write('saveScenario', async (tx) => {
    // Whoever else keeps a scenario of the plan waits: so that there are never too many, and no change is lost.
    await planToScheme(tx, ctx.provinceId, plan.id);
    const stored = before ? await storedAsSeen(tx, ctx, before.id, draft.expectedVersion ?? null) : null;
    if (!stored && (await countScenarios(tx, plan.id)) >= MOST) throw conflict('scenario.many', { most: MOST });
    if (await nameIsTaken(tx, plan.id, name, id)) throw conflict('scenario.twice', { name }, { path: 'input.name' });
    await putScenario(tx, ctx.provinceId, {
      id,
      planId: plan.id,
      name,
      version: (stored?.version ?? 0) + 1,
      inputs: inputs ?? stored?.inputs ?? current.inputs,
      targets: targets ?? stored?.targets ?? current.targets,
      contributors: withCaller(ctx, stored?.contributors ?? []),
    });
    const shown = (inputs ?? current.inputs).units.length;
    auditPlan(tx, plan, {
      what: 'SCENARIO_SAVED',
      after: {
        scenario: id,
        version: (stored?.version ?? 0) + 1,
        units: shown,
        count: (targets ?? current.targets).length,
      },
    });
  });
  return (await existingScenario(ctx, id)).scenario;
}

/** Takes a scenario away. */
export async function deleteScenario(ctx: Context, id: string, expectedVersion: number | null): Promise<boolean> {
  const { plan } = await existingScenario(ctx, id);
  await ctx.write('deleteScenario', async (tx) => {
    await planToScheme(tx, ctx.provinceId, plan.id);
    const { version } = await storedAsSeen(tx, ctx, id, expectedVersion);
    await removeScenario(tx, id);
    auditPlan(tx, plan, { what: 'SCENARIO_DELETED', before: { scenario: id, version } });
  });
  return true;
}

/** Locks a plan whose scenarios are to be changed: once it is issued they stay what they were. */
async function planToScheme(tx: Writer, provinceId: number, id: string): Promise<void> {
  const plan = await lockPlan(tx, provinceId, id);
  if (plan && (plan.state === 'ISSUED' || plan.state === 'SUPERSEDED'))
    throw conflict('scenario.issued', {}, { path: 'plan', facts: { version: plan.version, state: plan.state } });
}

async function scenarioOf(ctx: Context, plan: PlanRow, id: string): Promise<ScenarioRow> {
  const { scenario } = await existingScenario(ctx, id);
  if (scenario.planId !== plan.id) throw notFound('scenario.unknown');
  return scenario;
}

/** The scenario as it is stored now, checked against the version that the caller saw. The plan is locked already. */
async function storedAsSeen(
  tx: Writer,
  ctx: Context,
  id: string,
  expectedVersion: number | null,
): Promise<ScenarioRow> {
  const stored = await scenarioById(tx, ctx.provinceId, id);
  if (!stored) throw notFound('scenario.unknown');
  const facts = { version: stored.version };
  if (expectedVersion !== null && expectedVersion !== stored.version)
    throw conflict('scenario.version', facts, { path: 'expectedVersion', facts });
  return stored;
}

async function wholeInputs(ctx: Context, plan: PlanRow, asked: InputsAsked): Promise<PlanInputSet> {
  const change = await checkInputs(ctx, plan, asked, 'input.inputs.');
  const units = changedInputs([], change).filter((input) => !isEmpty(input));
  return { ...NO_CHOICES, ...change.choices, units };
}

async function targetsNow(ctx: Context, plan: PlanRow): Promise<ScenarioTarget[]> {
  return (await planTargets(ctx, plan.id)).map(({ unitId, hundredths, scope, locked }) => ({
    unitId,
    hundredths,
    scope,
    locked,
  }));
}

function withCaller(ctx: Context, contributors: readonly number[]): number[] {
  return [...new Set([...contributors, ctx.signedIn().id])];
}

function cleanName(name: string): string {
  const said = tidySaid(name).replace(/\s+/g, ' ');
  if (holdsCitizenNumber(said) || holdsDossierCode(said)) throw badInput('input.name', 'scenario.nameOfCitizen');
  if (said === '' || said.length > LONGEST_NAME) throw badInput('input.name', 'scenario.name', { most: LONGEST_NAME });
  return said;
}

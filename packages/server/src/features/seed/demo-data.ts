import type { Day } from '@chi-tieu/shared/domain/days';
import { LEVELS, TIERS, type FactLevel, type FactTier } from './base-data.ts';
import { dayOrNull, listed, oneOf, readCsv } from './read-csv.ts';

export interface ProcedureFact {
  code: string;
  name: string;
  field: string;
  tiers: FactTier[];
  inForceFrom: Day | null;
  inForceTo: Day | null;
  source: string;
}

/** A decision of the unit `issuer`; `source` says whether it is real or made. */
export interface DecisionFact {
  number: string;
  issuer: string;
  issuedOn: Day;
  effectiveOn: Day;
  title: string;
  source: string;
}

/** One line of a decision on a service list, in force from the decision's effective day. REMOVE has no level. */
export interface ListChangeFact {
  list: string;
  decision: string;
  action: 'ADD' | 'REMOVE' | 'CHANGE_LEVEL';
  procedure: string;
  tier: FactTier;
  level: FactLevel | null;
}

/** An organisation identifier, or a name as one-stop systems spell it; in the order to be kept. */
export interface AliasFact {
  unit: string;
  alias: string;
}

export interface TargetFact {
  unit: string;
  /** At most two decimals. */
  percent: number;
  scope: 'OWN' | 'SUBTREE';
}

/** An issued plan with the decision it was issued by; parents come before the plans that cascade them. */
export interface PlanFact {
  decision: string;
  issuer: string;
  indicator: string;
  year: number;
  targets: TargetFact[];
}

export interface DemoData {
  procedures: ProcedureFact[];
  decisions: DecisionFact[];
  listChanges: ListChangeFact[];
  aliases: AliasFact[];
  plans: PlanFact[];
}

/** The catalogue, list, aliases and plans of the demonstration, from packages/server/data/demo (see sources.md there). */
export function readDemoData(): DemoData {
  return {
    procedures: readProcedures(),
    decisions: readDecisions(),
    listChanges: readListChanges(),
    aliases: readCsv('demo/aliases.csv', ['unit', 'alias']),
    plans: readPlans(),
  };
}

export function readProcedures(): ProcedureFact[] {
  const columns = ['code', 'name', 'field', 'tiers', 'in_force_from', 'in_force_to', 'source'] as const;
  return readCsv('demo/procedures.csv', columns).map((row) => ({
    code: row.code,
    name: row.name,
    field: row.field,
    tiers: listed(row.tiers).map((tier) => oneOf(tier, TIERS)),
    inForceFrom: dayOrNull(row.in_force_from),
    inForceTo: dayOrNull(row.in_force_to),
    source: row.source,
  }));
}

function readDecisions(): DecisionFact[] {
  const columns = ['number', 'issuer', 'issued_on', 'effective_on', 'title', 'source'] as const;
  return readCsv('demo/decisions.csv', columns).map((row) => ({
    number: row.number,
    issuer: row.issuer,
    issuedOn: row.issued_on,
    effectiveOn: row.effective_on,
    title: row.title,
    source: row.source,
  }));
}

function readListChanges(): ListChangeFact[] {
  return readCsv('demo/list.csv', ['list', 'decision', 'action', 'procedure', 'tier', 'level']).map((row) => ({
    list: row.list,
    decision: row.decision,
    action: oneOf(row.action, ['ADD', 'REMOVE', 'CHANGE_LEVEL']),
    procedure: row.procedure,
    tier: oneOf(row.tier, TIERS),
    level: row.level === '' ? null : oneOf(row.level, LEVELS),
  }));
}

function readPlans(): PlanFact[] {
  const plans = new Map<string, PlanFact>();
  for (const row of readCsv('demo/plans.csv', [
    'decision',
    'issuer',
    'indicator',
    'year',
    'unit',
    'percent',
    'scope',
  ])) {
    const { decision, issuer, indicator } = row;
    const key = `${issuer} ${decision}`;
    const plan = plans.get(key) ?? { decision, issuer, indicator, year: Number(row.year), targets: [] };
    plan.targets.push({ unit: row.unit, percent: Number(row.percent), scope: oneOf(row.scope, ['OWN', 'SUBTREE']) });
    plans.set(key, plan);
  }
  return [...plans.values()];
}

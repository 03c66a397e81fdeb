import { Context, type App } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import { amendServiceList } from '../catalogue/enter-decision.service.ts';
import { listAmendments } from '../catalogue/amendments.service.ts';
import { decisionMap, listByCode } from '../catalogue/lists.service.ts';
import { saveProcedures } from '../catalogue/procedures.service.ts';
import { saveDecision } from '../catalogue/save-decision.service.ts';
import { ingestRows, type StagedRow } from '../dossiers/ingest/ingest.service.ts';
import { createTargetPlan } from '../plans/create-plan.service.ts';
import { findPlans } from '../plans/plans.service.ts';
import { movePlan } from '../plans/move-plan.service.ts';
import { setTargets } from '../plans/set-targets.service.ts';
import { setUnitAliases } from '../units/units.service.ts';
import { readDemoData, type DemoData, type PlanFact } from './demo-data.ts';
import { demoDossiers, type DemoOptions } from './demo-dossiers.ts';
import { demoMatters } from './demo-matters.service.ts';
import { demoMeasures } from './demo-measures.service.ts';
import { demoReports } from './demo-reports.service.ts';
import { beganWith, fillAlone, isDone, markDone } from './seed.service.ts';

/**
 * Fills a database that began with the demonstration, through the product's own use cases: catalogue, list, aliases, made
 * dossiers of two years, plans. Each step is marked when done and may be repeated, so a start that was interrupted goes
 * on; any other database is left alone. `options` say how many dossiers, for tests.
 */
export async function ensureDemo(app: App, options: DemoOptions = {}): Promise<void> {
  if (!(await withClient(app.db, isDemoWanted))) return;
  await fillAlone(app.db, async () => {
    const ctx = new Context(app, { account: null, locale: 'vi', requestId: 'seed', isProcess: true });
    await fillDemo(app, ctx, options).finally(() => ctx.close());
  });
}

const STEPS = [
  'demo catalogue',
  'demo aliases',
  'demo dossiers',
  'demo plans',
  'demo matters',
  'demo reports',
] as const;

async function isDemoWanted(sql: Sql): Promise<boolean> {
  if ((await beganWith(sql)) !== 'demo') return false;
  for (const name of STEPS) if (!(await isDone(sql, name))) return true;
  return false;
}

async function fillDemo(app: App, ctx: Context, options: DemoOptions): Promise<void> {
  const demo = readDemoData();
  await step(app, 'demo catalogue', async () => {
    await saveProcedures(ctx, demo.procedures);
    await enterDecisions(ctx, demo);
  });
  await step(app, 'demo aliases', () => nameUnits(ctx, demo));
  await step(app, 'demo dossiers', () => sendDossiers(app, options));
  await step(app, 'demo plans', async () => {
    for (const plan of demo.plans) await issuePlan(ctx, demo, plan);
  });
  await step(app, 'demo matters', async () => {
    await demoMatters(app);
    await demoMeasures(app);
  });
  await step(app, 'demo reports', () => demoReports(app));
}

async function step(app: App, name: (typeof STEPS)[number], fill: () => Promise<void>): Promise<void> {
  if (await withClient(app.db, (sql) => isDone(sql, name))) return;
  app.log.info(`filling the empty database: ${name}`);
  await fill();
  await withClient(app.db, (sql) => markDone(sql, name));
}

async function sendDossiers({ db, provinceId }: App, options: DemoOptions): Promise<void> {
  await ingestRows(
    {
      within: null,
      db,
      provinceId,
      accountId: null,
      kind: 'DOSSIERS',
      name: 'Dữ liệu minh họa 2021–2022',
      mediaType: 'application/x-ndjson',
      made: true,
    },
    inChunks(demoDossiers(options)),
  );
  await withClient(db, (sql) => sql.run('vacuum (analyze) dossier, ledger, day_total, month_total'));
}

async function enterDecisions(ctx: Context, demo: DemoData): Promise<void> {
  const recorded = new Set(
    [...(await decisionMap(ctx)).values()].map(({ number, issuedOn }) => `${number} ${issuedOn}`),
  );
  for (const { source, ...header } of demo.decisions)
    if (!recorded.has(`${header.number} ${header.issuedOn}`)) await saveDecision(ctx, { ...header, notes: source });
  const codes = [...new Set(demo.listChanges.map((change) => change.list))];
  for (const list of codes) {
    const { id } = await listByCode(ctx, list);
    const entered = new Set((await listAmendments(ctx, id)).map((amendment) => amendment.decision.number));
    for (const decision of demo.decisions) {
      const changes = demo.listChanges.filter((change) => change.list === list && change.decision === decision.number);
      if (changes.length > 0 && !entered.has(decision.number)) await amendServiceList(ctx, { list, decision, changes });
    }
  }
}

async function nameUnits(ctx: Context, demo: DemoData): Promise<void> {
  const byUnit = new Map<string, string[]>();
  for (const { unit, alias } of demo.aliases) byUnit.set(unit, [...(byUnit.get(unit) ?? []), alias]);
  for (const [unit, aliases] of byUnit) await setUnitAliases(ctx, unit, aliases);
}

const ROWS_AT_ONCE = 1_000;

async function* inChunks(rows: Iterable<Record<string, string>>): AsyncGenerator<StagedRow[]> {
  let chunk: StagedRow[] = [];
  let row = 0;
  for (const raw of rows) {
    chunk.push({ row: (row += 1), raw });
    if (chunk.length < ROWS_AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}

async function issuePlan(ctx: Context, demo: DemoData, fact: PlanFact): Promise<void> {
  const { issuer, indicator, year } = fact;
  const decision = demo.decisions.find((known) => known.number === fact.decision && known.issuer === issuer);
  const [known] = await findPlans(ctx, { issuer, indicator, year });
  const plan = known ?? (await createTargetPlan(ctx, { issuer, indicator, year }));
  if (plan.state === 'DRAFT') await setTargets(ctx, plan.id, fact.targets, { expectedVersion: null, proposedBy: null });
  const reason = 'Theo quyết định đã ban hành.';
  const moves = ['SUBMITTED', 'APPROVED', 'ISSUED'] as const;
  const reached = moves.findIndex((state) => state === plan.state);
  for (const to of moves.slice(reached + 1))
    await movePlan(ctx, plan.id, { to, reason, ...(to === 'ISSUED' && { decision }) });
}

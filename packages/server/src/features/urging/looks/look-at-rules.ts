import type { Finding } from '@chi-tieu/shared/domain/urging/findings';
import { isDueToRaise } from '@chi-tieu/shared/domain/urging/reminder-state';
import { nextOfSpells, type SpellStep } from '@chi-tieu/shared/domain/urging/spells';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { lockRule, rulesOf, type RuleRow } from '../rules/rules.queries.ts';
import { changeReminder, spellsOf, unansweredOf } from '../reminders/reminders.queries.ts';
import { nextAbove, tellAbove } from '../reminders/tell.ts';
import { applyStep, quietChange } from './apply-steps.ts';
import { figuresOfLook, type LookFigure } from './figures-of-look.service.ts';
import type { Look } from './found.ts';
import { lookBy } from './look-by.service.ts';

/** What a look changed. */
export interface Looked {
  begun: number;
  closed: number;
  raised: number;
  /** Rules that could not be looked by. */
  failed: number;
}

/** Everything that one rule's look goes by. */
export interface LookedRule {
  rule: RuleRow;
  look: Look;
  figures: ReadonlyMap<number, LookFigure>;
  today: Day;
  tree: UnitTree;
}

/**
 * Looks by every rule that is on, as the process: opens, goes on with and closes what follows from today's figures, and raises what
 * nobody answered. One rule that cannot be looked by keeps no other one from it.
 */
export async function lookAtRules(ctx: Context): Promise<Looked> {
  const total: Looked = { begun: 0, closed: 0, raised: 0, failed: 0 };
  const rules = (await rulesOf(ctx.read, ctx.provinceId)).filter(({ enabled }) => enabled);
  for (const rule of rules) {
    try {
      const steps = await lookByRule(ctx, rule);
      total.begun += steps.filter(({ kind }) => kind === 'BEGIN' || kind === 'REOPEN').length;
      total.closed += steps.filter(({ kind }) => kind === 'CLOSE').length;
      total.raised += await raiseDue(ctx, rule);
    } catch (error) {
      ctx.app.log.error({ err: error, rule: rule.id }, 'a rule could not be looked by');
      total.failed += 1;
    }
  }
  return total;
}

async function lookByRule(ctx: Context, rule: RuleRow): Promise<SpellStep[]> {
  const on = today(ctx);
  const tree = await unitTree(ctx, on);
  const look = await lookBy(ctx, rule);
  const findings = look.found.map(({ finding }) => finding);
  const asked = { rule, findings, tree };
  const planned = stepsBetween(asked, await spellsOf(ctx.read, rule.id));
  const units = planned.filter(isLoud(rule)).flatMap((step) => step.finding?.unitId ?? []);
  const figures = await figuresOfLook(ctx, look, units);
  await changeQuietly(ctx, { rule, look, figures, today: on, tree }, planned);
  if (!planned.some(isLoud(rule))) return [];
  return ctx.write('lookAtRules', async (tx) => {
    const known = await lockRule(tx, ctx.provinceId, rule.id);
    // Somebody changed it meanwhile: the next look goes by what it says now.
    if (!known?.enabled || known.version !== rule.version) return [];
    const steps = stepsBetween(asked, await spellsOf(tx, rule.id)).filter(isLoud(rule));
    for (const step of steps) await applyStep(tx, ctx.provinceId, { rule, look, figures, today: on, tree }, step);
    return steps;
  });
}

function stepsBetween(
  { rule, findings, tree }: { rule: RuleRow; findings: readonly Finding[]; tree: UnitTree },
  spells: Parameters<typeof nextOfSpells>[2],
): SpellStep[] {
  return nextOfSpells(rule.condition.kind, findings, spells, (unitId) => tree.byId(unitId) !== undefined);
}

/** What has to be told, and not only that it is still so. */
function isLoud({ condition }: RuleRow): (step: SpellStep) => boolean {
  return (step) => {
    if (step.kind === 'STAY_WITHDRAWN') return false;
    return step.kind !== 'GO_ON' || (step.isNews && condition.kind === 'BEHIND_MILESTONE');
  };
}

/** That a spell still lasts opens no moment: nothing of it is new. */
async function changeQuietly(ctx: Context, looked: LookedRule, planned: readonly SpellStep[]): Promise<void> {
  const quiet = planned.filter((step) => !isLoud(looked.rule)(step)).flatMap((step) => quietChange(step) ?? []);
  if (quiet.length === 0) return;
  await withClient(
    ctx.app.db,
    async (sql) => {
      for (const { id, change } of quiet) await changeReminder(sql, id, change, null);
    },
    EVERYTHING,
  );
}

/** Raises what was sent by a rule and nobody said a word of for too long. */
async function raiseDue(ctx: Context, rule: RuleRow): Promise<number> {
  const [on, tree] = [today(ctx), await unitTree(ctx, today(ctx))];
  const isDue = (row: Awaited<ReturnType<typeof unansweredOf>>[number]): boolean =>
    isDueToRaise({ ...row, isRaised: row.raisedToId !== null }, rule.raiseAfterDays, on) &&
    nextAbove(row, tree) !== null;
  if (!(await unansweredOf(ctx.read, rule.id)).some(isDue)) return 0;
  return ctx.write('lookAtRules', async (tx) => {
    await lockRule(tx, ctx.provinceId, rule.id);
    const due = (await unansweredOf(tx, rule.id)).filter(isDue);
    for (const row of due) {
      const toUnitId = nextAbove(row, tree);
      if (toUnitId !== null) await tellAbove(tx, ctx.provinceId, row, { toUnitId, note: null });
    }
    return due.length;
  });
}

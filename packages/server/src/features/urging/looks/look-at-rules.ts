import { saysOther } from '@chi-tieu/shared/domain/urging/occasion-facts';
import { isDueToRaise } from '@chi-tieu/shared/domain/urging/reminder-state';
import { nextOfSpells, type SpellStep } from '@chi-tieu/shared/domain/urging/spells';
import { daysBetween, type Day } from '@chi-tieu/shared/domain/days';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { lockRule, rulesOf, type RuleRow } from '../rules/rules.queries.ts';
import {
  changeReminder,
  lockReminder,
  lockReminders,
  spellsOf,
  unansweredOf,
  type KeptSpell,
  type ReminderRow,
} from '../reminders/reminders.queries.ts';
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
  /** Rules that could not be looked by, and reminders that could not be raised. */
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
 * nobody answered. What a rule that is off had opened is closed. One rule that cannot be looked by keeps no other one from it.
 */
export async function lookAtRules(ctx: Context): Promise<Looked> {
  const total: Looked = { begun: 0, closed: 0, raised: 0, failed: 0 };
  for (const rule of await rulesOf(ctx.read, ctx.provinceId)) {
    try {
      const steps = await lookByRule(ctx, rule);
      total.begun += steps.filter(({ kind }) => kind === 'BEGIN' || kind === 'REOPEN').length;
      total.closed += steps.filter(({ kind }) => kind === 'CLOSE').length;
      if (!rule.enabled) continue;
      const { raised, failed } = await raiseDue(ctx, rule);
      total.raised += raised;
      total.failed += failed;
    } catch (error) {
      ctx.app.log.error({ err: error, rule: rule.id }, 'a rule could not be looked by');
      total.failed += 1;
    }
  }
  return total;
}

/** A rule that is off looks at nobody. */
const NOBODY: Look = { found: [], period: null, indicatorId: null };

async function lookByRule(ctx: Context, rule: RuleRow): Promise<SpellStep[]> {
  const on = today(ctx);
  const tree = await unitTree(ctx, on);
  const spells = await spellsOf(ctx.read, rule.id);
  if (!rule.enabled && spells.every(({ closed }) => closed !== null)) return [];
  const look = rule.enabled ? await lookBy(ctx, rule) : NOBODY;
  const asked = { rule, look, tree, on };
  const planned = stepsBetween(asked, spells);
  const units = planned.filter(isLoud(asked, spells)).flatMap((step) => step.finding?.unitId ?? []);
  const figures = await figuresOfLook(ctx, look, units);
  const looked = { ...asked, figures, today: on };
  await changeQuietly(
    ctx,
    planned.filter((step) => !isLoud(asked, spells)(step)),
  );
  if (!planned.some(isLoud(asked, spells))) return [];
  return ctx.write('lookAtRules', async (tx) => {
    const known = await lockRule(tx, ctx.provinceId, rule.id);
    // Somebody changed it meanwhile: the next look goes by what it says now.
    if (known?.enabled !== rule.enabled || known.version !== rule.version) return [];
    const open = (await spellsOf(tx, rule.id)).filter(({ closed }) => closed === null);
    await lockReminders(
      tx,
      ctx.provinceId,
      open.map(({ id }) => id),
    );
    const held = await spellsOf(tx, rule.id);
    const steps = stepsBetween(asked, held).filter(isLoud(asked, held));
    for (const step of steps) await applyStep(tx, ctx.provinceId, looked, step);
    return steps;
  });
}

type Asked = Pick<LookedRule, 'rule' | 'look' | 'tree'> & { on: Day };

/** What a rule that is off had found longer ago is history: it stays as it was. */
const HISTORY_DAYS = 366;

function stepsBetween({ rule, look, tree, on }: Asked, all: readonly KeptSpell[]): SpellStep[] {
  const spells = rule.enabled ? all : all.filter(({ lastOn }) => daysBetween(lastOn, on) <= HISTORY_DAYS);
  const findings = look.found.map(({ finding }) => finding);
  return nextOfSpells(rule.condition.kind, findings, spells, (unitId) => tree.byId(unitId) !== undefined);
}

/** What has to be told, and not only that it is still so; and what changes a draft that nobody touched. */
function isLoud({ rule, look }: Asked, spells: readonly KeptSpell[]): (step: SpellStep) => boolean {
  const drafts = new Map(spells.filter(({ isUntouched }) => isUntouched).map(({ id, facts }) => [id, facts]));
  const facts = new Map(look.found.map(({ finding, facts: now }) => [finding.unitId, now]));
  return (step) => {
    if (step.kind === 'STAY_WITHDRAWN') return false;
    if (step.kind !== 'GO_ON' || step.isOther) return true;
    if (step.isNews && rule.condition.kind === 'BEHIND_MILESTONE') return true;
    const [said, now] = [drafts.get(step.spell.id), facts.get(step.spell.unitId)];
    return said !== undefined && now !== undefined && now !== null && saysOther(said, now);
  };
}

/** That a spell still lasts opens no moment: nothing of it is new. */
async function changeQuietly(ctx: Context, planned: readonly SpellStep[]): Promise<void> {
  const quiet = planned.flatMap((step) => quietChange(step) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (quiet.length === 0) return;
  await withClient(
    ctx.app.db,
    async (sql) => {
      for (const { id, change } of quiet) await changeReminder(sql, id, change, null);
    },
    EVERYTHING,
  );
}

/**
 * Raises what was sent by a rule and nobody said a word of for too long. Each is judged and raised on its own: one that cannot be keeps
 * no other one from it.
 */
async function raiseDue(ctx: Context, rule: RuleRow): Promise<{ raised: number; failed: number }> {
  const [on, tree] = [today(ctx), await unitTree(ctx, today(ctx))];
  const targetOf = (row: ReminderRow): number | null => {
    const isRaised = row.raisedToId !== null;
    return isDueToRaise({ ...row, isRaised }, rule.raiseAfterDays, on) ? nextAbove(row, tree) : null;
  };
  const total = { raised: 0, failed: 0 };
  for (const row of await unansweredOf(ctx.read, rule.id))
    try {
      if (targetOf(row) === null) continue;
      const isRaised = await ctx.write('lookAtRules', async (tx) => {
        // Asked again once nobody else can answer it.
        const held = await lockReminder(tx, ctx.provinceId, row.id);
        const toUnitId = held && targetOf(held);
        if (held === null || toUnitId === null) return false;
        await tellAbove(tx, ctx.provinceId, held, { toUnitId, note: null });
        return true;
      });
      if (isRaised) total.raised += 1;
    } catch (error) {
      ctx.app.log.error({ err: error, reminder: row.id }, 'a reminder could not be raised');
      total.failed += 1;
    }
  return total;
}

import { isDeepStrictEqual } from 'node:util';
import { compareDays } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { saysOther, type OccasionFacts } from '@chi-tieu/shared/domain/urging/occasion-facts';
import type { Finding } from '@chi-tieu/shared/domain/urging/findings';
import { Context } from '../../../app/context.ts';
import { keepFigures } from '../../figures/figures.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { figuresOfLook, type LookFigure } from '../looks/figures-of-look.service.ts';
import { lookBy } from '../looks/look-by.service.ts';
import type { RuleRow } from '../rules/rules.queries.ts';
import { changeReminder, lockReminders, reminderById, type ReminderRow } from './reminders.queries.ts';
import { ruleOf } from './reminders.service.ts';
import { writeLetter } from './tell.ts';

/** What a draft is worth today. SAME: it says what is so. OTHER: other things would be said. CLEAR: nothing. UNHEARD: nobody can tell. */
export interface Judged {
  row: ReminderRow;
  rule: RuleRow;
  outcome: 'SAME' | 'OTHER' | 'CLEAR' | 'UNHEARD';
  finding: Finding | null;
  facts: OccasionFacts | null;
  figure: LookFigure | null;
}

/** Asks again what drafts say, each by the rule that made it, as looks ask. */
export async function judgeAnew(ctx: Context, drafts: readonly ReminderRow[]): Promise<Judged[]> {
  const rules = new Map<string, RuleRow>();
  for (const row of drafts) {
    const rule = await ruleOf(ctx, row);
    if (rule) rules.set(row.id, rule);
  }
  const byRule = groupBy(
    drafts.filter(({ id }) => rules.has(id)),
    (row) => `${row.ruleId} ${row.ruleVersion}`,
  );
  return asProcess(ctx, async (process) => {
    const judged: Judged[] = [];
    for (const rows of byRule.values()) {
      const rule = rules.get(rows[0]?.id ?? '');
      if (rule) judged.push(...(await judgeBy(process, rule, rows)));
    }
    return judged;
  });
}

async function judgeBy(ctx: Context, rule: RuleRow, rows: readonly ReminderRow[]): Promise<Judged[]> {
  const look = await lookBy(ctx, rule);
  const found = new Map(look.found.map((one) => [one.finding.unitId, one]));
  const judged = rows.map((row): Judged => {
    const { finding = null, facts = null } = found.get(row.unitId) ?? {};
    const one = { row, rule, finding, facts, figure: null };
    if (finding?.state === 'UNHEARD') return { ...one, outcome: 'UNHEARD' };
    if (finding?.state !== 'STRIKES' || facts === null) return { ...one, outcome: 'CLEAR' };
    return { ...one, outcome: saysOther(row.facts, facts) ? 'OTHER' : 'SAME' };
  });
  const figures = await figuresOfLook(
    ctx,
    look,
    judged.filter(isStale).map(({ row }) => row.unitId),
  );
  return judged.map((one) => ({ ...one, figure: figures.get(one.row.unitId) ?? null }));
}

/** Whether a draft is to be kept anew: other things are so, or what nobody wrote is to say them by today. */
function isStale({ row, outcome, facts }: Judged): boolean {
  return outcome === 'OTHER' || (outcome === 'SAME' && !row.isWritten && !isDeepStrictEqual(row.facts, facts));
}

/** Keeps what is so now of drafts that say something else, in a change of its own; gives the versions that they have by then. */
export async function refreshDrafts(ctx: Context, judged: readonly Judged[]): Promise<Map<string, number>> {
  const stale = judged.filter(isStale);
  if (stale.length === 0) return new Map();
  const on = today(ctx);
  const tree = await unitTree(ctx, on);
  const versions = new Map<string, number>();
  await asProcess(ctx, (process) =>
    process.write('actOnReminder', async (tx) => {
      const { provinceId } = ctx;
      await lockReminders(
        tx,
        provinceId,
        stale.map(({ row }) => row.id),
      );
      for (const { row, rule, finding, facts, figure: kept } of stale) {
        const now = await reminderById(tx, provinceId, row.id);
        if (now?.state !== 'DRAFT' || now.version !== row.version || facts === null || finding?.judgedTo == null)
          continue;
        if (kept) await keepFigures(tx, provinceId, [kept]);
        const figure = kept?.reference ?? null;
        const { unitId } = row;
        const letter = row.isWritten ? {} : writeLetter({ rule, unitId, facts, figure, today: on, tree, provinceId });
        const lastOn = compareDays(finding.judgedTo, now.lastOn) > 0 ? finding.judgedTo : now.lastOn;
        await changeReminder(tx, row.id, { facts, figure, about: finding.about, lastOn, ...letter }, tx.moment);
        versions.set(row.id, now.version + 1);
      }
    }),
  );
  return versions;
}

/** Looks see all units. The request gives its own connection back first: many that each hold one and wait for another would wait for ever. */
async function asProcess<T>(ctx: Context, use: (process: Context) => Promise<T>): Promise<T> {
  await ctx.close();
  const process = new Context(ctx.app, {
    ...{ account: null, locale: ctx.locale, requestId: ctx.requestId, isProcess: true },
  });
  return use(process).finally(() => process.end());
}

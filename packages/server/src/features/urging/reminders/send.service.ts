import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import { occasionSentence } from '@chi-tieu/shared/domain/urging/occasion-facts';
import type { Letter } from '@chi-tieu/shared/domain/urging/letter';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict, type AppError } from '../../../app/errors.ts';
import { need } from '../../accounts/reach.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import type { RuleRow } from '../rules/rules.queries.ts';
import { actWithin, reminderToAct } from './act.service.ts';
import { judgeAnew, refreshDrafts, type Judged } from './judge-anew.service.ts';
import { lockReminders, type ReminderRow } from './reminders.queries.ts';
import { existingReminder } from './reminders.service.ts';
import { tellUnit, writeLetter } from './tell.ts';

const MOST_AT_ONCE = 250;

/**
 * Sends drafts, all of them or none. What a draft says is asked again by today's figures: where other things would be said, or nothing,
 * that is a CONFLICT, and the draft says what is so now. What nobody wrote is composed by today.
 */
export async function sendReminders(
  ctx: Context,
  ids: readonly string[],
  expectedVersions: readonly number[] | null,
): Promise<ReminderRow[]> {
  if (ids.length === 0 || ids.length > MOST_AT_ONCE) throw badInput('ids', 'urging.many', { most: MOST_AT_ONCE });
  if (expectedVersions !== null && expectedVersions.length !== ids.length)
    throw badInput('expectedVersions', 'urging.versions', {});
  const wanted = new Map(ids.map((id, at) => [id, expectedVersions?.[at] ?? null]));
  const tree = await unitTree(ctx, today(ctx));
  const drafts: ReminderRow[] = [];
  for (const [id, expectedVersion] of wanted) {
    const row = await reminderToAct(ctx, { id, expectedVersion }, 'reminder.send');
    await need(ctx, 'reminder.send', [row.unitId]);
    if (row.state === 'DRAFT') needAlive(row, tree);
    drafts.push(row);
  }
  const judged = await judgeAnew(
    ctx,
    drafts.filter(({ state }) => state === 'DRAFT'),
  );
  const rules = new Map(judged.map(({ row, rule }) => [row.id, rule]));
  const refreshed = await refreshDrafts(ctx, judged);
  for (const one of judged) throwIfOther(ctx, one, tree);
  await ctx.write('actOnReminder', async (tx) => {
    await lockReminders(tx, ctx.provinceId, [...wanted.keys()]);
    for (const draft of drafts) {
      const version = refreshed.get(draft.id) ?? draft.version;
      await actWithin(tx, ctx.provinceId, { id: draft.id, version }, 'SEND', (_tx, row) =>
        tellUnit(tx, ctx.provinceId, row, {
          ...letterOf(ctx, row, { tree, rule: rules.get(row.id) }),
          today: today(ctx),
        }),
      );
    }
  });
  return Promise.all([...wanted.keys()].map((id) => existingReminder(ctx, id)));
}

/** Nobody is left to read what is sent to a unit that has ended. */
function needAlive({ id, unitId }: ReminderRow, tree: UnitTree): void {
  if (!tree.byId(unitId)) throw conflict('urging.unitEnded', {}, { path: 'ids', facts: { reminder: id } });
}

function throwIfOther(ctx: Context, { row, outcome, facts }: Judged, tree: UnitTree): void {
  const unit = tree.byId(row.unitId)?.name ?? '';
  const refusal = (text: 'urging.noLonger' | 'urging.unheard'): AppError =>
    conflict(text, { unit }, { path: 'ids', facts: { reminder: row.id } });
  if (outcome === 'CLEAR') throw refusal('urging.noLonger');
  if (outcome === 'UNHEARD') throw refusal('urging.unheard');
  if (outcome !== 'OTHER' || facts === null) return;
  const params = { unit, was: occasionSentence(row.facts, ctx.locale), now: occasionSentence(facts, ctx.locale) };
  const text = row.isWritten ? 'urging.occasionChangedWritten' : 'urging.occasionChanged';
  throw conflict(text, params, { path: 'ids', facts: { reminder: row.id } });
}

function letterOf(
  ctx: Context,
  row: ReminderRow,
  { tree, rule }: { tree: UnitTree; rule: RuleRow | undefined },
): Letter & { deadline: Day } {
  const { subject, body, deadline, unitId, facts, figure } = row;
  const now = today(ctx);
  if (row.isWritten && compareDays(deadline, now) < 0) throw badInput('ids', 'urging.past', {});
  if (row.isWritten || rule === undefined) return { subject, body, deadline };
  return writeLetter({ rule, unitId, facts, figure, today: now, tree, provinceId: ctx.provinceId });
}

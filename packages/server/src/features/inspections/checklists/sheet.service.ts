import type { CheckAnswer } from '@chi-tieu/shared/domain/inspection/checklist';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { unitInInput } from '../../units/units.service.ts';
import { lockUnit, storeAnswer } from '../inspections.queries.ts';
import { heldForWork, needToInspect, seenInspection } from '../sides.service.ts';

/** An answer to one item of a unit's checklist, as which answer it was looked at (0: none yet). */
export interface AnswerGiven {
  id: string;
  unit: string;
  item: string;
  answer: CheckAnswer;
  note: string | null;
  expectedVersion: number;
}

/** Answers one item. Of two who answer the same one at once the second is told: CONFLICT. */
export async function answerItem(ctx: Context, given: AnswerGiven): Promise<void> {
  const seen = await seenInspection(ctx, given.id);
  const { unitId } = (await unitInInput(ctx, 'unit', given.unit)).version;
  await needToInspect(ctx, seen, unitId);
  if (!seen.checklist.items.some(({ key }) => key === given.item)) throw badInput('item', 'checklist.noItem');
  const note = checkSaidIfAny('note', given.note);
  await ctx.write(
    'workOnInspection',
    async (tx) => {
      const row = await heldForWork(tx, ctx.provinceId, seen.id);
      const unit = await lockUnit(tx, row.id, unitId);
      if (!unit) throw badInput('unit', 'inspection.notOfIt');
      const version = unit.answers[given.item]?.version ?? 0;
      if (version !== given.expectedVersion) throw conflict('inspection.answered', {}, { facts: { version } });
      const at = ctx.app.now().toISOString();
      await storeAnswer(tx, unit, given.item, {
        ...{ answer: given.answer, note, accountId: tx.accountId, at, version: version + 1 },
      });
      const after = { item: given.item, answer: given.answer };
      tx.audit({ what: 'INSPECTION_ITEM_ANSWERED', about: { kind: 'INSPECTION', id: row.id }, unitId, after });
    },
    { sees: ['inspections'] },
  );
}

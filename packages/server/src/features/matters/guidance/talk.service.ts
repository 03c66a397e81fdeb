import type { Context } from '../../../app/context.ts';
import { isNumberKey } from '../../../app/connection.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { forbidden } from '../../accounts/reach.service.ts';
import { checkSaid } from '../../plans/talk/said.service.ts';
import { today, unitInInput } from '../../units/units.service.ts';
import { unseen } from '../log/log.service.ts';
import { insertMatterStep } from '../log/steps.queries.ts';
import { forgetToTell, TELLING } from '../telling/telling.service.ts';
import {
  insertQuestion,
  lockGuidance,
  lockQuestion,
  openQuestions,
  questionById,
  storeAcknowledged,
  storeAnswer,
  type GuidanceRow,
} from './guidance.queries.ts';
import { handsOfCaller, needToGive, seenGuidance } from './sides.service.ts';

/** A receiver for which the caller speaks; FORBIDDEN for who does not. */
async function receiverIn(ctx: Context, row: GuidanceRow, code: string): Promise<number> {
  const { unitId } = (await unitInInput(ctx, 'unit', code)).version;
  if (!(await handsOfCaller(ctx)).speaksFor(unitId)) throw forbidden('reminder.answer');
  if (!row.unitIds.includes(unitId)) throw badInput('unit', 'guidance.notReceiver');
  return unitId;
}

/** Takes note of the edition that the caller saw, for a receiver. CONFLICT where there is another one by now; done twice it is done. */
export async function acknowledgeGuidance(
  ctx: Context,
  { id, unit, edition }: { id: string; unit: string; edition: number },
): Promise<void> {
  const seen = await seenGuidance(ctx, id);
  const unitId = await receiverIn(ctx, seen, unit);
  const day = today(ctx);
  await ctx.write(
    'giveGuidance',
    async (tx) => {
      const row = await lockGuidance(tx, ctx.provinceId, id);
      if (!row) throw new Error('guidance is not there');
      if (row.withdrawnOn !== null) throw conflict('guidance.withdrawn', {}, { facts: { version: row.version } });
      if (row.edition !== edition) throw conflict('guidance.edition', {}, { facts: { version: row.version } });
      if (!(await storeAcknowledged(tx, { id, unitId, edition, day }))) return;
      await insertMatterStep(tx, ctx.provinceId, { kind: 'GUIDANCE', id, act: 'ACKNOWLEDGED', day, unitId, edition });
      tx.audit({ what: 'GUIDANCE_ACKNOWLEDGED', about: { kind: 'GUIDANCE', id }, unitId, after: { edition } });
      await forgetToTell(tx, ctx, { kind: 'GUIDANCE', id, unitId });
    },
    TELLING,
  );
}

/** So many questions of a receiver about the same guidance wait for an answer. */
const MOST_OPEN_QUESTIONS = 20;

/** Asks something about it, for a receiver. */
export async function askAboutGuidance(
  ctx: Context,
  { id, unit, text }: { id: string; unit: string; text: string },
): Promise<void> {
  const seen = await seenGuidance(ctx, id);
  const unitId = await receiverIn(ctx, seen, unit);
  const body = checkSaid('text', text);
  const day = today(ctx);
  await ctx.write(
    'askAboutGuidance',
    async (tx) => {
      const row = await lockGuidance(tx, ctx.provinceId, id);
      if (row?.withdrawnOn !== null) throw conflict('guidance.withdrawn', {}, {});
      if ((await openQuestions(tx, ctx.provinceId, { guidanceId: id, unitId })) >= MOST_OPEN_QUESTIONS)
        throw badInput('text', 'guidance.manyQuestions', { most: MOST_OPEN_QUESTIONS });
      const question = await insertQuestion(tx, ctx.provinceId, { guidanceId: id, unitId, body, askedOn: day });
      await insertMatterStep(tx, ctx.provinceId, {
        kind: 'GUIDANCE',
        id,
        act: 'ASKED',
        day,
        unitId,
        edition: row.edition,
      });
      tx.audit({ what: 'GUIDANCE_ASKED', about: { kind: 'GUIDANCE', id }, unitId, after: { question } });
    },
    { sees: ['matters', 'guiding'] },
  );
}

/** Answers a question, or answers otherwise; to the asker alone, or to all receivers, and then to all again. Gives the guidance. */
export async function answerGuidance(
  ctx: Context,
  given: { question: string; text: string; isPublic: boolean; expectedVersion: number },
): Promise<string> {
  await handsOfCaller(ctx);
  const asked = isNumberKey(given.question) ? await questionById(ctx.read, ctx.provinceId, given.question) : null;
  if (!asked) throw await unseen(ctx);
  const { guidanceId: id, unitId } = asked;
  await needToGive(ctx, await seenGuidance(ctx, id));
  const answer = checkSaid('text', given.text);
  const day = today(ctx);
  await ctx.write(
    'askAboutGuidance',
    async (tx) => {
      const guidance = await lockGuidance(tx, ctx.provinceId, id);
      if (guidance?.withdrawnOn !== null) throw conflict('guidance.withdrawn', {}, {});
      const row = await lockQuestion(tx, ctx.provinceId, asked.id);
      if (row?.version !== given.expectedVersion)
        throw conflict('matter.changed', {}, { facts: { version: row?.version ?? 0 } });
      // What all were told stays told: they would go by an answer that they see no more.
      if (row.isPublic && !given.isPublic) throw badInput('public', 'guidance.answerToAll');
      await storeAnswer(tx, { id: row.id, answer, day, isPublic: given.isPublic });
      await insertMatterStep(tx, ctx.provinceId, { kind: 'GUIDANCE', id, act: 'ANSWERED', day, unitId });
      const after = { question: row.id, public: given.isPublic };
      tx.audit({ what: 'GUIDANCE_ANSWERED', about: { kind: 'GUIDANCE', id }, unitId, after });
    },
    { sees: ['matters', 'guiding'] },
  );
  return id;
}

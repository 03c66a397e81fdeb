import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { findProcedure } from '../../catalogue/procedures.service.ts';
import { checkSaid } from '../../plans/talk/said.service.ts';
import { today } from '../../units/units.service.ts';
import { filesIn, type FileGiven } from '../../catalogue/files/given-files.service.ts';
import { filesRead, needFiles } from '../log/given-files.service.ts';
import { checkDeadline, checkNotAncient, checkShort, checkShortIfAny, stepsOfMatter } from '../log/log.service.ts';
import { insertMatterStep } from '../log/steps.queries.ts';
import { wakeMatters } from '../telling/matter-worker.ts';
import { forgetToTell, TELLING } from '../telling/telling.service.ts';
import {
  insertGuidance,
  lockGuidance,
  reissueGuidance,
  withdrawStored,
  type EditionText,
  type GuidanceRow,
} from './guidance.queries.ts';
import { leadIn, MOST_RECEIVERS, receiversIn, type ReceiversAsked } from './receivers.service.ts';
import { needToGive, seenGuidance } from './sides.service.ts';

/** Guidance as it is given, by codes. */
export interface GuidanceGiven extends ReceiversAsked {
  leadUnit: string;
  number: string | null;
  dated: Day;
  title: string;
  text: string;
  acknowledgeBy: Day;
  procedures: string[];
  /** Null: none of the first edition, of another one those of the edition before. */
  files: FileGiven[] | null;
}

const LONGEST_TITLE = 300;
const LONGEST_NUMBER = 100;
const MOST_PROCEDURES = 50;

/** Gives guidance to units below the one in whose name it is; gives its id. */
export async function issueGuidance(ctx: Context, given: GuidanceGiven): Promise<string> {
  const leadUnitId = await leadIn(ctx, given.leadUnit);
  const text = textIn(ctx, given);
  const unitIds = await receiversIn(ctx, given, leadUnitId);
  if (unitIds.length === 0) throw badInput('input.units', 'guidance.noUnits');
  const procedureIds = await proceduresIn(ctx, given.procedures);
  const files = filesIn(given.files ?? []);
  const read = await filesRead(ctx, files);
  const day = today(ctx);
  const issued = await ctx.write(
    'giveGuidance',
    async (tx) => {
      await needFiles(tx, ctx.provinceId, files, read);
      const id = await insertGuidance(tx, ctx.provinceId, { leadUnitId, unitIds, procedureIds }, text);
      await insertMatterStep(
        tx,
        ctx.provinceId,
        { kind: 'GUIDANCE', id, act: 'ISSUED', day, edition: 1, dueOn: text.acknowledgeBy },
        files,
      );
      auditGuidance(tx, { id, leadUnitId }, 'GUIDANCE_ISSUED', { units: unitIds.length, files: files.length });
      return id;
    },
    { sees: ['matters', 'guiding'] },
  );
  wakeMatters(ctx.app);
  return issued;
}

/** Another edition of it, told anew to all that were told and to those that are named now. */
export async function changeGuidance(
  ctx: Context,
  id: string,
  given: GuidanceGiven,
  { reason: said, expectedVersion }: { reason: string; expectedVersion: number },
): Promise<void> {
  const seen = await seenGuidance(ctx, id);
  await needToGive(ctx, seen);
  const leadUnitId = await leadIn(ctx, given.leadUnit);
  if (leadUnitId !== seen.leadUnitId) throw badInput('input.leadUnit', 'guidance.leadStays');
  const reason = checkSaid('reason', said);
  const text = textIn(ctx, given);
  const more = await receiversIn(ctx, given, leadUnitId);
  const procedureIds = await proceduresIn(ctx, given.procedures);
  const files = filesIn(given.files ?? (await filesOfEdition(ctx, seen)));
  const read = await filesRead(ctx, files);
  const day = today(ctx);
  await ctx.write(
    'giveGuidance',
    async (tx) => {
      const row = await lockedGuidance(tx, ctx.provinceId, { id, expectedVersion });
      const unitIds = [...new Set([...row.unitIds, ...more])];
      if (unitIds.length > MOST_RECEIVERS) throw badInput('input.units', 'input.tooMany', { most: MOST_RECEIVERS });
      await needFiles(tx, ctx.provinceId, files, read);
      await reissueGuidance(tx, ctx.provinceId, row, { unitIds, procedureIds }, { ...text, reason });
      const step = { act: 'REISSUED', day, edition: row.edition + 1, dueOn: text.acknowledgeBy, body: reason } as const;
      await insertMatterStep(tx, ctx.provinceId, { kind: 'GUIDANCE', id, ...step }, files);
      const after = { edition: row.edition + 1, units: unitIds.length, files: files.length };
      auditGuidance(tx, row, 'GUIDANCE_REISSUED', after);
      await forgetToTell(tx, ctx, { kind: 'GUIDANCE', id });
    },
    TELLING,
  );
  wakeMatters(ctx.app);
}

/** It holds no longer. */
export async function withdrawGuidance(
  ctx: Context,
  { id, text, expectedVersion }: { id: string; text: string; expectedVersion: number },
): Promise<void> {
  await needToGive(ctx, await seenGuidance(ctx, id));
  const body = checkSaid('text', text);
  const day = today(ctx);
  await ctx.write(
    'giveGuidance',
    async (tx) => {
      const row = await lockedGuidance(tx, ctx.provinceId, { id, expectedVersion });
      await withdrawStored(tx, id, day);
      await insertMatterStep(tx, ctx.provinceId, { kind: 'GUIDANCE', id, act: 'WITHDRAWN', day, body });
      auditGuidance(tx, row, 'GUIDANCE_WITHDRAWN', {});
      await forgetToTell(tx, ctx, { kind: 'GUIDANCE', id });
    },
    TELLING,
  );
}

/** The files of the edition that holds: another one has them too unless it says which it has. */
async function filesOfEdition(ctx: Context, { id, edition }: GuidanceRow): Promise<FileGiven[]> {
  const brought = (await stepsOfMatter(ctx, 'GUIDANCE', id)).findLast(
    (step) => (step.act === 'ISSUED' || step.act === 'REISSUED') && step.edition === edition,
  );
  return brought?.files ?? [];
}

async function lockedGuidance(
  tx: Writer,
  provinceId: number,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<GuidanceRow> {
  const row = await lockGuidance(tx, provinceId, id);
  if (!row) throw notFound('matter.unknown');
  if (row.version !== expectedVersion) throw conflict('matter.changed', {}, { facts: { version: row.version } });
  if (row.withdrawnOn !== null) throw conflict('guidance.withdrawn', {}, { facts: { version: row.version } });
  return row;
}

function textIn(ctx: Context, given: GuidanceGiven): EditionText {
  const { dated, acknowledgeBy } = given;
  if (compareDays(dated, today(ctx)) > 0) throw badInput('input.dated', 'guidance.datedAhead');
  if (compareDays(acknowledgeBy, today(ctx)) < 0) throw badInput('input.acknowledgeBy', 'guidance.dayPast');
  checkNotAncient(ctx, 'input.dated', dated);
  checkDeadline(ctx, 'input.acknowledgeBy', acknowledgeBy);
  return {
    number: checkShortIfAny('input.number', given.number, LONGEST_NUMBER),
    title: checkShort('input.title', given.title, LONGEST_TITLE),
    body: checkSaid('input.text', given.text),
    ...{ dated, acknowledgeBy },
  };
}

async function proceduresIn(ctx: Context, codes: readonly string[]): Promise<number[]> {
  if (codes.length > MOST_PROCEDURES) throw badInput('input.procedures', 'input.tooMany', { most: MOST_PROCEDURES });
  const ids: number[] = [];
  for (const [at, code] of codes.entries()) {
    const found = await findProcedure(ctx, code);
    if (!found) throw badInput(`input.procedures.${at}`, 'procedure.unknown', { code });
    ids.push(found.id);
  }
  return [...new Set(ids)];
}

export function auditGuidance(
  tx: Writer,
  { id, leadUnitId }: Pick<GuidanceRow, 'id' | 'leadUnitId'>,
  what: 'GUIDANCE_ISSUED' | 'GUIDANCE_REISSUED' | 'GUIDANCE_WITHDRAWN',
  after: Record<string, string | number>,
): void {
  tx.audit({ what, about: { kind: 'GUIDANCE', id }, unitId: leadUnitId, after });
}

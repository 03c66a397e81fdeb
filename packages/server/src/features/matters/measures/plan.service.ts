import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import {
  afterMeasureStep,
  allows,
  needsWords,
  saysBeginning,
  type EffectKind,
  type MeasureAct,
} from '@chi-tieu/shared/domain/matters/measures';
import type { Act } from '../../../app/audit/acts.ts';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { need } from '../../accounts/reach.service.ts';
import { findProcedure } from '../../catalogue/procedures.service.ts';
import { difficultyById } from '../../difficulties/difficulties.service.ts';
import { checkSaid, checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { indicatorInInput } from '../../rates/rates.service.ts';
import { today, unitInInput } from '../../units/units.service.ts';
import { checkDeadline, checkNotAncient, checkShort, checkShortIfAny, needAlive } from '../log/log.service.ts';
import { insertMatterStep } from '../log/steps.queries.ts';
import {
  insertMeasure,
  lockMeasure,
  storeStanding,
  updateMeasure,
  type MeasurePlan,
  type MeasureRow,
} from './measures.queries.ts';
import { measureToKeep } from './sides.service.ts';

/** A measure as it is given, by codes. */
export interface MeasureGiven {
  unit: string;
  title: string;
  text: string | null;
  ownerPost: string | null;
  ownerAccount: string | null;
  begin: Day;
  due: Day;
  indicator: string;
  effect: EffectKind;
  expected: number;
  procedure: string | null;
  difficulty: string | null;
}

const LONGEST_TITLE = 300;
const LONGEST_POST = 200;
const MOST: Readonly<Record<EffectKind, number>> = { DOSSIERS: 10_000_000, POINTS: 10_000 };

/** Plans a measure of a unit that there is today; gives its id. */
export async function planMeasure(ctx: Context, given: MeasureGiven): Promise<string> {
  const plan = await planIn(ctx, given, null);
  await needAlive(ctx, 'input.unit', given.unit, plan.unitId);
  const day = today(ctx);
  return ctx.write(
    'keepMeasure',
    async (tx) => {
      const id = await insertMeasure(tx, ctx.provinceId, plan);
      const { unitId, dueOn } = plan;
      await insertMatterStep(tx, ctx.provinceId, { kind: 'MEASURE', id, act: 'PLANNED', day, unitId, dueOn });
      auditMeasure(tx, { id, unitId }, 'MEASURE_PLANNED', { dueOn });
      return id;
    },
    { sees: ['matters'] },
  );
}

/** Plans it otherwise, while it is still to be done. */
export async function changeMeasure(
  ctx: Context,
  id: string,
  given: MeasureGiven,
  expectedVersion: number,
): Promise<void> {
  const seen = await measureToKeep(ctx, id);
  const plan = await planIn(ctx, given, seen);
  if (plan.unitId !== seen.unitId) throw badInput('input.unit', 'measure.unitStays');
  const day = today(ctx);
  await ctx.write(
    'keepMeasure',
    async (tx) => {
      const row = await lockedMeasure(tx, ctx.provinceId, { id, expectedVersion });
      if (row.endedOn !== null) throw conflict('measure.ended', {}, { facts: { version: row.version } });
      await updateMeasure(tx, id, plan);
      const { unitId, dueOn } = plan;
      const due = dueOn === row.dueOn ? {} : { dueOn };
      await insertMatterStep(tx, ctx.provinceId, { kind: 'MEASURE', id, act: 'CHANGED', day, unitId, ...due });
      auditMeasure(tx, { id, unitId }, 'MEASURE_CHANGED', due);
    },
    { sees: ['matters'] },
  );
}

const AUDITED: Readonly<Record<MeasureAct, Act>> = {
  BEGUN: 'MEASURE_BEGUN',
  DONE: 'MEASURE_DONE',
  GIVEN_UP: 'MEASURE_GIVEN_UP',
  RESUMED: 'MEASURE_RESUMED',
  NOTED: 'MEASURE_NOTED',
};

/** Takes one step of a measure. */
export async function stepMeasure(
  ctx: Context,
  given: { id: string; act: MeasureAct; text: string | null; since?: Day | null; expectedVersion: number },
): Promise<void> {
  const { id, act, since = null } = given;
  const { unitId } = await measureToKeep(ctx, id);
  const body = needsWords(act) ? checkSaid('text', given.text ?? '') : checkSaidIfAny('text', given.text);
  const day = today(ctx);
  checkBeginning(ctx, since);
  await ctx.write(
    'keepMeasure',
    async (tx) => {
      const row = await lockedMeasure(tx, ctx.provinceId, given);
      if (!allows(row.state, act)) throw conflict('matter.state', {}, { facts: { version: row.version } });
      if (since !== null && !saysBeginning(row, act)) throw badInput('since', 'measure.onlyBeginning');
      await storeStanding(tx, id, afterMeasureStep(row, { act, day, ...(since !== null && { since }) }));
      await insertMatterStep(tx, ctx.provinceId, { kind: 'MEASURE', id, act, day, unitId, body });
      auditMeasure(tx, row, AUDITED[act], { ...(since !== null && { since }) });
    },
    { sees: ['matters'] },
  );
}

/** What begins has begun by today, and within these years. */
function checkBeginning(ctx: Context, since: Day | null): void {
  if (since === null) return;
  if (compareDays(since, today(ctx)) > 0) throw badInput('since', 'measure.beginAhead');
  checkNotAncient(ctx, 'since', since);
}

/** One that is held until the change is over, as the caller saw it; CONFLICT where somebody was faster. */
export async function lockedMeasure(
  tx: Writer,
  provinceId: number,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<MeasureRow> {
  const row = await lockMeasure(tx, provinceId, id);
  if (!row) throw notFound('matter.unknown');
  if (row.version !== expectedVersion) throw conflict('matter.changed', {}, { facts: { version: row.version } });
  return row;
}

async function planIn(ctx: Context, given: MeasureGiven, before: MeasureRow | null): Promise<MeasurePlan> {
  const { unitId } = (await unitInInput(ctx, 'input.unit', given.unit)).version;
  await need(ctx, 'measure.keep', [unitId]);
  const { begin: beginOn, due: dueOn, effect, expected } = given;
  if (compareDays(dueOn, beginOn) < 0) throw badInput('input.due', 'measure.dueBefore');
  checkNotAncient(ctx, 'input.begin', beginOn);
  checkDeadline(ctx, 'input.due', dueOn);
  if (expected < 1 || expected > MOST[effect])
    throw badInput('input.expected', 'measure.expected', { most: MOST[effect] });
  const ownerPost = checkShortIfAny('input.ownerPost', given.ownerPost, LONGEST_POST);
  const ownerAccountId = ownerIn(ctx, given.ownerAccount, before);
  if (ownerPost === null && ownerAccountId === null) throw badInput('input.ownerPost', 'measure.noOwner');
  return {
    ...{ unitId, beginOn, dueOn, effect, expected, ownerPost, ownerAccountId },
    title: checkShort('input.title', given.title, LONGEST_TITLE),
    body: checkSaidIfAny('input.text', given.text),
    indicatorId: (await indicatorInInput(ctx, 'input.indicator', given.indicator)).id,
    procedureId: await procedureIn(ctx, given.procedure),
    difficultyId: await difficultyIn(ctx, given.difficulty),
  };
}

/** Who plans it, or who it was before: nobody is named by number, so that nobody learns whose numbers there are. */
function ownerIn(ctx: Context, id: string | null, before: MeasureRow | null): number | null {
  if (id === null) return null;
  const known = [before?.ownerAccountId, ctx.account?.id].find((one) => String(one) === id);
  if (known === undefined || known === null) throw badInput('input.ownerAccount', 'measure.ownerUnknown');
  return known;
}

async function procedureIn(ctx: Context, code: string | null): Promise<number | null> {
  if (code === null) return null;
  const found = await findProcedure(ctx, code);
  if (!found) throw badInput('input.procedure', 'procedure.unknown', { code });
  return found.id;
}

/** A difficulty that the caller sees: what stands in the way, and the measure against it. */
async function difficultyIn(ctx: Context, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const found = await difficultyById(ctx, id);
  if (!found) throw badInput('input.difficulty', 'measure.difficulty');
  return found.id;
}

export function auditMeasure(
  tx: Writer,
  { id, unitId }: Pick<MeasureRow, 'id' | 'unitId'>,
  what: Act,
  after: Record<string, string | number>,
): void {
  tx.audit({ what, about: { kind: 'MEASURE', id }, unitId, after });
}

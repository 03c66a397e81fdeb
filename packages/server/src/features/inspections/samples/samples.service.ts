import { createHash, randomBytes } from 'node:crypto';
import { drawSample, sealOfFrame, type SampleList, type SampleResult } from '@chi-tieu/shared/domain/inspection/sample';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import type { Scope } from '../../../app/enums.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { need, reachOfCaller } from '../../accounts/reach.service.ts';
import { codesOfDossiers } from '../../dossiers/drill-down.queries.ts';
import { sealed } from '../../figures/figures.service.ts';
import { checkSaid, checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { receivingUnits } from '../../rates/explain.service.ts';
import { indicatorOf } from '../../rates/indicator-of.service.ts';
import { attainmentTable, checkPeriod, needDossiers } from '../../rates/rates.service.ts';
import { unitInInput } from '../../units/units.service.ts';
import {
  insertSample,
  lockDrawn,
  lockSample,
  sampleById,
  standingSample,
  storeDrawn,
  storeResult,
  drawnOf,
  type SampleQuestion,
  type SampleRow,
} from './samples.queries.ts';
import { heldForWork, isRowId, needToInspect, seenInspection, unseen } from '../sides.service.ts';
import { insertStep } from '../log/steps.queries.ts';

const MOST_DRAWN = 500;
/** A list that is longer is not sealed: a shorter period says the same. */
const MOST_LISTED = 200_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** From what a sample is to be drawn, as it is given. */
export interface SampleGiven {
  inspection: string;
  unit: string;
  indicator: string;
  scope: Scope;
  list: SampleList;
  from: Day;
  to: Day;
  size: number;
  /** Why it is drawn again, where it was drawn before. */
  reason: string | null;
}

/**
 * Seals the list that a sample is drawn from, as it is known now: its dossiers, their number and a hash over them are kept before there is a
 * seed. Of a question that was drawn already only who says why draws again.
 */
export async function sealSample(ctx: Context, given: SampleGiven): Promise<string> {
  const seen = await seenInspection(ctx, given.inspection);
  const { unitId } = (await unitInInput(ctx, 'unit', given.unit)).version;
  await needToInspect(ctx, seen, unitId);
  const { scope, list, from, to, size } = given;
  checkPeriod(from, to);
  if (size < 1 || size > MOST_DRAWN) throw badInput('size', 'sample.size', { most: MOST_DRAWN });
  const reason = given.reason === null ? null : checkSaid('reason', given.reason);
  const { indicator, knownAt } = await sealed(ctx, { indicator: given.indicator, from, to, scope, knownAt: null });
  const indicatorId = (await attainmentTable(ctx, { indicator, from, to, scope, knownAt })).indicator.id;
  const question: SampleQuestion = { unitId, indicatorId, scope, list, from, to };
  const codes = await frameOf(ctx, { ...question, knownAt }, 'ASK');
  if (codes.length === 0) throw badInput('list', 'sample.empty');
  if (codes.length > MOST_LISTED) throw badInput('from', 'sample.long', { most: MOST_LISTED });
  if (size > codes.length) throw badInput('size', 'sample.few', { count: codes.length });
  const facts = { frameSize: codes.length, frameSha256: sealOfFrame(codes, sha256) };
  return ctx.write(
    'workOnInspection',
    async (tx) => {
      const row = await heldForWork(tx, ctx.provinceId, seen.id);
      const before = await standingSample(tx, row.id, question);
      if (before && reason === null) throw conflict('sample.drawnAlready', {}, { path: 'reason' });
      const replaced = before && reason !== null ? { id: before.id, reason } : null;
      const id = await insertSample(
        tx,
        ctx.provinceId,
        { ...question, inspectionId: row.id, knownAt, size, ...facts },
        replaced,
      );
      const step = { inspectionId: row.id, unitId, act: replaced ? 'DRAWN_AGAIN' : 'DRAWN', body: reason } as const;
      await insertStep(tx, ctx.provinceId, replaced ? step : { ...step, body: null });
      const after = { sample: id, list, size, ...facts };
      tx.audit({ what: 'SAMPLE_SEALED', about: { kind: 'INSPECTION', id: row.id }, unitId, after });
      return id;
    },
    { sees: ['inspections'] },
  );
}

/** The list of a question as known at a moment. ASK: the caller must be one who may read these dossiers. */
async function frameOf(
  ctx: Context,
  { unitId, indicatorId, scope, list, from, to, knownAt }: SampleQuestion & { knownAt: Date },
  who: 'ASK' | 'KNOWN',
): Promise<string[]> {
  const { code: indicator } = await indicatorOf(ctx, indicatorId);
  const question = { indicator, from, to, scope, knownAt };
  const table = await attainmentTable(ctx, question);
  needDossiers(table.indicator, 'indicator');
  const units = await receivingUnits(ctx, unitId, question);
  if (who === 'ASK') await need(ctx, 'dossier.read', units.length > 0 ? units : [unitId]);
  const filter = { units, from, to, knownAt, countedAs: list, procedureId: null };
  return codesOfDossiers(ctx.read, ctx.provinceId, table.indicator, filter, MOST_LISTED);
}

/** A sample within sight of which the caller is one who inspects. */
async function sampleToWorkOn(ctx: Context, id: string): Promise<SampleRow> {
  const sample = isRowId(id) ? await visibleSample(ctx, id) : null;
  if (!sample) throw await unseen(ctx);
  await needToInspect(ctx, await seenInspection(ctx, sample.inspectionId), sample.unitId);
  needStanding(sample);
  return sample;
}

/** One that was drawn again is over: it stays to be seen as it was. */
function needStanding({ replacedBy }: SampleRow): void {
  if (replacedBy !== null) throw conflict('sample.replaced', {}, { path: 'sample' });
}

/** The sample, held; CONFLICT where another one was sealed in its place meanwhile. */
async function heldSample(tx: Writer, provinceId: number, id: string): Promise<SampleRow> {
  const sample = await lockSample(tx, provinceId, id);
  if (!sample) throw new Error(`sample ${id} is not there`);
  needStanding(sample);
  return sample;
}

async function visibleSample(ctx: Context, id: string): Promise<SampleRow | null> {
  await reachOfCaller(ctx);
  return sampleById(ctx.read, ctx.provinceId, id);
}

/** Makes the seed of a sealed sample, and draws. Once: a seed that is there stays. */
export async function drawSealed(ctx: Context, id: string): Promise<string> {
  const sample = await sampleToWorkOn(ctx, id);
  const codes = await frameOf(ctx, sample, 'ASK');
  if (sealOfFrame(codes, sha256) !== sample.frameSha256)
    throw new Error(`the list of sample ${id} is not what was sealed`);
  const seed = randomBytes(16).toString('hex');
  const drawn = drawSample(codes, seed, sample.size, sha256).map(({ key }) => key);
  await ctx.write(
    'workOnInspection',
    async (tx) => {
      await heldForWork(tx, ctx.provinceId, sample.inspectionId);
      const { seed: made } = await heldSample(tx, ctx.provinceId, id);
      if (made !== null) throw conflict('sample.seeded', {}, { path: 'id' });
      await storeDrawn(tx, ctx.provinceId, sample, { seed, codes: drawn });
      const about = { kind: 'INSPECTION', id: sample.inspectionId } as const;
      tx.audit({ what: 'SAMPLE_DRAWN', about, unitId: sample.unitId, after: { sample: id, seed, size: drawn.length } });
    },
    { sees: ['inspections'] },
  );
  return sample.inspectionId;
}

/** Says what was found at a dossier that was drawn. */
export async function judgeDrawn(
  ctx: Context,
  given: { sample: string; place: number; result: SampleResult; note: string | null; expectedVersion: number },
): Promise<string> {
  const sample = await sampleToWorkOn(ctx, given.sample);
  const note = checkSaidIfAny('note', given.note);
  if (given.result !== 'MATCHES' && note === null) throw badInput('note', 'sample.note');
  await ctx.write(
    'workOnInspection',
    async (tx) => {
      await heldForWork(tx, ctx.provinceId, sample.inspectionId);
      await heldSample(tx, ctx.provinceId, sample.id);
      const drawn = await lockDrawn(tx, sample.id, given.place);
      if (!drawn) throw badInput('place', 'sample.noPlace');
      if (drawn.version !== given.expectedVersion)
        throw conflict('inspection.answered', {}, { facts: { version: drawn.version } });
      await storeResult(tx, drawn, { result: given.result, note });
      const after = { sample: sample.id, place: given.place, result: given.result };
      const about = { kind: 'INSPECTION', id: sample.inspectionId } as const;
      tx.audit({ what: 'SAMPLE_JUDGED', about, unitId: sample.unitId, after });
    },
    { sees: ['inspections'] },
  );
  return sample.inspectionId;
}

/**
 * Whether a sample, drawn again from the list as it was known then, is the same to the last dossier. Null for who may not read these dossiers,
 * and before there is a seed.
 */
export async function sampleHolds(ctx: Context, sample: SampleRow): Promise<boolean | null> {
  if (sample.seed === null) return null;
  const { code: indicator } = await indicatorOf(ctx, sample.indicatorId);
  const { from, to, scope, knownAt } = sample;
  const units = await receivingUnits(ctx, sample.unitId, { indicator, from, to, scope, knownAt });
  if (!(await reachOfCaller(ctx)).covers('dossier.read', units)) return null;
  const codes = await frameOf(ctx, sample, 'KNOWN');
  const again = drawSample(codes, sample.seed, sample.size, sha256).map(({ key }) => key);
  const kept = (await drawnOf(ctx.read, ctx.provinceId, [sample.id])).map(({ code }) => code);
  return sealOfFrame(codes, sha256) === sample.frameSha256 && again.join('\n') === kept.join('\n');
}

import { createHash } from 'node:crypto';
import { bareName } from '@chi-tieu/shared/domain/decision-document/words';
import {
  minutesBlocks,
  type MinutesDraw,
  type MinutesFacts,
  type MinutesSample,
} from '@chi-tieu/shared/domain/inspection/minutes';
import { canonicalJson, type Json } from '../../../app/audit/canonical-json.ts';
import type { Context } from '../../../app/context.ts';
import { conflict, notFound } from '../../../app/errors.ts';
import type { Paper } from '../../../app/papers/paper.ts';
import { referenceOf } from '../../../app/reference.ts';
import type { CitedFigure, FigureRow } from '../../figures/figures.queries.ts';
import { figureToKeep, keepFigures, sealed } from '../../figures/figures.service.ts';
import { indicatorOf } from '../../rates/indicator-of.service.ts';
import { attainmentTable } from '../../rates/rates.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today, unitInInput } from '../../units/units.service.ts';
import { lockInspection, type InspectionRow } from '../inspections.queries.ts';
import {
  drawnOfSample,
  findingsOfInspection,
  nameOfAccount,
  samplesOfInspection,
  stepsOfInspection,
  unitsOfInspection,
} from '../inspections.service.ts';
import { insertPaper, paperByReference, type PaperRow } from './papers.queries.ts';
import type { SampleRow } from '../samples/samples.queries.ts';
import { handsOfCaller, needToInspect, seenInspection } from '../sides.service.ts';
import { insertStep, markOfUnit, type StepRow } from '../log/steps.queries.ts';

const REFERENCE = /^[0-9A-Z-]{1,40}$/;

/** Minutes with a reference that the caller may read; null where there are none. */
export async function minutesByReference(ctx: Context, typed: string): Promise<PaperRow | null> {
  await handsOfCaller(ctx);
  const reference = typed.trim().toUpperCase();
  return REFERENCE.test(reference) ? paperByReference(ctx.read, ctx.provinceId, reference) : null;
}

/** Minutes as writers write them. */
export function minutesPaper({ content, reference, at }: PaperRow): Paper {
  const title = `Biên bản: ${content.title}`;
  return { blocks: minutesBlocks(content), title, isDraft: content.isDraft, reference, madeAt: at };
}

/**
 * Makes out the minutes of one unit as it stands, with its figure cited in the same transaction, and keeps them. Until the inspection is
 * concluded they are a draft.
 */
export async function makeMinutes(ctx: Context, id: string, unit: string): Promise<void> {
  const seen = await seenInspection(ctx, id);
  const { unitId } = (await unitInInput(ctx, 'unit', unit)).version;
  await needToInspect(ctx, seen, unitId);
  if (seen.state !== 'UNDER_WAY' && seen.state !== 'CONCLUDED')
    throw conflict('inspection.notUnderWay', {}, { facts: { version: seen.version } });
  // Asked before anything that stands in the minutes: what comes later was not read.
  const before = await markOfUnit(ctx.read, ctx.provinceId, id, unitId);
  const figure = await figureOfUnit(ctx, seen, unitId);
  const content = await factsOf(ctx, seen, unitId, figure);
  const sha256 = createHash('sha256')
    .update(canonicalJson({ inspection: id, unit: unitId, content: content as unknown as Json }))
    .digest('hex');
  const reference = referenceOf(unit, Number(content.day.slice(0, 4)), sha256);
  await ctx.write(
    'workOnInspection',
    async (tx) => {
      const held = await lockInspection(tx, ctx.provinceId, id);
      const now = await markOfUnit(tx, ctx.provinceId, id, unitId);
      if (held?.version !== seen.version || now !== before)
        throw conflict('inspection.changed', {}, { facts: { version: held?.version ?? seen.version } });
      if (figure) await keepFigures(tx, ctx.provinceId, [figure]);
      const paper = { reference, inspectionId: id, unitId, content, sha256, figure: figure?.reference ?? null };
      if (!(await insertPaper(tx, ctx.provinceId, paper))) return;
      await insertStep(tx, ctx.provinceId, { inspectionId: id, unitId, act: 'MINUTES', body: reference });
      const after = { reference, sha256 };
      tx.audit({ what: 'INSPECTION_MINUTES_MADE', about: { kind: 'INSPECTION', id }, unitId, after });
    },
    { sees: ['inspections'] },
  );
}

type FigureToKeep = FigureRow & Pick<CitedFigure, 'targetHundredths'> & { indicator: string };

/** The unit's figure as it is known now; null where the unit is not there on the last day of its period. */
async function figureOfUnit(
  ctx: Context,
  { indicatorId, figuresFrom: from, figuresTo: to }: InspectionRow,
  unitId: number,
): Promise<FigureToKeep | null> {
  const { code: indicator } = await indicatorOf(ctx, indicatorId);
  const question = await sealed(ctx, { indicator, from, to, scope: 'SUBTREE', knownAt: null });
  const table = await attainmentTable(ctx, question);
  return table.tree.byId(unitId) ? { ...figureToKeep(ctx, table, question, unitId), indicator } : null;
}

async function factsOf(
  ctx: Context,
  row: InspectionRow,
  unitId: number,
  figure: FigureToKeep | null,
): Promise<MinutesFacts> {
  const day = today(ctx);
  const unit = await unitAsKnown(ctx, unitId, day);
  const leading = await unitAsKnown(ctx, row.leadUnitId, day);
  if (!unit || !leading) throw notFound('inspection.unknown');
  const { id, checklist, title, purpose, from, to, conclusion, decisionNumber, decisionOn } = row;
  const answers = (await unitsOfInspection(ctx, id)).find((one) => one.unitId === unitId)?.answers ?? {};
  const ofUnit = <T extends { unitId: number }>(rows: T[]): T[] => rows.filter((one) => one.unitId === unitId);
  const steps = await stepsOfInspection(ctx, id);
  const findings = ofUnit(await findingsOfInspection(ctx, id));
  const order = [row.leadAccountId, ...row.memberIds.filter((member) => member !== row.leadAccountId)];
  return {
    ...{ isDraft: row.state !== 'CONCLUDED', day, title, purpose, unit: unit.name, from, to, conclusion },
    body: [leading.name.toLocaleUpperCase('vi'), 'ĐOÀN KIỂM TRA'],
    place: bareName(unit),
    decision: decisionNumber === null || decisionOn === null ? null : { number: decisionNumber, day: decisionOn },
    team: await Promise.all(
      order.map(async (member, at) => ({ name: (await nameOfAccount(ctx, member)) ?? '–', isLead: at === 0 })),
    ),
    figure: figure && { ...citedIn(figure), indicator: (await indicatorOf(ctx, row.indicatorId)).name },
    checklist: checklist.name,
    items: checklist.items.map((item) => ({
      ...{ ...item, answer: answers[item.key]?.answer ?? null, note: answers[item.key]?.note ?? null },
    })),
    samples: await samplesIn(ctx, ofUnit(await samplesOfInspection(ctx, id))),
    findings: findings.map(({ id: finding, severity, body, dueOn, state }) => ({
      ...{ severity, text: body, dueOn, state },
      files: filesOf(steps, finding),
    })),
  };
}

function citedIn({ from, to, numerator, denominator, targetHundredths, reference }: FigureToKeep) {
  return { from, to, numerator, denominator, targetHundredths, reference };
}

/** Every question of the unit once: the draw that stands, with all that it replaced. */
function samplesIn(ctx: Context, samples: readonly SampleRow[]): Promise<MinutesSample[]> {
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  const last = (sample: SampleRow): string => {
    const next = sample.replacedBy === null ? undefined : byId.get(sample.replacedBy);
    return next ? last(next) : sample.id;
  };
  const standing = samples.filter(({ replacedBy }) => replacedBy === null);
  return Promise.all(
    standing.map(async (sample) => {
      const { id, list, scope, indicatorId, from, to } = sample;
      const before = samples.filter((one) => one.id !== id && last(one) === id);
      const results = async (one: SampleRow) => (await drawnOfSample(ctx, one.id)).map(({ result }) => result);
      return {
        ...{ list, scope, from, to, indicator: (await indicatorOf(ctx, indicatorId)).name, ...drawIn(sample) },
        dossiers: (await drawnOfSample(ctx, id)).map(({ code, result, note }) => ({ code, result, note })),
        earlier: await Promise.all(
          before.map(async (one) => ({ ...drawIn(one), size: one.size, results: await results(one) })),
        ),
      };
    }),
  );
}

function drawIn({ knownAt, frameSize, frameSha256, seed, reason }: SampleRow): MinutesDraw {
  return { knownAt: knownAt.toISOString(), frameSize, frameSha256, seed, reason };
}

/** How many files the unit itself may read of a finding, each once. */
function filesOf(steps: readonly StepRow[], finding: string): number {
  const told = steps.filter(({ findingId, teamOnly }) => findingId === finding && !teamOnly);
  return new Set(told.flatMap(({ files }) => files.map(({ sha256 }) => sha256))).size;
}

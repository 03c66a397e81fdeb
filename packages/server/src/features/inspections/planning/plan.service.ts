import { addDays, compareDays, isBetween, type Day } from '@chi-tieu/shared/domain/days';
import { afterMove, isPlanOpen, movesWithText, type InspectionMove } from '@chi-tieu/shared/domain/inspection/states';
import type { Act } from '../../../app/audit/acts.ts';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { need } from '../../accounts/reach.service.ts';
import { checkSaid, checkSaidLine } from '../../plans/talk/said.service.ts';
import { checkPeriod, indicatorByCode, needDossiers } from '../../rates/rates.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { findUnit, today, unitInInput, unitTree } from '../../units/units.service.ts';
import { checklistInUse } from '../checklists/checklists.service.ts';
import {
  insertInspection,
  lockInspection,
  storeState,
  updatePlan,
  type InspectionPlan,
  type InspectionRow,
} from '../inspections.queries.ts';
import { needToLead, seenInspection } from '../sides.service.ts';
import { insertStep } from '../log/steps.queries.ts';
import { checkTeam, unitWithoutHands } from './team.service.ts';

/** A plan as it is given, by codes and numbers. */
export interface PlanGiven {
  leadUnit: string;
  title: string;
  purpose: string;
  decisionNumber: string | null;
  decisionOn: Day | null;
  from: Day;
  to: Day;
  indicator: string;
  figuresFrom: Day;
  figuresTo: Day;
  units: string[];
  members: string[];
  lead: string;
  checklist: string | null;
}

const MOST_UNITS = 50;
const LONGEST_TITLE = 300;
const LONGEST_NUMBER = 100;
/** So far back one is entered later on, and so far ahead it may lie: what lies further is a slip of the pen. */
const [MOST_PAST, MOST_AHEAD] = [3653, 731] as const;

/** Plans an inspection; gives its id. */
export async function planInspection(ctx: Context, given: PlanGiven): Promise<string> {
  const plan = await planIn(ctx, given);
  return ctx.write(
    'planInspection',
    async (tx) => {
      const id = await insertInspection(tx, ctx.provinceId, plan);
      await insertStep(tx, ctx.provinceId, { inspectionId: id, act: 'PLANNED', teamOnly: true });
      auditMove(tx, { id, leadUnitId: plan.leadUnitId }, 'INSPECTION_PLANNED', { units: plan.unitIds.length });
      return id;
    },
    { sees: ['inspections'] },
  );
}

/** Plans it otherwise, until its units are told. */
export async function changeInspection(
  ctx: Context,
  id: string,
  given: PlanGiven,
  expectedVersion: number,
): Promise<void> {
  const seen = await seenInspection(ctx, id);
  await needToLead(ctx, seen);
  const plan = await planIn(ctx, given, seen.memberIds);
  await ctx.write(
    'planInspection',
    async (tx) => {
      const row = await lockedInspection(tx, ctx.provinceId, { id, expectedVersion });
      if (!isPlanOpen(row.state)) throw conflict('inspection.told', {}, { facts: { version: row.version } });
      await updatePlan(tx, ctx.provinceId, id, plan);
      await insertStep(tx, ctx.provinceId, { inspectionId: id, act: 'CHANGED', teamOnly: true });
      auditMove(tx, row, 'INSPECTION_CHANGED', { units: plan.unitIds.length });
    },
    { sees: ['inspections'] },
  );
}

const AUDITED: Readonly<Record<InspectionMove, Act>> = {
  ANNOUNCED: 'INSPECTION_ANNOUNCED',
  BEGUN: 'INSPECTION_BEGUN',
  CONCLUDED: 'INSPECTION_CONCLUDED',
  CANCELLED: 'INSPECTION_CANCELLED',
};

/** Moves an inspection on. Announcing needs a decision, and units that are still there; concluding and calling off need words. */
export async function moveInspection(
  ctx: Context,
  given: { id: string; move: InspectionMove; text: string | null; expectedVersion: number },
): Promise<void> {
  const seen = await seenInspection(ctx, given.id);
  await needToLead(ctx, seen);
  const { move } = given;
  const body = movesWithText.includes(move) ? checkSaid('text', given.text ?? '') : null;
  if (move === 'ANNOUNCED') await checkToAnnounce(ctx, seen);
  if (move === 'BEGUN') await checkToBegin(ctx, seen);
  const day = today(ctx);
  await ctx.write(
    'moveInspection',
    async (tx) => {
      const row = await lockedInspection(tx, ctx.provinceId, given);
      const state = afterMove(row.state, move);
      if (state === null) throw conflict('inspection.state', {}, { facts: { version: row.version } });
      await storeState(tx, row.id, { state, day, conclusion: move === 'CONCLUDED' ? body : null });
      const teamOnly = move === 'CANCELLED' && row.announcedOn === null;
      await insertStep(tx, ctx.provinceId, { inspectionId: row.id, act: move, body, teamOnly });
      auditMove(tx, row, AUDITED[move], { state });
    },
    { sees: ['inspections'] },
  );
}

/** The inspection, held; CONFLICT where it is no longer what the caller saw. */
async function lockedInspection(
  tx: Writer,
  provinceId: number,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<InspectionRow> {
  const row = await lockInspection(tx, provinceId, id);
  if (!row) throw notFound('inspection.unknown');
  if (row.version !== expectedVersion) throw conflict('inspection.changed', {}, { facts: { version: row.version } });
  return row;
}

async function checkToAnnounce(ctx: Context, row: InspectionRow): Promise<void> {
  if (row.decisionOn === null) throw badInput('move', 'inspection.undecided');
  const day = today(ctx);
  if (compareDays(row.decisionOn, row.to) > 0) throw badInput('move', 'inspection.decidedLate');
  if (compareDays(row.decisionOn, day) > 0) throw badInput('move', 'inspection.notDecided', { day: row.decisionOn });
  const tree = await unitTree(ctx, day);
  const gone = row.unitIds.find((id) => !tree.byId(id));
  // Since it was planned a unit may have been merged: who is inspected now has to be named.
  if (gone !== undefined) throw badInput('move', 'inspection.ended', { code: await codeOf(ctx, gone) });
  await checkTeam(ctx, row, { path: () => 'move', named: row.memberIds });
}

/** It begins on its first day, with somebody at each unit who may still inspect it. */
async function checkToBegin(ctx: Context, row: InspectionRow): Promise<void> {
  if (compareDays(today(ctx), row.from) < 0) throw badInput('move', 'inspection.early', { day: row.from });
  const left = await unitWithoutHands(ctx, row);
  if (left !== null) throw badInput('move', 'inspection.noHands', { code: await codeOf(ctx, left) });
}

async function codeOf(ctx: Context, unitId: number): Promise<string> {
  return (await unitAsKnown(ctx, unitId, today(ctx)))?.code ?? String(unitId);
}

function auditMove(
  tx: Writer,
  { id, leadUnitId }: Pick<InspectionRow, 'id' | 'leadUnitId'>,
  what: Act,
  after: Record<string, string | number>,
): void {
  tx.audit({ what, about: { kind: 'INSPECTION', id }, unitId: leadUnitId, after });
}

/** A plan as it is kept, or BAD_USER_INPUT at what is wrong with it. */
async function planIn(ctx: Context, given: PlanGiven, named: readonly number[] = []): Promise<InspectionPlan> {
  const leadUnitId = (await unitInInput(ctx, 'input.leadUnit', given.leadUnit)).version.unitId;
  await need(ctx, 'inspection.lead', [leadUnitId]);
  const unitIds = await unitsIn(ctx, given, leadUnitId);
  const title = checkSaidLine('input.title', given.title, LONGEST_TITLE);
  const { from, to, figuresFrom, figuresTo } = given;
  if (compareDays(from, to) > 0) throw badInput('input.to', 'inspection.days');
  for (const [name, day] of Object.entries({ from, to, decisionOn: given.decisionOn }))
    checkNear(ctx, `input.${name}`, day);
  checkPeriod(figuresFrom, figuresTo);
  const indicator = needDossiers(await indicatorByCode(ctx, given.indicator), 'input.indicator');
  const path = (at: number): string => `input.members.${at}`;
  const team = await checkTeam(ctx, { ...teamIn(given), unitIds }, { path, named });
  return {
    ...{ leadUnitId, title, purpose: checkSaid('input.purpose', given.purpose), ...decisionIn(given) },
    ...{ from, to, indicatorId: indicator.id, figuresFrom, figuresTo, ...team, unitIds },
    checklist: await checklistInUse(ctx, given.checklist, 'input.checklist'),
  };
}

function checkNear(ctx: Context, path: string, day: Day | null): void {
  const [first, last] = [addDays(today(ctx), -MOST_PAST), addDays(today(ctx), MOST_AHEAD)];
  if (day !== null && !isBetween(day, first, last)) throw badInput(path, 'inspection.dayFar', { first, last });
}

function decisionIn({ decisionNumber, decisionOn }: PlanGiven): Pick<InspectionPlan, 'decisionNumber' | 'decisionOn'> {
  const given = (decisionNumber ?? '').trim();
  const number = given === '' ? '' : checkSaidLine('input.decisionNumber', given, LONGEST_NUMBER);
  if ((number === '') !== (decisionOn === null)) throw badInput('input.decisionNumber', 'inspection.decision');
  return { decisionNumber: number === '' ? null : number, decisionOn };
}

const ACCOUNT = /^[1-9]\d{0,8}$/;

function teamIn({ members, lead }: PlanGiven): { memberIds: number[]; leadAccountId: number } {
  const wrong = members.findIndex((id) => !ACCOUNT.test(id));
  if (wrong >= 0) throw badInput(`input.members.${wrong}`, 'inspection.memberUnfit');
  const memberIds = [...new Set(members.map(Number))];
  if (!members.includes(lead)) throw badInput('input.lead', 'inspection.leadOfTeam');
  return { memberIds, leadAccountId: Number(lead) };
}

/** The units that are inspected: each there today, below the one that leads, within reach of the caller. */
async function unitsIn(ctx: Context, { units }: PlanGiven, leadUnitId: number): Promise<number[]> {
  if (units.length === 0) throw badInput('input.units', 'inspection.noUnits');
  if (units.length > MOST_UNITS) throw badInput('input.units', 'input.tooMany', { most: MOST_UNITS });
  const tree = await unitTree(ctx, today(ctx));
  const ids: number[] = [];
  for (const [at, code] of units.entries()) {
    const path = `input.units.${at}`;
    const found = await findUnit(ctx, code);
    if (!found) throw badInput(path, 'unit.unknown', { code });
    const { unitId } = found.version;
    if (!tree.byId(unitId)) throw badInput(path, 'inspection.ended', { code });
    if (unitId === leadUnitId || !tree.isWithin(unitId, leadUnitId))
      throw badInput(path, 'inspection.notBelow', { code });
    await need(ctx, 'inspection.lead', [unitId]);
    ids.push(unitId);
  }
  return [...new Set(ids)];
}

import type { FindingSides } from '@chi-tieu/shared/domain/inspection/states';
import type { ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, conflict, notFound, type AppError } from '../../app/errors.ts';
import { forbidden, reached, spokenFor } from '../accounts/reach.service.ts';
import { inspectionsById, lockInspection, type InspectionRow } from './inspections.queries.ts';

type Led = Pick<InspectionRow, 'leadUnitId' | 'memberIds' | 'announcedOn'>;

/** What somebody may do about inspections, today. */
export interface Hands {
  /** They lead it: for the unit in whose name it is held. */
  leads(row: Pick<InspectionRow, 'leadUnitId'>): boolean;
  /** What they are to one unit of it. */
  sidesOf(row: Led, unitId: number): FindingSides;
}

/** On which sides the caller is; asked once a request. */
export function handsOfCaller(ctx: Context): Promise<Hands> {
  return ctx.once('inspection hands', async () => {
    await reached(ctx, 'inspection.read');
    const [led, works] = [await reached(ctx, 'inspection.lead'), await reached(ctx, 'inspection.work')];
    const speaks = await spokenFor(ctx);
    const isOf = (units: ReachedUnits, id: number): boolean => units === 'ALL' || units.has(id);
    const me = ctx.account?.id ?? 0;
    const leads: Hands['leads'] = ({ leadUnitId }) => isOf(led, leadUnitId);
    const sidesOf: Hands['sidesOf'] = (row, unitId) => {
      const speaksForIt = speaks !== 'ALL' && speaks.has(unitId);
      // The plan's list of names alone is nothing: as the wall does it, whoever lost the right or came to speak for the unit is out.
      const isOfTeam = row.memberIds.includes(me) && isOf(works, unitId) && !speaksForIt;
      return { inspects: leads(row) || isOfTeam, answers: row.announcedOn !== null && speaksForIt };
    };
    return { leads, sidesOf };
  });
}

export function isRowId(id: string): boolean {
  return /^[1-9]\d{0,17}$/.test(id);
}

/** An inspection that is about to be changed, within sight: FORBIDDEN where it is not, to who sees everything NOT_FOUND. */
export async function seenInspection(ctx: Context, id: string): Promise<InspectionRow> {
  await handsOfCaller(ctx);
  const row = isRowId(id) ? (await inspectionsById(ctx.read, ctx.provinceId, [id]))[0] : undefined;
  if (!row) throw await unseen(ctx);
  return row;
}

/** Why something of an inspection is not there for the caller. */
export async function unseen(ctx: Context): Promise<AppError> {
  const all = await reached(ctx, 'inspection.read');
  return all === 'ALL' ? notFound('inspection.unknown') : forbidden('inspection.read');
}

/** FORBIDDEN for who does not lead the inspection. */
export async function needToLead(ctx: Context, row: InspectionRow): Promise<void> {
  if (!(await handsOfCaller(ctx)).leads(row)) throw forbidden('inspection.lead');
}

/** FORBIDDEN for who does not inspect this unit of it; a unit that is none of it is none for anybody. */
export async function needToInspect(ctx: Context, row: InspectionRow, unitId: number): Promise<void> {
  const { inspects, answers } = (await handsOfCaller(ctx)).sidesOf(row, unitId);
  if (!inspects || answers) throw forbidden('inspection.work');
  if (!row.unitIds.includes(unitId)) throw badInput('unit', 'inspection.notOfIt');
}

/** The inspection, held while work is done on it, in the state that this needs; else CONFLICT. */
export async function heldForWork(tx: Writer, provinceId: number, id: string): Promise<InspectionRow> {
  const row = await lockInspection(tx, provinceId, id);
  if (!row) throw notFound('inspection.unknown');
  if (row.state !== 'UNDER_WAY') throw conflict('inspection.notUnderWay', {}, { facts: { version: row.version } });
  return row;
}

import {
  earliestStep,
  possibleActs,
  type IncidentAct,
  type IncidentLevel,
} from '@chi-tieu/shared/domain/connected/incidents';
import { formatInstant } from '@chi-tieu/shared/domain/vietnamese-format';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { reached } from '../../accounts/reach.service.ts';
import { checkSaid, checkSaidIfAny, checkSaidLine } from '../../plans/talk/said.service.ts';
import { holdSystem, isRowId, systemToReport } from '../systems.service.ts';
import {
  insertIncident,
  insertIncidentStep,
  lockIncident,
  stepsOfIncidents,
  storeIncident,
  systemIdOfIncident,
  type IncidentRow,
} from './incidents.queries.ts';

/** What happened, as somebody records it. */
export interface IncidentDraft {
  system: string;
  level: IncidentLevel;
  text: string;
  happenedAt: Date | null;
  noticedAt: Date;
  measures: string | null;
}

const LONGEST_RECEIVER = 300;
const MINUTE_MS = 60_000;
const OLDEST = new Date('2000-01-01T00:00:00Z');

/** Records an incident of a system; gives the system's id. */
export async function recordIncident(ctx: Context, draft: IncidentDraft): Promise<string> {
  const system = await systemToReport(ctx, draft.system);
  const body = checkSaid('input.text', draft.text);
  const measures = checkSaidIfAny('input.measures', draft.measures);
  const { level, noticedAt, happenedAt } = draft;
  if (noticedAt > ctx.app.now() || noticedAt < OLDEST) throw badInput('input.noticedAt', 'system.incidentTime');
  if (happenedAt !== null && (happenedAt > noticedAt || happenedAt < OLDEST))
    throw badInput('input.happenedAt', 'system.incidentOrder');
  return ctx.write('recordIncident', async (tx) => {
    await holdSystem(tx, ctx.provinceId, system.id);
    const incident = { systemId: system.id, level, body, happenedAt, noticedAt };
    const id = await insertIncident(tx, ctx.provinceId, incident);
    const step = { toldTo: null, level: null, at: noticedAt };
    await insertIncidentStep(tx, ctx.provinceId, id, { ...step, act: 'RECORDED', body: null });
    if (measures !== null)
      await insertIncidentStep(tx, ctx.provinceId, id, { ...step, act: 'MEASURE', body: measures, at: ctx.app.now() });
    tx.audit({
      what: 'INCIDENT_RECORDED',
      about: { kind: 'CONNECTED_SYSTEM', id: system.id },
      unitId: system.unitId ?? ctx.provinceId,
      after: { incident: id, level, noticedAt: noticedAt.toISOString() },
    });
    return String(system.id);
  });
}

/** What is done about an incident. */
export interface IncidentStepGiven {
  incident: string;
  act: IncidentAct;
  text: string | null;
  toldTo: string | null;
  at: Date | null;
  level: IncidentLevel | null;
  expectedVersion: number;
}

/** Takes a step about an incident; gives the system's id. */
export async function stepIncident(ctx: Context, given: IncidentStepGiven): Promise<string> {
  const system = await systemToReport(ctx, await systemOfIncident(ctx, given.incident));
  const step = stepIn(ctx, given);
  return ctx.write('recordIncident', async (tx) => {
    const incident = await lockIncident(tx, ctx.provinceId, given.incident);
    if (!incident) throw notFound('system.noIncident');
    if (incident.version !== given.expectedVersion)
      throw conflict('system.changed', {}, { facts: { version: incident.version } });
    // Of a system that was taken away is said how things ended: nothing of it is opened again.
    if (given.act === 'REOPENED') await holdSystem(tx, ctx.provinceId, system.id);
    if (!possibleActs(incident.state, incident.reportedAt !== null).includes(given.act))
      throw badInput('input.act', 'system.incidentAct');
    const done = await stepsOfIncidents(tx, ctx.provinceId, [incident.id]);
    step.at = notBefore(step.at, earliestStep(given.act, done) ?? incident.noticedAt);
    if (given.act === 'LEVEL_CHANGED' && step.level === incident.level)
      throw badInput('input.level', 'system.sameLevel');
    await insertIncidentStep(tx, ctx.provinceId, incident.id, step);
    await storeIncident(tx, incident.id, standingAfter(incident, step));
    tx.audit({
      what: `INCIDENT_${given.act as Exclude<IncidentAct, 'RECORDED'>}`,
      about: { kind: 'CONNECTED_SYSTEM', id: system.id },
      unitId: system.unitId ?? ctx.provinceId,
      after: { incident: incident.id, ...(step.level && { level: step.level }) },
    });
    return String(system.id);
  });
}

/** The moment of a step that may not lie before another one; people say the minute alone, so that within it the other one's counts. */
function notBefore(at: Date, earliest: Date): Date {
  if (at >= earliest) return at;
  const minute = (of: Date): number => Math.floor(of.getTime() / MINUTE_MS);
  if (minute(at) < minute(earliest)) throw badInput('input.at', 'system.stepTime', { at: formatInstant(earliest) });
  return earliest;
}

type StepKept = Parameters<typeof insertIncidentStep>[3];

function stepIn(ctx: Context, { act, text, toldTo, at, level }: IncidentStepGiven): StepKept {
  const now = ctx.app.now();
  const isReport = act === 'REPORTED';
  // To whom it was told says all there is to say of that.
  const body = isReport ? checkSaidIfAny('input.text', text) : checkSaid('input.text', text ?? '');
  const receiver = isReport ? checkSaidLine('input.toldTo', toldTo ?? '', LONGEST_RECEIVER) : null;
  if (act === 'LEVEL_CHANGED' && level === null) throw badInput('input.level', 'system.sameLevel');
  const when = at ?? now;
  if (when > now) throw badInput('input.at', 'system.stepAhead');
  return { act, body, toldTo: receiver, level: act === 'LEVEL_CHANGED' ? level : null, at: when };
}

function standingAfter(incident: IncidentRow, { act, level, at }: StepKept) {
  const { state, reportedAt, closedAt } = incident;
  const stands = { level: level ?? incident.level, state, reportedAt, closedAt };
  if (act === 'CLOSED') return { ...stands, state: 'CLOSED' as const, closedAt: at };
  if (act === 'REOPENED') return { ...stands, state: 'OPEN' as const, closedAt: null };
  // The first time that it was told of is what is held against the deadline.
  if (act === 'REPORTED') return { ...stands, reportedAt: reportedAt !== null && reportedAt < at ? reportedAt : at };
  return stands;
}

async function systemOfIncident(ctx: Context, id: string): Promise<string> {
  await reached(ctx, 'connected.report');
  return isRowId(id) ? String((await systemIdOfIncident(ctx.read, ctx.provinceId, id)) ?? '') : '';
}

import { SYSTEM_KINDS, type SystemKind } from '@chi-tieu/shared/domain/connected/checks';
import { tidySaid, withoutUnseen } from '@chi-tieu/shared/domain/said-text';
import { formatInstant } from '@chi-tieu/shared/domain/vietnamese-format';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, badInputs, conflict, type FieldProblem } from '../../app/errors.ts';
import { findSource } from '../dossiers/sources/sources.service.ts';
import { problemTextOfSaid } from '../plans/talk/said.service.ts';
import { today, unitInInput } from '../units/units.service.ts';
import { LONGEST_ADDRESS, problemOfAddress } from './addresses.ts';
import { wakeChecks } from './checking/check-worker.ts';
import { unsettledIncidents } from './incidents/incidents.queries.ts';
import { downAt, endFound } from './outages/outages.queries.ts';
import { lockVersion, sourcesOf, systemById } from './systems.service.ts';
import {
  endSystem,
  insertSystem,
  makeDue,
  replaceSources,
  updateSystem,
  type SystemFacts,
  type SystemRow,
} from './systems.queries.ts';

/** What one tells of a system to be kept. */
export interface SystemDraft {
  id: string | null;
  name: string;
  kind: SystemKind;
  unit: string | null;
  securityLevel: number | null;
  address: string | null;
  checked: boolean;
  everyMinutes: number;
  expectedStatus: number;
  sources: readonly string[];
  expectedVersion: number;
}

const LONGEST_NAME = 200;
const MOST_SOURCES = 50;
const TURNS = { least: 1, most: 1440 };
/** What comes before 200 is no answer yet. */
const STATUS = { least: 200, most: 599 };

/** Keeps a system, new or changed; gives its id. Who may is asked before: for the province alone. */
export async function saveSystem(ctx: Context, draft: SystemDraft): Promise<string> {
  const unitId = draft.unit === null ? null : await unitThatRuns(ctx, draft.unit);
  const facts = { ...factsIn(ctx, draft), unitId };
  const known = draft.id === null ? null : await systemById(ctx, draft.id);
  const before = known === null ? [] : (await sourcesOf(ctx, known.id)).map(({ id }) => id);
  const sources = await sourcesIn(ctx, draft.sources, before);
  const id = await ctx.write('keepSystems', async (tx) => {
    const stored = draft.id === null ? null : await lockVersion(tx, ctx.provinceId, draft.id, draft.expectedVersion);
    const number = stored ? stored.id : await insertSystem(tx, ctx.provinceId, facts);
    const now = ctx.app.now();
    if (stored) await change(tx, ctx, stored, facts, now);
    else if (facts.checked) await makeDue(tx, number, now);
    await replaceSources(tx, ctx.provinceId, number, sources);
    tx.audit({
      what: 'SYSTEM_SAVED',
      about: { kind: 'CONNECTED_SYSTEM', id: number },
      unitId: facts.unitId ?? ctx.provinceId,
      ...(stored && { before: audited(stored, before) }),
      after: audited(facts, sources),
    });
    return String(number);
  });
  wakeChecks(ctx.app);
  return id;
}

/** A unit that there is today: who has ended runs nothing any more. */
async function unitThatRuns(ctx: Context, code: string): Promise<number> {
  const { version } = await unitInInput(ctx, 'input.unit', code);
  const day = today(ctx);
  if (version.to !== null && version.to < day) throw badInput('input.unit', 'unit.gone', { day });
  return version.unitId;
}

async function change(tx: Writer, ctx: Context, stored: SystemRow, facts: SystemFacts, now: Date): Promise<void> {
  const isOther = stored.address !== facts.address || stored.expectedStatus !== facts.expectedStatus;
  const isOff = stored.checked && !facts.checked;
  // Nobody looks there any more: what was found is known to have lasted until it was seen last.
  if (isOther || isOff) await endFound(tx, ctx.provinceId, stored.id, stored.lastAt ?? now);
  const isSooner = isOther || !stored.checked || facts.everyMinutes !== stored.everyMinutes;
  const dueAt = !facts.checked ? null : isSooner ? now : stored.nextCheckAt;
  await updateSystem(tx, stored.id, facts, { forgets: isOther, dueAt });
}

/** Of an address the trail tells the host alone: what follows may be long. */
function audited(facts: SystemFacts, sources: readonly number[]): Record<string, string | number | boolean | null> {
  const { name, kind, securityLevel, checked, everyMinutes, expectedStatus, address } = facts;
  const host = address === null ? null : new URL(address).host;
  return { name, kind, securityLevel, host, checked, everyMinutes, expectedStatus, sources: sources.length };
}

function factsIn(ctx: Context, draft: SystemDraft): Omit<SystemFacts, 'unitId'> {
  const name = withoutUnseen(tidySaid(draft.name)).replace(/\s+/g, ' ').trim();
  const address = draft.address?.trim() || null;
  const { kind, securityLevel, checked, everyMinutes, expectedStatus } = draft;
  const problems: FieldProblem[] = [];
  const tell = (field: string, text: FieldProblem['text'], params: Record<string, number | string> = {}): void => {
    problems.push({ path: `input.${field}`, text, params });
  };
  const said = name.length > LONGEST_NAME ? null : problemTextOfSaid(name);
  if (name === '' || name.length > LONGEST_NAME) tell('name', 'system.nameLength', { most: LONGEST_NAME });
  else if (said !== null) tell('name', said);
  if (!SYSTEM_KINDS.includes(kind)) tell('kind', 'system.kind');
  if (securityLevel !== null && (securityLevel < 1 || securityLevel > 5)) tell('securityLevel', 'system.level');
  if (everyMinutes < TURNS.least || everyMinutes > TURNS.most) tell('everyMinutes', 'system.turn', TURNS);
  if (expectedStatus < STATUS.least || expectedStatus > STATUS.most) tell('expectedStatus', 'system.status', STATUS);
  if (checked && address === null) tell('address', 'system.noAddress');
  const problem = address === null ? null : problemOfAddress(address, ctx.app.config.checkPrivateHosts);
  if (problem !== null) tell('address', problem, { most: LONGEST_ADDRESS });
  if (problems.length > 0) throw badInputs(problems);
  return { name, kind, securityLevel, address, checked, everyMinutes, expectedStatus };
}

/** Sources by their ids, those within the caller's reach and those that are kept already. */
async function sourcesIn(ctx: Context, given: readonly string[], before: readonly number[]): Promise<number[]> {
  if (given.length > MOST_SOURCES) throw badInput('input.sources', 'system.sources', { most: MOST_SOURCES });
  const found: number[] = [];
  for (const [n, id] of given.entries()) {
    const kept = before.find((one) => String(one) === id);
    const source = kept ?? (await findSource(ctx, id))?.id;
    if (source === undefined) throw badInput(`input.sources.${n}`, 'dossierSource.unknown');
    found.push(source);
  }
  return [...new Set(found)];
}

/** Takes a system away: nobody looks at it any more, and what was written of it stays to be read. Nothing that is still open may be hidden so. */
export async function removeSystem(ctx: Context, id: string, expectedVersion: number): Promise<void> {
  await ctx.write('keepSystems', async (tx) => {
    const system = await lockVersion(tx, ctx.provinceId, id, expectedVersion);
    await needNothingOpen(tx, ctx, system.id);
    await endSystem(tx, system.id, ctx.app.now());
    tx.audit({
      what: 'SYSTEM_REMOVED',
      about: { kind: 'CONNECTED_SYSTEM', id: system.id },
      unitId: system.unitId ?? ctx.provinceId,
      before: audited(system, []),
    });
  });
}

async function needNothingOpen(tx: Writer, ctx: Context, id: number): Promise<void> {
  const incidents = (await unsettledIncidents(tx, ctx.provinceId)).filter(
    ({ systemId, state }) => systemId === id && state === 'OPEN',
  );
  const outages = await downAt(tx, ctx.provinceId, id, ctx.app.now());
  const told = {
    incidents: incidents.map(({ noticedAt }) => formatInstant(noticedAt)).join(', '),
    outages: outages.map(formatInstant).join(', '),
  };
  if (incidents.length > 0 && outages.length > 0) throw conflict('system.stillBoth', told);
  if (incidents.length > 0) throw conflict('system.stillOpen', told);
  if (outages.length > 0) throw conflict('system.stillDown', told);
}

/** Has a system looked at as soon as the process comes to it. */
export async function lookSoon(ctx: Context, id: string): Promise<void> {
  const known = await systemById(ctx, id);
  await ctx.write('keepSystems', async (tx) => {
    const system = await lockVersion(tx, ctx.provinceId, id, known?.version ?? 0);
    if (!system.checked) throw badInput('id', 'system.notChecked');
    await makeDue(tx, system.id, ctx.app.now());
    tx.audit({
      what: 'SYSTEM_LOOKED_AT',
      about: { kind: 'CONNECTED_SYSTEM', id: system.id },
      unitId: system.unitId ?? ctx.provinceId,
    });
  });
  wakeChecks(ctx.app);
}

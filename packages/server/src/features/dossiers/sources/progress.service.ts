import { randomUUID } from 'node:crypto';
import type { Within } from '@chi-tieu/shared/domain/access/reach';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { aliasKey } from '@chi-tieu/shared/domain/organisation';
import { afterProgress, readProgressRow, type Progress, type ProgressStep } from '@chi-tieu/shared/domain/progress';
import type { RawRow } from '../../../app/body/read-rows.ts';
import { write, type Writer } from '../../../app/database.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { insertBatch } from '../ingest/batches.queries.ts';
import type { IngestOptions, Receipt } from '../ingest/ingest.service.ts';
import type { BadRow } from '../ingest/quarantine.queries.ts';
import { takenFor } from '../identity/taken-rows.queries.ts';
import { mappingOf, type SourceMapping } from './mapping.ts';
import {
  countWaitingReports,
  dossiersReported,
  keepWaiting,
  unitsOfOrganisations,
  writeProgress,
  type ReportedDossier,
  type WaitingReport,
} from './progress.queries.ts';
import { keepSaid } from './said-progress.queries.ts';
import { keepProgress } from './waiting.queries.ts';

/** So many reports of one source wait for their dossiers; what comes beyond is refused row by row. */
export const MOST_WAITING = { ofOneSource: 200_000 };

/** What became of a body of reports: `waiting` are part of `unchanged`. */
export interface ProgressReceipt extends Receipt {
  waiting: number;
}

export interface ProgressOptions extends Omit<IngestOptions, 'kind' | 'sourceId'> {
  source: { id: number; nineIsFinished: boolean };
  now: Date;
}

const MOST_TOLD = 1_000;

/**
 * Takes reports of progress in as one batch: what they name changes at dossiers that are known, unless it is older than what
 * stands; of dossiers that nobody sent yet they wait. Bad reports are told and not kept: nobody could mend them.
 */
export async function ingestProgress(
  options: ProgressOptions,
  rows: AsyncIterable<RawRow[]>,
): Promise<ProgressReceipt> {
  const { db, accountId, actor, signal, dryRun = false } = options;
  const about = { purpose: 'ingest PROGRESS', accountId, dryRun, ...(actor && { actor }), ...(signal && { signal }) };
  return write(db, { ...about, sight: EVERYTHING }, async (tx) => {
    const read = await readReports(rows, await mappingOf(tx, options.source.id), options.now);
    await lockDossiers(tx);
    const within = options.askAgain ? await options.askAgain() : options.within;
    return settle(tx, options, within, read);
  });
}

interface Reports {
  steps: (ProgressStep & { row: number })[];
  problems: BadRow[];
  received: number;
}

async function readReports(rows: AsyncIterable<RawRow[]>, mapping: SourceMapping | null, now: Date): Promise<Reports> {
  const read: Reports = { steps: [], problems: [], received: 0 };
  for await (const some of rows)
    for (const row of some) {
      read.received += 1;
      const raw = 'raw' in row ? row.raw : null;
      const found = readProgressRow(mapping?.map(raw)?.raw ?? raw, now);
      if (found.ok) read.steps.push({ ...found.step, row: row.row });
      else read.problems.push({ row: row.row, code: found.code, field: found.field, problem: found.problem });
    }
  return read;
}

async function settle(
  tx: Writer,
  options: ProgressOptions,
  within: Within,
  { steps: sent, problems, received }: Reports,
): Promise<ProgressReceipt> {
  const { provinceId, source } = options;
  const batch = randomUUID();
  const sentKeys = [...new Set(sent.map(({ codeKey }) => codeKey))];
  const others = await takenFor(tx, provinceId, source.id, sentKeys);
  const steps = sent.map((step) => ({
    ...step,
    sentKey: step.codeKey,
    codeKey: others.get(step.codeKey) ?? step.codeKey,
  }));
  const keys = [...new Set(steps.map(({ codeKey }) => codeKey))];
  const known = new Map((await dossiersReported(tx, provinceId, source.id, keys)).map((one) => [one.codeKey, one]));
  const unknown = steps.filter(({ codeKey }) => !known.has(codeKey));
  const beyond = steps.filter(({ codeKey }) => isBeyond(within, known.get(codeKey)?.unitId));
  const changed = standings([...known.values()], steps, source, within);
  const updated = await writeProgress(tx, provinceId, batch, changed.filter(isAnother));
  await keepProgress(tx, provinceId, changed);
  await keepSaid(tx, provinceId, { sourceId: source.id, batchId: batch }, takenOf(steps, known, within));
  const kept = await wait(tx, { provinceId, sourceId: source.id, batchId: batch }, within, unknown);
  const all = [...problems, ...kept.problems, ...beyond.map(asBeyond)].sort((a, b) => a.row - b.row);
  const outcome = { received, created: 0, updated, rejected: all.length, unchanged: received - updated - all.length };
  const { name, mediaType, bytes = () => 0 } = options;
  const header = { id: batch, kind: 'PROGRESS', name, mediaType, bytes: bytes(), made: false } as const;
  const of = { sentFor: within?.place ?? null, sourceId: source.id, waiting: kept.waiting };
  await insertBatch(tx, provinceId, { ...header, ...of }, outcome);
  return { batch, ...outcome, waiting: kept.waiting, problems: all.slice(0, MOST_TOLD) };
}

/** Those that are about dossiers that are known and that the source may speak of, with their units. */
function takenOf<S extends ProgressStep>(
  steps: readonly S[],
  known: ReadonlyMap<string, ReportedDossier>,
  within: Within,
) {
  return steps.flatMap((step) => {
    const unitId = known.get(step.codeKey)?.unitId;
    return unitId === undefined || isBeyond(within, unitId) ? [] : [{ ...step, unitId }];
  });
}

type Standing = Progress & { id: string; codeKey: string; sourceId: number; before: ReportedDossier };

/** What reports make of the dossiers that they may change. */
function standings(
  dossiers: readonly ReportedDossier[],
  steps: readonly ProgressStep[],
  source: { id: number; nineIsFinished: boolean },
  within: Within,
): Standing[] {
  const byCode = groupBy(steps, ({ codeKey }) => codeKey);
  return dossiers
    .filter(({ isOutranked, unitId }) => !isOutranked && !isBeyond(within, unitId))
    .map((before) => {
      const { id, codeKey } = before;
      return { ...afterProgress(before, byCode.get(codeKey) ?? [], source), id, codeKey, sourceId: source.id, before };
    })
    .filter(({ progressAt, before }) => progressAt?.getTime() !== before.progressAt?.getTime());
}

/** Whether more than the moment of the newest report is another one. */
function isAnother({ before, ...after }: Standing): boolean {
  const same = (name: 'dueAt' | 'finishedAt' | 'returnedAt') => after[name]?.getTime() === before[name]?.getTime();
  return after.status !== before.status || !same('dueAt') || !same('finishedAt') || !same('returnedAt');
}

/** Keeps what waits; what the source may not send, or what is too much, is told as bad. */
async function wait(
  tx: Writer,
  of: { provinceId: number; sourceId: number; batchId: string },
  within: Within,
  steps: readonly (ProgressStep & { row: number })[],
): Promise<{ waiting: number; problems: BadRow[] }> {
  if (steps.length === 0) return { waiting: 0, problems: [] };
  const organisations = [...new Set(steps.map(({ organisation }) => organisation))];
  const units = await unitsOfOrganisations(tx, of.provinceId, of.sourceId, organisations);
  const room = MOST_WAITING.ofOneSource - (await countWaitingReports(tx, of.provinceId, of.sourceId));
  const problems: BadRow[] = [];
  const reports: WaitingReport[] = [];
  for (const { row, ...step } of steps) {
    const unitId = units.get(aliasKey(step.organisation)) ?? null;
    if (unitId !== null && isBeyond(within, unitId)) problems.push(asBeyond({ ...step, row }));
    else if (reports.length >= room) problems.push({ row, code: step.code, field: 'MaHoSo', problem: 'TOO_MANY_WAIT' });
    else reports.push({ ...step, unitId });
  }
  await keepWaiting(tx, of.provinceId, of, reports);
  return { waiting: reports.length, problems };
}

function isBeyond(within: Within, unitId: number | undefined): boolean {
  return within !== null && unitId !== undefined && !within.units.includes(unitId);
}

function asBeyond({ row, code }: { row: number; code: string }): BadRow {
  return { row, code, field: 'MaHoSo', problem: 'BEYOND_REACH' };
}

import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { nothingStandsOn } from '@chi-tieu/shared/domain/undo';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { AppError, conflict, notFound } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { causeOf } from '../rates/causes.types.ts';
import { followDraft } from './drafts.service.ts';
import {
  forceChanges,
  insertForceChanges,
  isAboutForce,
  withdrawForceChanges,
  type ForceChangeRow,
} from './force.queries.ts';
import { leaning, linesOfStep, sayLinesAgain, withdrawLines, type StepLine } from './lines.queries.ts';
import { rebuildEntries } from './list-entries.service.ts';
import { rebuildPeriods } from './periods.service.ts';
import {
  isStepId,
  markUndone,
  proceduresOfStep,
  recordStep,
  revisionsOf,
  stepById,
  type StepRow,
} from './steps.queries.ts';
import { stoodAt } from './stand.ts';
import { movedByStep, moveDaysBack } from './undo-days.service.ts';
import { insertTexts, supersedeTexts, textsOf, type TextRow } from './texts.queries.ts';

const MOST_NAMED = 20;

/** A procedure that a step touched, and the version that it made of it. */
type Touched = Awaited<ReturnType<typeof proceduresOfStep>>[number];

/**
 * Takes a step of the catalogue back as a step of its own: procedures read as before it, lines are taken back or said again, entries,
 * periods and figures follow, decisions whose days it moved have them back, and a draft that it published is there again. CONFLICT where it was undone already, where something later stands on it, or where
 * dossiers, lists or decisions name a procedure that it made. An undoing can be undone.
 */
export async function undoStep(ctx: Context, id: string): Promise<StepRow> {
  const found = isStepId(id) ? await stepById(ctx.read, ctx.provinceId, id) : null;
  if (!found) throw notFound('step.unknown', {});
  const moment = await ctx.write(
    'undoStep',
    async (tx) => {
      await lockDossiers(tx);
      await undo(tx, ctx.provinceId, id);
      return tx.moment;
    },
    { books: true },
  );
  const undone = await stepById(ctx.read, ctx.provinceId, moment);
  if (!undone) throw new Error('a step that was made is gone');
  return undone;
}

async function undo(tx: Writer, provinceId: number, id: string): Promise<void> {
  const step = await stepById(tx, provinceId, id);
  if (!step || step.undoneBy !== null) throw conflict('step.undone', {});
  const touched = await proceduresOfStep(tx, id);
  await refuseWhereLaterStands(tx, touched);
  const lines = await linesOfStep(tx, id);
  const taken = lines.filter(({ isSaid }) => isSaid);
  if (taken.some(({ isLiving }) => !isLiving)) throw conflict('step.later', { codes: '…' });
  const again = lines.filter(({ isSaid, isLiving }) => !isSaid && !isLiving);
  const procedureIds = touched.map(({ procedureId }) => procedureId);
  const days = await movedByStep(tx, provinceId, id);
  const named = lines.map(({ procedureId }) => procedureId);
  const all = [...new Set([...procedureIds, ...named, ...days.procedureIds])];
  const cause = causeOf({ lists: lines.length > 0 || days.lists, force: await isAboutForce(tx, id) });
  await bookCatalogueChange(tx, provinceId, cause, all, async () => {
    const facts = { undone: step.kind, ...step.facts };
    await recordStep(tx, provinceId, tx.moment, {
      kind: 'UNDONE',
      facts,
      procedureIds,
      lines: lines.length,
      undoes: id,
    });
    await markUndone(tx, id, tx.moment);
    if (step.undoes !== null) await markUndone(tx, step.undoes, null);
    await withdrawLines(
      tx,
      tx.moment,
      taken.map(({ sequence }) => sequence),
    );
    await sayLinesAgain(
      tx,
      tx.moment,
      again.map((line) => line.id),
    );
    // Lines first: a procedure that the step made may be named by the step's own.
    await undoForce(tx, provinceId, touched);
    await undoTexts(tx, provinceId, touched);
    await rebuildLists(tx, provinceId, lines);
    await moveDaysBack(tx, provinceId, days);
    await followDraft(tx, provinceId, id);
  });
  for (const { code, version } of touched)
    tx.audit({
      what: 'PROCEDURE_UNDONE',
      about: { kind: 'PROCEDURE', id: code },
      unitId: provinceId,
      after: { version: version + 1 },
    });
}

/** Each procedure has to be as the step left it, but for what was undone since. */
async function refuseWhereLaterStands(tx: Writer, touched: Touched[]): Promise<void> {
  const made = new Map(touched.map(({ procedureId, version }) => [procedureId, version]));
  const revisions = groupBy(await revisionsOf(tx, [...made.keys()]), ({ procedureId }) => procedureId);
  const blocked = touched.filter(({ procedureId, version }) => {
    const later = (revisions.get(procedureId) ?? []).filter((revision) => revision.version > version);
    return !nothingStandsOn(later.map(({ stepId, undoes }) => ({ id: stepId, undoes })));
  });
  if (blocked.length === 0) return;
  const named = blocked.slice(0, MOST_NAMED).map(({ code }) => code);
  throw conflict('step.later', { codes: named.join(', ') + (blocked.length > MOST_NAMED ? '…' : '') });
}

/** Has procedures read as before the step. */
async function undoTexts(tx: Writer, provinceId: number, touched: Touched[]): Promise<void> {
  const all = groupBy(
    await textsOf(
      tx,
      touched.map(({ procedureId }) => procedureId),
      'ALL',
    ),
    (row) => row.procedureId,
  );
  const [gone, back]: [TextRow[], (TextRow & { code: string })[]] = [[], []];
  const emptied: number[] = [];
  for (const { procedureId, code, version } of touched) {
    const mine = all.get(procedureId) ?? [];
    const before = mine.filter((row) => stoodAt(row, version - 1));
    if (before.length === 0 && mine.some(({ until }) => until === null)) emptied.push(procedureId);
    gone.push(...mine.filter((row) => row.until === null && !before.includes(row)));
    back.push(...before.filter(({ until }) => until !== null).map((row) => ({ ...row, code })));
  }
  await refuseWhereNamed(tx, emptied);
  await supersedeTexts(
    tx,
    tx.moment,
    gone.map(({ id }) => id),
  );
  await insertTexts(tx, provinceId, tx.moment, back);
}

async function refuseWhereNamed(tx: Writer, ids: number[]): Promise<void> {
  for (const { code, dossiers, lines } of await leaning(tx, ids)) {
    if (dossiers > 0) throw conflict('step.dossiers', { code, count: dossiers });
    if (lines > 0) throw conflict('step.listed', { code });
  }
}

/** Has of procedures said what was said before the step, from the days of then; what is said again keeps its place. */
async function undoForce(tx: Writer, provinceId: number, touched: Touched[]): Promise<void> {
  const ids = touched.map(({ procedureId }) => procedureId);
  const all = groupBy(await forceChanges(tx, ids, 'ALL'), (row) => row.procedureId);
  const [gone, back]: [number[], Parameters<typeof insertForceChanges>[3]] = [[], []];
  for (const { procedureId, version } of touched) {
    const mine = all.get(procedureId) ?? [];
    const living = mine.filter(({ until }) => until === null);
    const before = mine.filter((row) => stoodAt(row, version - 1));
    const [are, were] = [new Set(living.map(said)), new Set(before.map(said))];
    gone.push(...living.filter((row) => !were.has(said(row))).map(({ sequence }) => sequence));
    back.push(...before.filter((row) => !are.has(said(row))));
  }
  await withdrawForceChanges(tx, tx.moment, gone);
  await insertForceChanges(tx, provinceId, tx.moment, back);
  const [trouble] = await rebuildPeriods(tx, provinceId, ids);
  if (trouble) throw new AppError('CONFLICT', 'step.later', { codes: touched[0]?.code ?? '' });
}

/** A line with the day from which it holds: one that was moved keeps its place. */
const said = ({ sequence, from }: ForceChangeRow): string => `${sequence} ${from}`;

async function rebuildLists(tx: Writer, provinceId: number, lines: StepLine[]): Promise<void> {
  for (const [listId, mine] of groupBy(lines, (line) => line.listId))
    await rebuildEntries(tx, provinceId, listId, [...new Set(mine.map(({ procedureId }) => procedureId))], {
      lines: new Map(),
      dayPath: 'id',
    });
}

import type { Day } from '@chi-tieu/shared/domain/days';
import { periodsFromChanges, shownPeriod, type ForceAction } from '@chi-tieu/shared/domain/force';
import { changedFields, textOn, type ProcedureText, type TextField } from '@chi-tieu/shared/domain/procedure-text';
import type { Context } from '../../app/context.ts';
import { notFound } from '../../app/errors.ts';
import { today } from '../units/units.service.ts';
import { forceChanges, type ForceChangeRow } from './force.queries.ts';
import { saveProcedures } from './procedures.service.ts';
import type { ProcedureRow } from './catalogue.queries.ts';
import { revisionsOf, stepAuthors, type RevisionRow } from './steps.queries.ts';
import { stoodAt, textAt } from './stand.ts';
import { textsOf, type TextRow } from './texts.queries.ts';

/** What one version made of one field, in the text that holds from a day on. */
export interface FieldChange {
  field: TextField;
  /** Null: since ever. */
  from: Day | null;
  before: unknown;
  after: unknown;
}

/** A line about its being in force that a version said or took back. */
export interface ForceNews extends Pick<ForceChangeRow, 'from' | 'to' | 'replacedBy' | 'decisionId' | 'locator'> {
  action: ForceAction;
  isTakenBack: boolean;
}

type VersionOf = Pick<RevisionRow, 'procedureId' | 'version'>;

/** All versions of a procedure, the latest first; those of a whole page are fetched at once. */
export async function historyOf(ctx: Context, procedureId: number): Promise<RevisionRow[]> {
  const found = await ofProcedures(ctx, 'revisions', procedureId, (ids) => revisionsOf(ctx.read, ids));
  return found.toReversed();
}

/** Who made a version; null for the server itself. */
export async function authorOf(ctx: Context, { stepId }: Pick<RevisionRow, 'stepId'>): Promise<string | null> {
  const found = await ctx.loadAll('step-authors', { id: stepId }, (steps) =>
    stepAuthors(
      ctx.read,
      steps.map(({ id }) => id),
    ),
  );
  return found[0]?.name ?? null;
}

/** What a version changed, field by field. */
export async function changesIn(ctx: Context, { procedureId, version }: VersionOf): Promise<FieldChange[]> {
  const texts = await ofProcedures(ctx, 'texts of all times', procedureId, (ids) => textsOf(ctx.read, ids, 'ALL'));
  return changesOf(texts, version);
}

/** What a version said, or took back, of its procedure being in force. */
export async function forceIn(ctx: Context, { procedureId, version }: VersionOf): Promise<ForceNews[]> {
  const lines = await ofProcedures(ctx, 'force of all times', procedureId, (ids) => forceChanges(ctx.read, ids, 'ALL'));
  return newsOf(lines, version);
}

/** What belongs to one of many procedures; that of a whole page is fetched at once. */
async function ofProcedures<Row extends { procedureId: number }>(
  ctx: Context,
  name: string,
  procedureId: number,
  fetch: (ids: number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found = await ctx.loadAll(`history ${name}`, { id: String(procedureId) }, async (questions) => {
    const rows = await fetch(questions.map(({ id }) => Number(id)));
    return rows.map((row) => ({ id: String(row.procedureId), row }));
  });
  return found.map(({ row }) => row);
}

/** What a version changed: each text that it recorded, beside what was there on its first day before. */
function changesOf(texts: TextRow[], version: number): FieldChange[] {
  const earlier = texts.filter((row) => stoodAt(row, version - 1));
  return texts
    .filter(({ since }) => since === version)
    .flatMap(({ from, text }) => {
      const before = textOn(earlier, from ?? earlier[0]?.to ?? FIRST_DAY)?.text ?? null;
      return changedFields(before, text)
        .filter((field) => before !== null || !isNothing(text[field]))
        .map((field) => ({ field, from, before: before?.[field] ?? null, after: text[field] }));
    });
}

const FIRST_DAY = '0001-01-01';

function newsOf(lines: ForceChangeRow[], version: number): ForceNews[] {
  return lines
    .filter(({ since, until }) => (since === version) !== (until === version))
    .map(({ action, from, to, replacedBy, decisionId, locator, until }) => {
      return { action, from, to, replacedBy, decisionId, locator, isTakenBack: until === version };
    });
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** The fields in which two versions of a procedure differ, as they read on a day. */
export async function differenceOf(
  ctx: Context,
  { id, code, version: latest }: Pick<ProcedureRow, 'id' | 'code' | 'version'>,
  versions: { from: number; to: number; on: Day | null },
): Promise<FieldChange[]> {
  const day = versions.on ?? today(ctx);
  const texts = await textsOf(ctx.read, [id], 'ALL');
  const [before, after] = [versions.from, versions.to].map((version) => textAt(texts, version, day));
  for (const [version, text] of [
    [versions.from, before],
    [versions.to, after],
  ] as const)
    if (!text || version > latest) throw notFound('procedure.noVersion', { code, version });
  return changedFields(before?.text ?? null, after?.text ?? null).map((field) => {
    return { field, from: after?.from ?? null, before: before?.text[field] ?? null, after: after?.text[field] ?? null };
  });
}

/** What a procedure said in a version, as it read on a day; null where it was not there. */
export async function textOfVersion(
  ctx: Context,
  id: number,
  version: number,
  on: Day | null,
): Promise<ProcedureText | null> {
  const texts = await textsOf(ctx.read, [id], 'ALL');
  return textAt(texts, version, on ?? today(ctx))?.text ?? null;
}

/**
 * Has a procedure read, and be in force, as it did in an earlier version: the text of today and the period that was shown. A step like a
 * saved one, which can be undone. NOT_FOUND for a version in which it was not there.
 */
export async function restoreVersion(
  ctx: Context,
  { id, code, version: latest }: Pick<ProcedureRow, 'id' | 'code' | 'version'>,
  version: number,
  expectedVersion: number | null,
): Promise<ProcedureRow> {
  const day = today(ctx);
  const text = await textOfVersion(ctx, id, version, day);
  if (!text || version > latest) throw notFound('procedure.noVersion', { code, version });
  const lines = (await forceChanges(ctx.read, [id], 'ALL')).filter((line) => stoodAt(line, version));
  const period = shownPeriod(periodsFromChanges(lines).periods, day);
  const draft = { code, ...text, inForceFrom: period?.from ?? null, inForceTo: period?.to ?? null, expectedVersion };
  const [saved] = await saveProcedures(ctx, [draft], { kind: 'RESTORED', facts: { version } });
  if (!saved) throw notFound('procedure.unknown', { code });
  return saved;
}

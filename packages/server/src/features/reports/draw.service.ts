import { createHash, randomUUID } from 'node:crypto';
import { dayInVietnam, type Day } from '@chi-tieu/shared/domain/days';
import { isOver, nameOfDays, type Days } from '@chi-tieu/shared/domain/periods/periods';
import { composeReport } from '@chi-tieu/shared/domain/report/compose';
import { differencesOf } from '@chi-tieu/shared/domain/report/differences';
import {
  PERIODS_OF_REPORTS,
  type ReplacedReport,
  type ReportFacts,
  type ReportKind,
} from '@chi-tieu/shared/domain/report/facts';
import { sentenceFaults, sentenceKey, tableFaults, type ReportFault } from '@chi-tieu/shared/domain/report/template';
import { withoutUnseen } from '@chi-tieu/shared/domain/said-text';
import { canonicalJson, type Json } from '../../app/audit/canonical-json.ts';
import type { Act } from '../../app/audit/acts.ts';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, badInputs, conflict, notFound } from '../../app/errors.ts';
import { referenceOf } from '../../app/reference.ts';
import { needProvince } from '../accounts/reach.service.ts';
import { keepFigures, sealed } from '../figures/figures.service.ts';
import { closingThatStands } from '../figures/periods/periods.service.ts';
import { checkSaid } from '../plans/talk/said.service.ts';
import { allIndicators, indicatorByCode } from '../rates/rates.service.ts';
import { indicatorOf } from '../rates/indicator-of.service.ts';
import { today, unitInInput } from '../units/units.service.ts';
import { gatherFacts, type GatheredFacts } from './facts.service.ts';
import {
  hasReportOfDays,
  insertReport,
  insertReportStep,
  lockReport,
  redrawReport,
  storeWritten,
  type DrawnReport,
  type ReportRow,
} from './reports.queries.ts';
import { replacedBy } from './replaced.service.ts';
import { existingReport } from './reports.service.ts';
import { problemOfFault, templateInUse } from './templates.service.ts';

/** Which report is to be drawn up. */
export interface ReportAskedFor {
  /** Needed where there are several. */
  indicator: string | null;
  kind: ReportKind;
  from: Day;
  to: Day;
  /** As known at which instant; of a closed period its closing's moment goes before it. */
  knownAt: Date | null;
  /** The province's code, or nothing. */
  unit: string | null;
}

/** Nobody handed in a dossier online before. */
const FIRST_DAY: Day = '2000-01-01';

/** Draws up the report of a period that has begun. There is one of each: CONFLICT where it is there already. */
export async function createReport(ctx: Context, asked: ReportAskedFor): Promise<ReportRow> {
  await needProvince(ctx, 'report.draft');
  const { kind, from, to } = asked;
  const days = { from, to };
  if (nameOfDays(days)?.kind !== PERIODS_OF_REPORTS[kind]) throw badInput('input.to', 'report.days');
  if (from < FIRST_DAY) throw badInput('input.from', 'report.early', { from: FIRST_DAY });
  if (from > today(ctx)) throw badInput('input.from', 'report.notBegun', { from });
  // Of a period that is over nothing is official that was known before it was.
  if (asked.knownAt !== null && isOver(days, today(ctx)) && !isOver(days, dayInVietnam(asked.knownAt)))
    throw badInput('input.knownAt', 'report.knownBefore', { to });
  if (asked.unit !== null && (await unitInInput(ctx, 'input.unit', asked.unit)).version.unitId !== ctx.provinceId)
    throw badInput('input.unit', 'report.province');
  const code = asked.indicator ?? (await onlyIndicator(ctx));
  const indicator = await indicatorByCode(ctx, code);
  if (await hasReportOfDays(ctx.read, ctx.provinceId, indicator.id, days)) throw conflict('report.exists');
  const { words: template, version: templateVersion } = await templateInUse(ctx, kind);
  const { drawn, figures } = await drawnUp(
    ctx,
    { code, indicatorId: indicator.id, kind, days, knownAt: asked.knownAt, takesNewFigures: false },
    { template, templateVersion, written: {} },
  );
  const id = randomUUID();
  await ctx.write('drawReport', async (tx) => {
    const own = { replacesId: null, replacesWhy: null, takesNewFigures: false, written: {} };
    await insertReport(tx, ctx.provinceId, { id, kind, indicatorId: indicator.id, ...days, ...own }, drawn);
    await keepFigures(tx, ctx.provinceId, figures);
    await recordStep(tx, ctx, { id, act: 'DRAWN', what: 'REPORT_DRAWN' }, audited(drawn, figures.length));
  });
  return existingReport(ctx, id);
}

/**
 * Draws a draft up anew at another moment, and keeps what that changed. Sentences that were overwritten stay; where none is, the latest words
 * are taken.
 */
export async function redrawReportAnew(ctx: Context, id: string, expectedVersion: number): Promise<ReportRow> {
  await needProvince(ctx, 'report.draft');
  const row = seenAs(await existingReport(ctx, id), expectedVersion);
  const { code } = await indicatorOf(ctx, row.indicatorId);
  const words =
    Object.keys(row.written).length > 0 || row.replacesId !== null
      ? { template: row.template, templateVersion: row.templateVersion }
      : await latestWords(ctx, row.kind);
  const asked = {
    code,
    indicatorId: row.indicatorId,
    kind: row.kind,
    days: { from: row.from, to: row.to },
    knownAt: null,
    takesNewFigures: row.takesNewFigures,
  };
  const { replacesId, replacesWhy, written } = row;
  const old = replacesId === null ? null : await existingReport(ctx, replacesId);
  const { drawn, figures } = await drawnUp(
    ctx,
    asked,
    { ...words, written },
    (facts) => old && replacedBy(old, replacesWhy ?? '', facts),
  );
  const changed = differencesOf(row.facts, drawn.facts);
  await ctx.write('drawReport', async (tx) => {
    await lockedDraft(tx, ctx, id, expectedVersion);
    await redrawReport(tx, id, drawn, changed);
    await keepFigures(tx, ctx.provinceId, figures);
    await recordStep(
      tx,
      ctx,
      { id, act: 'REDRAWN', what: 'REPORT_REDRAWN' },
      { ...audited(drawn, figures.length), changed: changed.length },
    );
  });
  return existingReport(ctx, id);
}

async function latestWords(ctx: Context, kind: ReportKind) {
  const { words: template, version: templateVersion } = await templateInUse(ctx, kind);
  return { template, templateVersion };
}

/** Overwrites a sentence of a draft (null: it is what the template says again). What it may name is what templates may. */
export async function wordReport(
  ctx: Context,
  id: string,
  { sentence, text }: { sentence: string; text: string | null },
  expectedVersion: number,
): Promise<ReportRow> {
  await needProvince(ctx, 'report.draft');
  const row = seenAs(await existingReport(ctx, id), expectedVersion);
  const [section = -1, at = -1] = sentence.split('.').map(Number);
  const template = row.template.sections[section]?.sentences[at];
  if (template === undefined || sentence !== sentenceKey(section, at)) throw badInput('sentence', 'report.sentence');
  const written = text === null ? null : withoutUnseen(checkSaid('text', text));
  const { [sentence]: _before, ...others } = row.written;
  const faults = written === null ? [] : [...sentenceFaults('', written), ...tooManyTables(row, sentence, written)];
  if (faults.length > 0) throw badInputs(faults.map((fault) => problemOfFault(fault, 'text')));
  const after = written === null || written === template ? others : { ...others, [sentence]: written };
  await ctx.write('wordReport', async (tx) => {
    await lockedDraft(tx, ctx, id, expectedVersion);
    await storeWritten(tx, id, after);
    await recordStep(
      tx,
      ctx,
      { id, act: 'WORDED', what: 'REPORT_WORDED' },
      { from: row.from, to: row.to, version: expectedVersion + 1 },
    );
  });
  return existingReport(ctx, id);
}

/** A table stands as often as templates may have it, whoever words it: what is wrong with one sentence beside all others. */
function tooManyTables({ template, written }: ReportRow, sentence: string, text: string): ReportFault[] {
  const worded = { ...written, [sentence]: text };
  const sections = template.sections.map(({ heading, sentences }, section) => ({
    heading,
    sentences: sentences.map((one, at) => worded[sentenceKey(section, at)] ?? one),
  }));
  return tableFaults(sections)
    .filter(({ place }) => text.includes(place ?? ''))
    .map((fault) => ({ ...fault, path: '' }));
}

/** The indicator that there is, where a question names none. */
async function onlyIndicator(ctx: Context): Promise<string> {
  const [only, ...others] = await allIndicators(ctx);
  if (!only || others.length > 0) throw badInput('input.indicator', 'input.missing');
  return only.code;
}

interface DrawingAsked {
  code: string;
  indicatorId: number;
  kind: ReportKind;
  days: Days;
  knownAt: Date | null;
  /** As known now, though the period is closed. */
  takesNewFigures: boolean;
}

type Words = Pick<ReportRow, 'template' | 'templateVersion' | 'written'>;

/**
 * The figures of a report at the moment of its closing, else at the last one that anything was learned at. Of one that replaces another also
 * what that said.
 */
export async function drawnUp(
  ctx: Context,
  { code, indicatorId, kind, days, knownAt: wanted, takesNewFigures }: DrawingAsked,
  { written, ...words }: Words,
  replaces: (facts: ReportFacts) => ReplacedReport | null = () => null,
): Promise<{ drawn: DrawnReport; figures: GatheredFacts['figures'] }> {
  const closing = await closingThatStands(ctx, indicatorId, days);
  const at = takesNewFigures ? wanted : (closing?.knownAt ?? wanted);
  const { knownAt } = await sealed(ctx, { indicator: code, ...days, scope: 'SUBTREE' as const, knownAt: at });
  const { facts: found, figures } = await gatherFacts(ctx, { kind, indicator: code, days, knownAt });
  const facts = { ...found, replaces: replaces(found) };
  const reference = referenceOfReport(ctx, facts.province.unit.code, { facts, ...words, written });
  const isAtClosing = !takesNewFigures || closing?.knownAt.getTime() === knownAt.getTime();
  const closingId = closing?.id ?? null;
  const tied = isAtClosing ? { closingId, reopensId: null } : { closingId: null, reopensId: closingId };
  return { drawn: { facts, ...words, knownAt, drawnOn: today(ctx), ...tied, reference }, figures };
}

function referenceOfReport(
  ctx: Context,
  code: string,
  content: Pick<ReportRow, 'facts' | 'template' | 'written'>,
): string {
  const { blocks } = composeReport({ ...content, number: null, day: null, isDraft: true });
  return referenceOf(code, Number(content.facts.period.to.slice(0, 4)), hashOfBlocks(ctx, blocks));
}

/** Over everything that stands on a paper of the province. */
export function hashOfBlocks(ctx: Pick<Context, 'provinceId'>, blocks: unknown): string {
  const text = canonicalJson({ provinceId: ctx.provinceId, blocks: blocks as Json });
  return createHash('sha256').update(text).digest('hex');
}

export function audited({ facts, knownAt, reference }: DrawnReport, figures: number) {
  const { period, indicator } = facts;
  const { from, to } = period;
  return { from, to, indicator: indicator.code, knownAt: knownAt.toISOString(), figures, reference };
}

/** Held until the change is over: a draft, as the caller saw it. */
async function lockedDraft(tx: Writer, ctx: Context, id: string, expectedVersion: number): Promise<void> {
  const { state } = await lockedReport(tx, ctx, id, expectedVersion);
  if (state !== 'DRAFT') throw conflict('report.notDraft', { state });
}

/** A report as it was read, where that is what the caller saw; else CONFLICT: what is made of it would be of another one. */
export function seenAs(row: ReportRow, expectedVersion: number): ReportRow {
  if (row.version !== expectedVersion) throw changed(row);
  return row;
}

const changed = ({ version, state }: Pick<ReportRow, 'version' | 'state'>) =>
  conflict('report.changed', { version }, { path: 'expectedVersion', facts: { version, state } });

/** Held until the change is over, as the caller saw it: CONFLICT where it was changed since. */
export async function lockedReport(tx: Writer, ctx: Context, id: string, expectedVersion: number) {
  const found = await lockReport(tx, ctx.provinceId, id);
  if (!found) throw notFound('report.unknown', {});
  if (found.version !== expectedVersion) throw changed(found);
  return found;
}

/** Writes down a step, for those who read the report and in the trail. */
export async function recordStep(
  tx: Writer,
  ctx: Context,
  {
    id,
    act,
    what,
    reason = null,
  }: { id: string; act: Parameters<typeof insertReportStep>[2]['act']; what: Act; reason?: string | null },
  after: Record<string, string | number | boolean | null>,
): Promise<void> {
  await insertReportStep(tx, ctx.provinceId, { reportId: id, act, reason });
  tx.audit({ what, about: { kind: 'REPORT', id }, unitId: ctx.provinceId, after });
}

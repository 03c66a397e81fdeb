import { addDays, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import type { NamedUnit } from '@chi-tieu/shared/domain/decision-document/facts';
import { daysOf, nameOfDays, periodName, shifted, type Days } from '@chi-tieu/shared/domain/periods/periods';
import { addCounts, attainmentStatus, type Counts } from '@chi-tieu/shared/domain/rate';
import type { CitedFacts } from '@chi-tieu/shared/domain/report/differences';
import type {
  CitedCounts,
  ListedService,
  ReportFacts,
  ReportKind,
  ReportRow as FactsRow,
} from '@chi-tieu/shared/domain/report/facts';
import { addReception, NO_RECEPTION, type ReceptionSums } from '@chi-tieu/shared/domain/report/reception';
import type { UnitTree, UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { difficultyNumbers } from '../difficulties/synthesis.service.ts';
import { listById } from '../catalogue/lists.service.ts';
import { receivers } from '../figures/bridge/bridge.service.ts';
import { countsByGroup } from '../figures/change/groups.queries.ts';
import type { FigureRow } from '../figures/figures.queries.ts';
import { figureToKeep, sealed, type SealedQuestion } from '../figures/figures.service.ts';
import { directionsToTell } from '../matters/directions/directions.service.ts';
import { marksAt } from '../monitoring/standings/marks-at.queries.ts';
import { plansById } from '../plans/plans.queries.ts';
import { plansHolding } from '../plans/targets.queries.ts';
import { isAdditive } from '../rates/indicators.queries.ts';
import { attainmentTable, type AttainmentTable } from '../rates/rates.service.ts';
import { today } from '../units/units.service.ts';
import { listedOn, receptionCounts } from './annexes.queries.ts';
import { publishedOfDays } from './reports.queries.ts';

/** What a report is about. */
export interface ReportAsked {
  kind: ReportKind;
  indicator: string;
  days: Days;
  /** The sealed moment of its figures. */
  knownAt: Date;
}

/** Everything that a report says, with the figures that it cites. */
export interface GatheredFacts {
  facts: ReportFacts;
  figures: (FigureRow & { indicator: string })[];
}

/** Gathers what a report says, all as known at one sealed moment but for difficulties, which are of now. */
export async function gatherFacts(
  ctx: Context,
  { kind, indicator, days, knownAt }: ReportAsked,
): Promise<GatheredFacts> {
  const figures: GatheredFacts['figures'] = [];
  const citing = (table: AttainmentTable, question: SealedQuestion) => (unitId: number) => {
    const figure = figureToKeep(ctx, table, question, unitId);
    figures.push({ ...figure, indicator });
    const { reference, numerator, denominator, targetHundredths } = figure;
    return { reference, numerator, denominator, target: targetHundredths };
  };
  const question: SealedQuestion = { indicator, ...days, scope: 'SUBTREE', knownAt };
  const { table, units, cited } = await citedFacts(ctx, kind, question, citing);
  const facts: ReportFacts = {
    ...{ kind, period: named(days), indicator: { code: indicator, name: table.indicator.name } },
    ...{ knownAt: knownAt.toISOString(), day: today(ctx) },
    ...cited,
    reception: await receptionOf(ctx, table.tree, units, question),
    difficulties: await difficultyFacts(ctx, days),
    list: await listOf(ctx, table, question),
    directions: await directionsToTell(ctx, { kind, indicatorId: table.indicator.id, days }),
  };
  return { facts, figures };
}

/** The figures of a report, each cited as it is asked to be: all but its form II.06a. */
async function citedFacts(ctx: Context, kind: ReportKind, question: SealedQuestion, citing: Citing) {
  const table = await attainmentTable(ctx, question);
  const cite = citing(table, question);
  const before = await periodBefore(ctx, table.indicator.id, question, citing);
  const soFar = await yearSoFar(ctx, kind, table, question, citing);
  const stood = before && (await standingBefore(ctx, kind, table, { ...question, ...before.days }));
  const row = (unit: UnitVersionRow): FactsRow => ({
    unit: nameOf(unit),
    ...cite(unit.unitId),
    before: before?.of(unit) ?? null,
    ...soFar(unit),
    ...stood?.(unit),
  });
  const province = table.tree.byId(ctx.provinceId);
  if (!province) throw new Error('the province is not there');
  const units = reportedUnits(table.tree, ctx.provinceId);
  const cited = {
    province: { ...row(province), cumulative: null },
    required: await requiredOf(ctx, table.indicator.id, question),
    units: units.map(row),
    cumulative: await cumulativeOf(ctx, question, citing),
    before: before && { ...named(before.days), isReported: before.isReported },
  };
  return { table, units, cited };
}

/** The same with form II.06a as known now, cited nowhere: what a report is held against when it is read. */
export async function citedNow(
  ctx: Context,
  { kind, indicator, days }: Omit<ReportAsked, 'knownAt'>,
): Promise<CitedFacts> {
  const question = await sealed(ctx, { indicator, ...days, scope: 'SUBTREE' as const, knownAt: null });
  const bareCiting: Citing = (table) => (unitId) => {
    const { numerator, denominator, targetHundredths } = table.of(unitId);
    return { reference: '', numerator, denominator, target: targetHundredths };
  };
  const { table, units, cited } = await citedFacts(ctx, kind, question, bareCiting);
  return { ...cited, reception: await receptionOf(ctx, table.tree, units, question) };
}

/**
 * Whether each unit's year so far kept up with its mark at the end of the period before, of the same year: what it is now is told beside that.
 * No number of it is told, so none is cited.
 */
async function standingBefore(
  ctx: Context,
  kind: ReportKind,
  { tree, indicator }: AttainmentTable,
  { to: day, knownAt, ...question }: SealedQuestion,
): Promise<((unit: UnitVersionRow) => Pick<FactsRow, 'stoodBefore'>) | null> {
  if (kind === 'YEARLY' || day.endsWith('-12-31')) return null;
  const marks = await marksAt(ctx.read, ctx.provinceId, indicator.id, tree, { day, knownAt });
  if (marks.length === 0) return null;
  const byUnit = new Map(marks.map(({ unitId, hundredths }) => [unitId, hundredths] as const));
  const table = await attainmentTable(ctx, { ...question, from: yearStart(Number(day.slice(0, 4))), to: day, knownAt });
  return ({ unitId }) => {
    const mark = byUnit.get(unitId);
    if (mark === undefined || !table.tree.byId(unitId)) return {};
    const status = attainmentStatus(table.of(unitId), mark);
    return status === 'MET' || status === 'NOT_MET' ? { stoodBefore: status } : {};
  };
}

/** What the plan of the province that holds on the last day requires of all, as known at the moment; null where it says nothing. */
async function requiredOf(
  ctx: Context,
  indicatorId: number,
  { to: day, knownAt }: SealedQuestion,
): Promise<number | null> {
  const asked = { id: day, indicatorId, day, issuerId: ctx.provinceId };
  const [holding] = await plansHolding(ctx.read, ctx.provinceId, [asked], knownAt);
  const [plan] = holding ? await plansById(ctx.read, ctx.provinceId, [holding.planId]) : [];
  return plan?.requiredTyped ?? null;
}

type Citing = (table: AttainmentTable, question: SealedQuestion) => (unitId: number) => CitedCounts;

const nameOf = ({ code, name, type, kind }: UnitVersionRow): NamedUnit => ({ code, name, type, kind });

const named = (days: Days) => {
  const period = nameOfDays(days);
  return { ...days, name: period ? periodName(period, 'vi') : `${days.from} – ${days.to}` };
};

/** The units right below the province: departments first, then by their codes. */
export function reportedUnits(tree: UnitTree, provinceId: number): UnitVersionRow[] {
  const order = ({ kind }: UnitVersionRow): number => (kind === 'DEPARTMENT' ? 0 : 1);
  return tree.children(provinceId).toSorted((a, b) => order(a) - order(b) || (a.code < b.code ? -1 : 1));
}

/** The period of the same kind before, by what it was reported with, else by its figures as known at the same moment. */
async function periodBefore(ctx: Context, indicatorId: number, question: SealedQuestion, citing: Citing) {
  const period = nameOfDays(question);
  if (period === null || period.year <= 3) return null;
  const days = daysOf(shifted(period, -1));
  const reported = await publishedOfDays(ctx.read, ctx.provinceId, indicatorId, days);
  if (reported) {
    const { province, units } = reported.facts;
    const known = new Map([province, ...units].map((row) => [row.unit.code, row] as const));
    const of = ({ code }: UnitVersionRow): CitedCounts | null => {
      const row = known.get(code);
      return row ? { ...bare(row), reference: row.reference, target: row.target } : null;
    };
    return { days, isReported: true, of };
  }
  const asked = { ...question, ...days };
  const table = await attainmentTable(ctx, asked);
  const cite = citing(table, asked);
  const of = ({ unitId }: UnitVersionRow): CitedCounts | null => (table.tree.byId(unitId) ? cite(unitId) : null);
  return { days, isReported: false, of };
}

const bare = ({ numerator, denominator }: Counts): Counts => ({ numerator, denominator });

/**
 * Of a month or a quarter each unit's year so far, and the mark of its last month by the plans that were known to hold then: targets are of the
 * year, so that nobody is judged by a month alone.
 */
async function yearSoFar(
  ctx: Context,
  kind: ReportKind,
  { tree, indicator }: AttainmentTable,
  question: SealedQuestion,
  citing: Citing,
): Promise<(unit: UnitVersionRow) => Pick<FactsRow, 'cumulative' | 'mark'>> {
  if (kind === 'YEARLY') return () => ({});
  const { to: day, knownAt } = question;
  const marks = await marksAt(ctx.read, ctx.provinceId, indicator.id, tree, { day, knownAt });
  const byUnit = new Map(marks.map(({ unitId, hundredths }) => [unitId, hundredths] as const));
  const from = yearStart(Number(day.slice(0, 4)));
  const asked = { ...question, from };
  const cite = from < question.from ? citing(await attainmentTable(ctx, asked), asked) : null;
  return ({ unitId }) => ({ cumulative: cite && cite(unitId), mark: byUnit.get(unitId) ?? null });
}

async function cumulativeOf(ctx: Context, question: SealedQuestion, citing: Citing): Promise<CitedCounts | null> {
  const from: Day = yearStart(Number(question.to.slice(0, 4)));
  if (from >= question.from) return null;
  const asked = { ...question, from };
  return citing(await attainmentTable(ctx, asked), asked)(ctx.provinceId);
}

/** What was seen of difficulties in the period until now, in numbers alone. */
async function difficultyFacts(ctx: Context, days: Days): Promise<ReportFacts['difficulties']> {
  const { groups, reports, asOf } = await difficultyNumbers(ctx, days);
  return {
    ...{ reports, asOf },
    units: new Set(groups.flatMap(({ units }) => units)).size,
    groups: groups.map((group) => ({ ...group, units: group.units.length })),
  };
}

/** Form II.06a for the province and each unit right below it. */
async function receptionOf(
  ctx: Context,
  tree: UnitTree,
  units: readonly UnitVersionRow[],
  { from, to, knownAt }: SealedQuestion,
): Promise<ReportFacts['reception']> {
  const counts = await receptionCounts(ctx.figures, ctx.provinceId, { from, to, knownAt });
  const byUnit = new Map<number, ReceptionSums>();
  for (const { unitId, came, ended, count } of counts) {
    const sums = { ...(byUnit.get(unitId) ?? NO_RECEPTION) };
    sums[came] += count;
    sums[ended] += count;
    byUnit.set(unitId, sums);
  }
  const sumOf = (unitId: number): ReceptionSums =>
    receivers(tree, unitId, 'SUBTREE').reduce(
      (sums, id) => addReception(sums, byUnit.get(id) ?? NO_RECEPTION),
      NO_RECEPTION,
    );
  return {
    province: sumOf(ctx.provinceId),
    units: units.map((unit) => ({ unit: nameOf(unit), sums: sumOf(unit.unitId) })),
  };
}

/** The list that the indicator asks for, on the period's last day, with the dossiers that counted of each procedure at each tier. */
async function listOf(
  ctx: Context,
  { tree, indicator }: AttainmentTable,
  { from, to, knownAt }: SealedQuestion,
): Promise<ReportFacts['list']> {
  const { listId } = indicator;
  const list = listId === null ? null : await listById(ctx, listId);
  if (listId === null || list === null || !isAdditive(indicator)) return null;
  const rows = await listedOn(ctx.read, ctx.provinceId, { listId, day: to, knownAt });
  const units = receivers(tree, ctx.provinceId, 'SUBTREE');
  const counted = new Map<string, Counts>();
  for (const group of await countsByGroup(ctx.figures, ctx.provinceId, indicator, { from, to, units, knownAt })) {
    const kind = tree.byId(tree.liveUnitOf(group.unitId) ?? group.unitId)?.kind ?? 'PROVINCE';
    const key = `${group.procedureId} ${kind === 'DEPARTMENT' ? 'PROVINCE' : kind}`;
    counted.set(key, addCounts(counted.get(key) ?? { numerator: 0, denominator: 0 }, bare(group)));
  }
  const services = rows.map(({ procedureId, code, name, tier, level }): ListedService => {
    const counts = counted.get(`${procedureId} ${tier}`) ?? { numerator: 0, denominator: 0 };
    return { code, name, tier, level, ...bare(counts) };
  });
  return { name: list.name, services };
}

/** Whether the day on which a report was drawn up lies after its period. */
export function isDrawnAfter(days: Days, drawnOn: Day): boolean {
  return addDays(days.to, 1) <= drawnOn;
}

import { nameOfDays, periodName } from '@chi-tieu/shared/domain/periods/periods';
import { attainmentStatus, missingToTarget, ratePercent } from '@chi-tieu/shared/domain/rate';
import type { CitedCounts, FigureDifference, ReportRow as FactsRow } from '@chi-tieu/shared/domain/report/facts';
import { provinceLevel, provinceRow, tellsNothing, yearSoFar } from '@chi-tieu/shared/domain/report/values';
import type { ReportState } from '@chi-tieu/shared/domain/report/report-state';
import type { Context } from '../../app/context.ts';
import type { ReportHeadRow, ReportRow } from './reports.queries.ts';
import { blocksOfReport, composed } from './reports.service.ts';
import type { ReportMoved } from './moved.types.ts';
import type { Report, ReportContent, ReportCounts, ReportUnit } from './reports.types.ts';

/** A report as GraphQL shows it. */
export function showReport(ctx: Context, row: ReportHeadRow): Report {
  const { id, version, kind, from, to, state, knownAt, drawnOn, reference, number, dated, by, sha256 } = row;
  const { replacesWhy, takesNewFigures } = row;
  const period = nameOfDays({ from, to });
  const name = period ? periodName(period, ctx.locale) : `${from} – ${to}`;
  const stands = { id, version, kind, from, to, name, knownAt, drawnOn, reference, number, dated };
  return { ...stands, ...standing(state), by, sha256, replacesWhy, takesNewFigures, row };
}

/** Where it stands on its way: one that was given up is a draft that ended. */
function standing(state: ReportState): Pick<Report, 'state' | 'givenUp'> {
  return state === 'GIVEN_UP' ? { state: 'DRAFT', givenUp: true } : { state, givenUp: false };
}

function showCounts({ reference, numerator, denominator, target }: CitedCounts): ReportCounts {
  const counts = { numerator, denominator };
  const status = attainmentStatus(counts, target);
  const missing = target !== null && denominator > 0 ? missingToTarget(counts, target) : null;
  const rate = ratePercent(counts);
  return { reference, ...counts, rate, target: target === null ? null : target / 100, status, missing };
}

/** `level` is what the year is held against where no mark is told. */
function showUnit(row: FactsRow, level: number | null): ReportUnit {
  const { code, name } = row.unit;
  const judged = { ...yearSoFar(row), target: row.mark ?? level };
  return {
    code,
    name,
    now: showCounts(row),
    before: row.before && showCounts(row.before),
    yearSoFar: showCounts(judged),
  };
}

/** Everything that one report says. */
export function showContent(row: ReportRow): ReportContent {
  const { facts, templateVersion, redrawn } = row;
  const { before, replaces = null } = facts;
  const { sections, changes } = composed(row);
  return {
    isEmpty: tellsNothing(facts),
    blocks: blocksOfReport(row),
    parts: sections,
    province: showUnit(provinceRow(facts), provinceLevel(facts)),
    units: facts.units.map((one) => showUnit(one, one.mark === undefined ? one.target : null)),
    before: before && { name: before.name, isReported: before.isReported },
    templateVersion,
    redrawn: redrawn.map((one) => showDifference(one)),
    replacement: replaces && {
      figures: replaces.figures.map((one) => showDifference(one)),
      reception: replaces.reception,
      sentences: changes,
    },
  };
}

/** A number of a report that reads otherwise; told under the figure that the report cites where that page explains it. */
export function showDifference(
  { kind = 'OWN', code, name, before, after, reference }: FigureDifference,
  isCited = false,
): ReportMoved {
  const explained = isCited && kind !== 'RECEPTION' ? (reference ?? null) : null;
  return {
    ...{
      code,
      name,
      reference: explained,
      target: percentOfOrNull(before.target),
      targetAfter: percentOfOrNull(after.target),
    },
    ...{ numerator: before.numerator, denominator: before.denominator, rate: ratePercent(before) },
    ...{ numeratorAfter: after.numerator, denominatorAfter: after.denominator, rateAfter: ratePercent(after) },
  };
}

const percentOfOrNull = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);

import type { CitedCounts, FigureDifference, ReportFacts, ReportRow } from './facts.ts';
import { RECEPTION_COLUMNS, type ReceptionSums } from './reception.ts';

const rowsOf = ({ province, units }: ReportFacts): ReportRow[] => [province, ...units];
const bare = ({ numerator, denominator, target }: CitedCounts) => ({ numerator, denominator, target });

/** Which figures of a paper another drawing changed, the province first; of units that both name. */
export function differencesOf(before: ReportFacts, after: ReportFacts): FigureDifference[] {
  const was = new Map(rowsOf(before).map((row) => [row.unit.code, row] as const));
  return rowsOf(after).flatMap((row) => {
    const other = was.get(row.unit.code);
    if (!other || isSame(other, row)) return [];
    return [{ code: row.unit.code, name: row.unit.name, before: bare(other), after: bare(row) }];
  });
}

function isSame(a: CitedCounts, b: CitedCounts): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.target === b.target;
}

/** What the whole year until then reads otherwise, where both tell it. */
export function cumulativeDifference(before: ReportFacts, after: ReportFacts): FigureDifference[] {
  const [was, is] = [before.cumulative, after.cumulative];
  if (was === null || is === null || isSame(was, is)) return [];
  const { code, name } = after.province.unit;
  return [{ code, name: `${name}, lũy kế từ đầu năm`, before: bare(was), after: bare(is) }];
}

/** How many rows of form II.06a differ, the province's among them. */
export function receptionDifferences({ reception: before }: ReportFacts, { reception: after }: ReportFacts): number {
  const rows = (of: ReportFacts['reception']): [string, ReceptionSums][] =>
    of === null
      ? []
      : [['', of.province], ...of.units.map(({ unit, sums }) => [unit.code, sums] as [string, ReceptionSums])];
  const was = new Map(rows(before));
  return rows(after).filter(([code, sums]) => {
    const other = was.get(code);
    return other === undefined || RECEPTION_COLUMNS.some((column) => other[column] !== sums[column]);
  }).length;
}

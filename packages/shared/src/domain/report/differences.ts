import type { Counts } from '../rate.ts';
import type { ReportFacts, ReportRow } from './facts.ts';

/** What of a unit reads other than before. */
export interface FigureDifference {
  code: string;
  name: string;
  before: Counts & { target: number | null };
  after: Counts & { target: number | null };
}

const rowsOf = ({ province, units }: ReportFacts): ReportRow[] => [province, ...units];
const bare = ({ numerator, denominator, target }: ReportRow) => ({ numerator, denominator, target });

/** Which figures of a paper another drawing changed, the province first; of units that both name. */
export function differencesOf(before: ReportFacts, after: ReportFacts): FigureDifference[] {
  const was = new Map(rowsOf(before).map((row) => [row.unit.code, row] as const));
  return rowsOf(after).flatMap((row) => {
    const other = was.get(row.unit.code);
    if (!other || isSame(other, row)) return [];
    return [{ code: row.unit.code, name: row.unit.name, before: bare(other), after: bare(row) }];
  });
}

function isSame(a: ReportRow, b: ReportRow): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.target === b.target;
}

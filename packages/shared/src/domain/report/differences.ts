import type { CitedCounts, DifferenceKind, FigureDifference, ReportFacts, ReportRow } from './facts.ts';
import { receivedIn, RECEPTION_COLUMNS, resolvedIn, type ReceptionSums } from './reception.ts';

/** All that a report cites: what is held against another drawing of it, or against what is known today. */
export type CitedFacts = Pick<ReportFacts, 'province' | 'units' | 'cumulative' | 'required' | 'before' | 'reception'>;

type Held = CitedCounts & { kind: DifferenceKind; code: string; name: string; sums?: ReceptionSums };

/** Each number of a paper by what it says: a unit's own, its year so far beside its mark, the period before, its row of form II.06a. */
function citedIn(facts: CitedFacts): Held[] {
  const sums = new Map((facts.reception?.units ?? []).map((row) => [row.unit.code, row.sums] as const));
  const rows = [
    { row: { ...facts.province, cumulative: facts.province.cumulative ?? facts.cumulative }, level: facts.required },
    ...facts.units.map((row) => ({ row, level: null })),
  ];
  return rows.flatMap(({ row, level }, at) => {
    const reception = at === 0 ? facts.reception?.province : sums.get(row.unit.code);
    return [...heldOf(row, level, facts.before?.name ?? ''), ...(reception ? [receptionHeld(row, reception)] : [])];
  });
}

function heldOf(row: ReportRow, level: number | null, before: string): Held[] {
  const { code, name } = row.unit;
  const mark = row.mark ?? level;
  const sofar = row.cumulative ?? (row.mark === undefined ? null : row);
  return [
    { ...citedOf(row), kind: 'OWN', code, name },
    ...(sofar
      ? [{ ...citedOf(sofar), target: mark, kind: 'YEAR_SO_FAR' as const, code, name: `${name}, lũy kế từ đầu năm` }]
      : []),
    ...(row.before ? [{ ...citedOf(row.before), kind: 'BEFORE' as const, code, name: `${name}, ${before}` }] : []),
  ];
}

const citedOf = ({ numerator, denominator, target, reference }: CitedCounts): CitedCounts => ({
  ...{ numerator, denominator, target, reference },
});

/** Of a row of form II.06a it tells how many of all that came are resolved. */
function receptionHeld({ unit: { code, name }, reference }: ReportRow, sums: ReceptionSums): Held {
  return {
    ...{ kind: 'RECEPTION', code, name: `${name}, Biểu II.06a`, target: null, reference, sums },
    ...{ numerator: resolvedIn(sums), denominator: receivedIn(sums) + sums.carriedOver },
  };
}

const bare = ({ numerator, denominator, target }: CitedCounts) => ({ numerator, denominator, target });

/** Which numbers of a paper another drawing, or today, says otherwise, the province first; of what both name. */
export function differencesOf(before: CitedFacts, after: CitedFacts): FigureDifference[] {
  const keyOf = ({ kind, code }: Held): string => `${kind} ${code}`;
  const is = new Map(citedIn(after).map((one) => [keyOf(one), one] as const));
  return citedIn(before).flatMap((was): FigureDifference[] => {
    const other = is.get(keyOf(was));
    if (!other || isSame(was, other)) return [];
    const { kind, code, name, reference } = was;
    return [{ kind, code, name, reference, before: bare(was), after: bare(other) }];
  });
}

function isSame(a: Held, b: Held): boolean {
  if (a.sums && b.sums) return isSameReception(a.sums, b.sums);
  return a.numerator === b.numerator && a.denominator === b.denominator && a.target === b.target;
}

const isSameReception = (a: ReceptionSums, b: ReceptionSums): boolean =>
  RECEPTION_COLUMNS.every((column) => a[column] === b[column]);

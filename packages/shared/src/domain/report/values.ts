import { bareName, decimals, inSentence, percentInWords } from '../decision-document/words.ts';
import { attainmentStatus, basisPoints, formatRate, formatWhole, missingToTarget, type Counts } from '../rate.ts';
import { formatDay, formatInstant } from '../vietnamese-format.ts';
import type { CitedCounts, ReportFacts, ReportRow } from './facts.ts';
import type { ReportValues } from './places.ts';
import { openAfter, receivedIn, resolvedIn, type ReceptionSums } from './reception.ts';

const whole = (n: number): string => formatWhole(n, 'vi');
const listOf = (parts: readonly string[], between = ', '): string | null =>
  parts.length === 0 ? null : parts.join(between);

/** A rate beside its target: `54,99 %`, never rounded up to the target. */
export function rateIn(counts: CitedCounts): string {
  return formatRate(counts, { locale: 'vi', targetHundredths: counts.target });
}

export const statusIn = (counts: CitedCounts) => attainmentStatus(counts, counts.target);

/** `đạt 54,99 %, còn thiếu 1 hồ sơ` */
export function resultInWords(counts: CitedCounts): string {
  const { target } = counts;
  const isMissing = target !== null && statusIn(counts) === 'NOT_MET';
  return `đạt ${rateIn(counts)}${isMissing ? `, còn thiếu ${whole(missingToTarget(counts, target))} hồ sơ` : ''}`;
}

/** How many hundredths of a point lie between the rounded rates of two counts; null where one has none. */
export function pointsBetween(before: Counts | null, now: Counts): number | null {
  const [was, is] = [before && basisPoints(before), basisPoints(now)];
  return was === null || is === null ? null : is - was;
}

/** `tăng 1,25 điểm %`, `giảm 0,50 điểm %`, `không đổi`; by the fractions where both round to the same. */
export function changeInWords(before: Counts | null, now: Counts): string | null {
  const points = pointsBetween(before, now);
  if (points === null) return null;
  if (points === 0) return 'không đổi';
  return `${points > 0 ? 'tăng' : 'giảm'} ${decimals(Math.abs(points))} điểm %`;
}

/** Compares two rates as fractions; null where one is none. */
export function movedBy(before: Counts | null, now: Counts): -1 | 0 | 1 | null {
  if (before === null || before.denominator === 0 || now.denominator === 0) return null;
  const difference =
    BigInt(now.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(now.denominator);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/** What every named place says for a report; null for what it does not know. */
export function reportValues(facts: ReportFacts): ReportValues {
  const { province, period } = facts;
  return {
    period: period.name,
    from: formatDay(period.from),
    to: formatDay(period.to),
    year: period.to.slice(0, 4),
    indicator: facts.indicator.name,
    province: inSentence(province.unit),
    provincePlace: bareName(province.unit),
    ...ownValues(province),
    ...requiredValues(facts),
    ...sharedValues(facts),
    ...cumulativeValues(facts),
    ...beforeValues(facts),
    ...unitValues(facts.units),
    ...markValues(facts.units),
    ...changeValues(facts.units),
    ...difficultyValues(facts),
    ...receptionValues(facts),
    drawnOn: formatDay(facts.day),
    difficultiesOn: formatDay(facts.difficulties.asOf ?? facts.day),
    knownAt: formatInstant(new Date(facts.knownAt)),
    reference: province.reference,
  };
}

function ownValues(row: ReportRow) {
  const { target } = row;
  const status = statusIn(row);
  const isMissing = status === 'NOT_MET' && target !== null;
  const missing = isMissing ? missingToTarget(row, target) : null;
  return {
    numerator: whole(row.numerator),
    denominator: whole(row.denominator),
    rate: row.denominator === 0 ? null : rateIn(row),
    target: target === null ? null : percentInWords(target),
    missing: missing === null ? null : whole(missing),
    verdict:
      status === 'MET'
        ? 'đạt chỉ tiêu'
        : missing !== null
          ? `chưa đạt chỉ tiêu, còn thiếu ${whole(missing)} hồ sơ`
          : null,
  };
}

/** Where the province stands beside what its plan requires; compared as whole numbers. */
function requiredValues({ province, required }: ReportFacts) {
  return {
    required: required === null ? null : percentInWords(required),
    requiredVerdict: required === null ? null : besideLevel(province, required),
  };
}

/** The one target that all units have which have any, where nothing is said of the province itself. */
function sharedValues({ province, required, units }: ReportFacts) {
  const targets = new Set(units.flatMap(({ target }) => target ?? []));
  const [shared] = targets.size === 1 && required === null && province.target === null ? [...targets] : [];
  return {
    sharedTarget: shared === undefined ? null : percentInWords(shared),
    sharedVerdict: shared === undefined ? null : besideLevel(province, shared),
  };
}

function besideLevel(province: Counts, level: number): string | null {
  if (province.denominator === 0) return null;
  const missing = missingToTarget(province, level);
  return missing === 0 ? 'đạt mức này' : `chưa đạt, còn thiếu ${whole(missing)} hồ sơ`;
}

/** A unit within a sentence; departments keep their capital, as administrative texts write them. */
const named = (unit: ReportRow['unit']): string => (unit.kind === 'DEPARTMENT' ? unit.name : inSentence(unit));

function cumulativeValues({ cumulative }: ReportFacts) {
  const has = cumulative !== null && cumulative.denominator > 0;
  return {
    cumulative: has ? rateIn(cumulative) : null,
    cumulativeNumerator: has ? whole(cumulative.numerator) : null,
    cumulativeDenominator: has ? whole(cumulative.denominator) : null,
  };
}

function beforeValues({ before, province }: ReportFacts) {
  return {
    periodBefore: before && before.name.charAt(0).toLocaleLowerCase('vi') + before.name.slice(1),
    rateBefore: province.before && province.before.denominator > 0 ? rateIn(province.before) : null,
    change: changeInWords(province.before, province),
  };
}

/** At most so many units are named in a sentence; the table has them all. */
const MOST_NAMED = 12;

function unitValues(units: readonly ReportRow[]) {
  const of = (wanted: ReturnType<typeof statusIn>) => units.filter((row) => statusIn(row) === wanted);
  const [met, notMet] = [of('MET'), of('NOT_MET')];
  const said = (row: ReportRow): string => `${named(row.unit)} (${resultInWords(row)})`;
  const list = listOf(notMet.slice(0, MOST_NAMED).map(said), '; ');
  const more = notMet.length > MOST_NAMED ? `; và ${whole(notMet.length - MOST_NAMED)} đơn vị khác` : '';
  return {
    unitsCount: whole(units.length),
    withTarget: whole(units.filter(({ target }) => target !== null).length),
    met: whole(met.length),
    notMet: whole(notMet.length),
    noDossiers: whole(of('NO_DOSSIERS').length),
    notMetUnits: list === null ? null : list + more,
    ...extremes(units),
  };
}

/** Whether the year so far keeps up with the mark of the month; null where no marks are told: of years. */
export function markStatusIn(row: ReportRow): ReturnType<typeof statusIn> | null {
  return row.mark === undefined ? null : attainmentStatus(yearSoFar(row), row.mark);
}

/** What a mark is held against: from January to the period's end. */
export const yearSoFar = (row: ReportRow): CitedCounts => row.cumulative ?? row;

function markValues(units: readonly ReportRow[]) {
  const of = (wanted: ReturnType<typeof statusIn>) => units.filter((row) => markStatusIn(row) === wanted);
  const [met, missed] = [of('MET'), of('NOT_MET')];
  const hasMarks = met.length + missed.length > 0;
  const said = (row: ReportRow): string =>
    `${named(row.unit)} (${resultInWords({ ...yearSoFar(row), target: row.mark ?? null })})`;
  const more = missed.length > MOST_NAMED ? `; và ${whole(missed.length - MOST_NAMED)} đơn vị khác` : '';
  const list = listOf(missed.slice(0, MOST_NAMED).map(said), '; ');
  return {
    marksMet: hasMarks ? whole(met.length) : null,
    marksMissed: hasMarks ? whole(missed.length) : null,
    belowMark: list === null ? null : list + more,
  };
}

/** Who has the highest and the lowest rate, all of them where some are level; nobody where all are. */
function extremes(units: readonly ReportRow[]) {
  const ranked = units.filter(({ denominator }) => denominator > 0).toSorted((a, b) => movedBy(a, b) ?? 0);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  const level = (one: ReportRow | undefined) =>
    one && ranked.length > 1 && movedBy(best ?? null, worst ?? one) !== 0
      ? listOf(ranked.filter((row) => movedBy(one, row) === 0).map((row) => `${named(row.unit)} (${rateIn(row)})`))
      : null;
  return { best: level(best), worst: level(worst) };
}

function changeValues(units: readonly ReportRow[]) {
  const moved = units.map((row) => movedBy(row.before, row));
  const turned = (was: 'MET' | 'NOT_MET', is: 'MET' | 'NOT_MET') =>
    listOf(
      units
        .filter((row) => row.before !== null && statusIn(row.before) === was && statusIn(row) === is)
        .map(({ unit }) => named(unit)),
    );
  const hasBefore = moved.some((way) => way !== null);
  return {
    rose: hasBefore ? whole(moved.filter((way) => way === 1).length) : null,
    fell: hasBefore ? whole(moved.filter((way) => way === -1).length) : null,
    nowMet: turned('NOT_MET', 'MET'),
    nowNotMet: turned('MET', 'NOT_MET'),
  };
}

function difficultyValues({ difficulties: { groups, units } }: ReportFacts) {
  const sum = (of: 'count' | 'open') => groups.reduce((all, group) => all + group[of], 0);
  const has = groups.length > 0;
  return {
    difficulties: has ? whole(sum('count')) : null,
    difficultiesOpen: has ? whole(sum('open')) : null,
    difficultyUnits: has ? whole(units) : null,
  };
}

function receptionValues({ reception }: ReportFacts) {
  const sums = reception?.province ?? null;
  const of = (value: (sums: ReceptionSums) => number): string | null => (sums === null ? null : whole(value(sums)));
  return {
    received: of(receivedIn),
    carriedOver: of(({ carriedOver }) => carriedOver),
    resolved: of(resolvedIn),
    early: of(({ early }) => early),
    onTime: of(({ onTime }) => onTime),
    late: of(({ late }) => late),
    withdrawn: of(({ left }) => left),
    open: of(openAfter),
    overdue: of(({ openOverdue }) => openOverdue),
  };
}

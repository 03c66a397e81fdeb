import { bareName, decimals, inSentence, percentInWords } from '../decision-document/words.ts';
import { attainmentStatus, basisPoints, formatRate, formatWhole, missingToTarget, type Counts } from '../rate.ts';
import { formatDay, formatInstant } from '../vietnamese-format.ts';
import { directionsSentence } from './directions.ts';
import type { CitedCounts, ReportFacts, ReportRow } from './facts.ts';
import type { ReportValues } from './places.ts';
import { openAfter, receivedIn, resolvedIn, type ReceptionSums } from './reception.ts';

const whole = (n: number): string => formatWhole(n, 'vi');
const listOf = (parts: readonly string[], between = ', '): string | null =>
  parts.length === 0 ? null : parts.join(between);

/** Whether its period has no data: nothing counts in it, and nothing was received or resolved. What is only open from before tells of no period. */
export function tellsNothing({ province, reception }: Pick<ReportFacts, 'province' | 'reception'>): boolean {
  const sums = reception?.province;
  return province.denominator === 0 && (!sums || receivedIn(sums) + resolvedIn(sums) === 0);
}

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
    ...ownValues(facts),
    ...requiredValues(facts),
    ...sharedValues(facts),
    ...cumulativeValues(facts),
    ...beforeValues(facts),
    ...unitValues(facts.units),
    rankedFrom: whole(RANKED_FROM),
    ...markValues(facts.units),
    ...changeValues(facts.units),
    ...difficultyValues(facts),
    ...receptionValues(facts),
    directionsTold:
      (facts.directions ?? []).length === 0 ? null : directionsSentence(facts.directions ?? [], facts.day),
    drawnOn: formatDay(facts.day),
    difficultiesOn: formatDay(facts.difficulties.asOf ?? facts.day),
    knownAt: formatInstant(new Date(facts.knownAt)),
    reference: province.reference,
  };
}

/** The province's row with its year so far, wherever a paper keeps that. */
export const provinceRow = ({ province, cumulative }: ReportFacts): ReportRow => ({
  ...province,
  cumulative: province.cumulative ?? cumulative,
});

/** Numbers of the period; judged is the year so far, for targets are of the year. */
function ownValues(facts: ReportFacts) {
  const row = provinceRow(facts);
  const { target } = row;
  const judged = { ...yearSoFar(row), target };
  const status = statusIn(judged);
  const isMissing = status === 'NOT_MET' && target !== null;
  const missing = isMissing ? missingToTarget(judged, target) : null;
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
function requiredValues(facts: ReportFacts) {
  const { required } = facts;
  return {
    required: required === null ? null : percentInWords(required),
    requiredVerdict: required === null ? null : besideLevel(yearSoFar(provinceRow(facts)), required),
  };
}

/** The one target that all units have which have any, where nothing is said of the province itself. */
function sharedTarget({ province, required, units }: ReportFacts): number | undefined {
  const targets = new Set(units.flatMap(({ target }) => target ?? []));
  return targets.size === 1 && required === null && province.target === null ? [...targets][0] : undefined;
}

/** What the year of the whole province is held against: its own target, what its plan requires, or the one that all units have. */
export const provinceLevel = (facts: ReportFacts): number | null =>
  facts.province.target ?? facts.required ?? sharedTarget(facts) ?? null;

function sharedValues(facts: ReportFacts) {
  const shared = sharedTarget(facts);
  return {
    sharedTarget: shared === undefined ? null : percentInWords(shared),
    sharedVerdict: shared === undefined ? null : besideLevel(yearSoFar(provinceRow(facts)), shared),
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

/** Of fewer dossiers than this in the period no unit is named as the highest or the lowest. */
const RANKED_FROM = 10;
/** A mark that lies farther than this from the middle of all, in hundredths, is told of. */
const ODD_FROM = 1_000;

/** At most so many units are named in a sentence; the table has them all. */
const MOST_NAMED = 12;

function unitValues(units: readonly ReportRow[]) {
  const of = (wanted: ReturnType<typeof statusIn>) => units.filter((row) => statusIn(row) === wanted);
  const [met, notMet] = [of('MET'), of('NOT_MET')];
  const said = (row: ReportRow): string => `${named(row.unit)} (${resultInWords(row)})`;
  const list = listOf(notMet.slice(0, MOST_NAMED).map(said), '; ');
  const more = notMet.length > MOST_NAMED ? `; và ${whole(notMet.length - MOST_NAMED)} đơn vị khác` : '';
  // Within a year nobody is judged by the period alone: those sentences are of years.
  const isJudged = !hasMarks(units);
  return {
    judgedUnits: isJudged ? whole(units.length) : null,
    unitsCount: whole(units.length),
    withTarget: whole(units.filter(({ target }) => target !== null).length),
    met: whole(met.length),
    notMet: whole(notMet.length),
    noDossiers: whole(of('NO_DOSSIERS').length),
    notMetUnits: list === null || !isJudged ? null : list + more,
    ...extremes(units),
  };
}

/** Whether the year so far keeps up with the mark of the month; null where no marks are told: of years. */
export function markStatusIn(row: ReportRow): ReturnType<typeof statusIn> | null {
  return row.mark === undefined ? null : attainmentStatus(yearSoFar(row), row.mark);
}

/** Whether a paper holds the year so far against marks: all but those of years do. */
export const hasMarks = (units: readonly ReportRow[]): boolean => units.some(({ mark }) => mark !== undefined);

/** How a unit stood at the end of the period before, as it is judged now: by its mark within a year, else by the period. */
export function stoodBefore(row: ReportRow): ReturnType<typeof statusIn> | null {
  if (row.mark !== undefined) return row.stoodBefore ?? null;
  return row.before && statusIn(row.before);
}
/** How it stands now, by the same. */
export const standsNow = (row: ReportRow) => markStatusIn(row) ?? statusIn(row);

/** What a mark is held against: from January to the period's end. */
export const yearSoFar = (row: ReportRow): CitedCounts => row.cumulative ?? row;

function markValues(units: readonly ReportRow[]) {
  const of = (wanted: ReturnType<typeof statusIn>) => units.filter((row) => markStatusIn(row) === wanted);
  const [met, missed] = [of('MET'), of('NOT_MET')];
  const isHeld = met.length + missed.length > 0;
  const said = (row: ReportRow): string =>
    `${named(row.unit)} (${resultInWords({ ...yearSoFar(row), target: row.mark ?? null })})`;
  const more = missed.length > MOST_NAMED ? `; và ${whole(missed.length - MOST_NAMED)} đơn vị khác` : '';
  const list = listOf(missed.slice(0, MOST_NAMED).map(said), '; ');
  return {
    marksMet: isHeld ? whole(met.length) : null,
    marksMissed: isHeld ? whole(missed.length) : null,
    belowMark: list === null ? null : list + more,
    marksOther: isHeld ? othersThan(of) : null,
    marksOdd: oddMarks(units),
  };
}

/** Who is held against no mark, and why not: so that all that are counted are named. */
function othersThan(of: (wanted: ReturnType<typeof statusIn>) => readonly ReportRow[]): string | null {
  const said = (wanted: ReturnType<typeof statusIn>, why: string): string[] => {
    const found = of(wanted);
    return found.length === 0 ? [] : [`${whole(found.length)} đơn vị ${why} (${namesOf(found)})`];
  };
  return listOf([...said('NO_DOSSIERS', 'không có hồ sơ được tính'), ...said('NO_TARGET', 'chưa có mốc')], '; ');
}

function namesOf(rows: readonly ReportRow[]): string {
  const more = rows.length > MOST_NAMED ? ` và ${whole(rows.length - MOST_NAMED)} đơn vị khác` : '';
  return `${rows
    .slice(0, MOST_NAMED)
    .map(({ unit }) => named(unit))
    .join(', ')}${more}`;
}

/** Marks far from those of most units: they come from the plan that was issued for the unit. */
function oddMarks(units: readonly ReportRow[]): string | null {
  const marks = units.flatMap(({ mark }) => mark ?? []).toSorted((a, b) => a - b);
  const middle = marks[Math.floor(marks.length / 2)];
  if (middle === undefined) return null;
  const odd = units.filter(({ mark = null }) => mark !== null && Math.abs(mark - middle) > ODD_FROM);
  const said = odd
    .slice(0, MOST_NAMED)
    .map(
      ({ unit, mark }) =>
        `${named(unit)} (mốc ${percentInWords(mark ?? 0)}, mốc ở giữa của các đơn vị ${percentInWords(middle)})`,
    );
  return listOf(said, '; ');
}

/** Who has the highest and the lowest rate, all of them where some are level; nobody where all are. */
function extremes(units: readonly ReportRow[]) {
  const ranked = units.filter(({ denominator }) => denominator >= RANKED_FROM).toSorted((a, b) => movedBy(a, b) ?? 0);
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
    listOf(units.filter((row) => stoodBefore(row) === was && standsNow(row) === is).map(({ unit }) => named(unit)));
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
    receivedAll: of((sums) => receivedIn(sums) + sums.carriedOver),
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

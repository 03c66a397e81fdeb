import type { AnnexCell, AnnexColumn, AnnexRow, AnnexTable } from '../paper/table.ts';
import { formatWhole } from '../rate.ts';
import type { BasisFacts, DocumentFacts, UnitFacts } from './facts.ts';
import { sumsOf, type AnnexSums } from './sums.ts';
import { decimals, inSentence } from './words.ts';

const NOTHING = '–';
/** What stands behind a number that was typed, and what it means. */
const SIGN = '*';
const FOOTNOTE = `${SIGN} Số dự kiến, thay cho số liệu thống kê của kỳ cơ sở.`;
const words = (text: string): AnnexCell => ({ text, value: null });
const whole = (value: number): AnnexCell => ({ text: formatWhole(value, 'vi'), value });
const percent = (value: number | null): AnnexCell => ({ text: value === null ? NOTHING : decimals(value), value });
const points = (value: number | null): AnnexCell =>
  value === null ? words(NOTHING) : { text: (value > 0 ? '+' : '') + decimals(value), value };
const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** The numbers of the basis period, signed where they were typed. */
function basisCells({ volume, baseline, isVolumeTyped, isBaselineTyped }: BasisFacts): AnnexCell[] {
  const signed = (cell: AnnexCell, isTyped = false): AnnexCell =>
    isTyped && cell.value !== null ? { ...cell, text: cell.text + SIGN, isTyped } : cell;
  return [signed(whole(volume), isVolumeTyped), signed(percent(baseline), isBaselineTyped)];
}

/** The footnote of an annex with numbers that were typed; null where all were counted. */
export function footnoteOf({ rows }: AnnexTable): string | null {
  return rows.some(({ cells }) => cells.some(({ isTyped }) => isTyped)) ? FOOTNOTE : null;
}

/** The annex of a plan: a row a unit with what it did and what it is to do, of an amending plan before and after, then the sum. */
export function annexTable(facts: DocumentFacts): AnnexTable {
  const isAmending = facts.amended !== null;
  const sums = sumsOf(facts);
  const summed = [...facts.units.filter(({ isGone }) => !isGone), ...(facts.own ? [facts.own] : [])];
  const isVolumeTyped = summed.some((basis) => basis.isVolumeTyped);
  const isBaselineTyped = isVolumeTyped || summed.some((basis) => basis.isBaselineTyped);
  const rows: AnnexRow[] = facts.units.map((unit, at) => ({
    code: unit.code,
    kind: 'UNIT',
    cells: [whole(at + 1), words(unit.name), ...numbersOf(unit, isAmending)],
  }));
  if (facts.own) rows.push(ownRow(facts, facts.own));
  rows.push({
    code: null,
    kind: 'SUM',
    cells: [words(''), words('Tổng cộng'), ...sumsIn({ ...sums, isVolumeTyped, isBaselineTyped }, isAmending)],
  });
  return { columns: columnsOf(isAmending), rows };
}

function numbersOf(unit: UnitFacts, isAmending: boolean): AnnexCell[] {
  const { baseline, target, before } = unit;
  const counted = basisCells(unit);
  return isAmending
    ? [...counted, percent(before), percent(target), points(difference(target, before))]
    : [...counted, percent(target), points(difference(target, baseline))];
}

/** The issuing unit's own dossiers: given no target, they keep their rate, which the sum goes by; the row says both. */
function ownRow({ issuer, amended }: DocumentFacts, own: BasisFacts): AnnexRow {
  const [volume, kept] = basisCells(own);
  const cells = [volume, kept, ...(amended === null ? [] : [kept]), kept].filter((cell) => cell !== undefined);
  const name = words(`Hồ sơ tiếp nhận tại ${inSentence(issuer)} (giữ nguyên tỷ lệ kỳ cơ sở)`);
  return { code: null, kind: 'OWN', cells: [words(''), name, ...cells, words(NOTHING)] };
}

function sumsIn(sums: AnnexSums & BasisFacts, isAmending: boolean): AnnexCell[] {
  const { baseline, achieved, before } = sums;
  const counted = basisCells(sums);
  return isAmending
    ? [...counted, percent(before), percent(achieved), points(difference(achieved, before))]
    : [...counted, percent(achieved), points(difference(achieved, baseline))];
}

function columnsOf(isAmending: boolean): AnnexColumn[] {
  const first: AnnexColumn[] = [
    { title: 'STT', width: 12, align: 'center', kind: 'ORDINAL' },
    { title: 'Đơn vị', width: isAmending ? 43 : 53, align: 'left', kind: 'NAME' },
    { title: 'Số hồ sơ kỳ cơ sở', width: isAmending ? 22 : 25, align: 'right', kind: 'WHOLE' },
    { title: 'Tỷ lệ kỳ cơ sở (%)', width: isAmending ? 22 : 25, align: 'right', kind: 'PERCENT' },
  ];
  if (!isAmending)
    return [
      ...first,
      { title: 'Chỉ tiêu giao (%)', width: 25, align: 'right', kind: 'PERCENT' },
      { title: 'Tăng so với kỳ cơ sở (điểm %)', width: 25, align: 'right', kind: 'POINTS' },
    ];
  return [
    ...first,
    { title: 'Chỉ tiêu đã giao (%)', width: 22, align: 'right', kind: 'PERCENT' },
    { title: 'Chỉ tiêu điều chỉnh (%)', width: 22, align: 'right', kind: 'PERCENT' },
    { title: 'Tăng, giảm (điểm %)', width: 22, align: 'right', kind: 'POINTS' },
  ];
}

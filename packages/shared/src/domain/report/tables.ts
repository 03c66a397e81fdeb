import { decimals, percentInWords } from '../decision-document/words.ts';
import type { DifficultyCause } from '../difficulties/states.ts';
import type { AnnexCell, AnnexColumn, AnnexRow, AnnexTable } from '../paper/table.ts';
import { basisPoints, formatWhole, missingToTarget } from '../rate.ts';
import type { CitedCounts, ReportFacts, ReportRow } from './facts.ts';
import { openAfter, receivedIn, resolvedIn, type ReceptionSums } from './reception.ts';
import { markStatusIn, pointsBetween, rateIn, statusIn, yearSoFar } from './values.ts';

const NOTHING = '–';
const words = (text: string): AnnexCell => ({ text, value: null });
const whole = (value: number | null): AnnexCell =>
  value === null ? words(NOTHING) : { text: formatWhole(value, 'vi'), value };
const column = (
  title: string,
  width: number,
  kind: AnnexColumn['kind'],
  align: AnnexColumn['align'] = 'right',
): AnnexColumn => ({ title, width, kind, align });
const ordinal = column('STT', 13, 'ORDINAL', 'center');

const STATUS = { MET: 'Đạt', NOT_MET: 'Chưa đạt', NO_DOSSIERS: 'Không có hồ sơ', NO_TARGET: 'Chưa giao' } as const;

export const CAUSE_WORDS: Readonly<Record<DifficultyCause, string>> = {
  SYSTEM: 'Hệ thống, phần mềm, kết nối',
  REGULATION: 'Quy định, thủ tục',
  PEOPLE: 'Cán bộ: thiếu, chưa thạo',
  EQUIPMENT: 'Trang thiết bị, đường truyền',
  CITIZENS: 'Người dân, doanh nghiệp',
  DATA: 'Dữ liệu thiếu, sai, chưa chia sẻ',
  COOPERATION: 'Phối hợp giữa các đơn vị',
  OTHER: 'Nguyên nhân khác',
};

/** Rows of units, departments and places under titles of their own, each group numbered from one. */
function grouped<T extends { unit: ReportRow['unit'] }>(
  rows: readonly T[],
  count: number,
  cellsOf: (row: T) => AnnexCell[],
): AnnexRow[] {
  const departments = rows.filter(({ unit }) => unit.kind === 'DEPARTMENT');
  const places = rows.filter(({ unit }) => unit.kind !== 'DEPARTMENT');
  const groups = [
    { title: 'Sở, ban, ngành', rows: departments },
    { title: 'Cấp huyện', rows: places },
  ].filter((group) => group.rows.length > 0);
  return groups.flatMap(({ title, rows: found }, at): AnnexRow[] => [
    ...(groups.length > 1 ? [titleRow(['I', 'II'][at] ?? '', title, count)] : []),
    ...found.map((row, number): AnnexRow => ({
      code: row.unit.code,
      kind: 'UNIT',
      cells: [whole(number + 1), words(row.unit.name), ...cellsOf(row)],
    })),
  ]);
}

function titleRow(number: string, title: string, count: number): AnnexRow {
  const empty = Array.from({ length: count - 2 }, () => words(''));
  return { code: null, kind: 'SUM', cells: [words(number), words(title), ...empty] };
}

/** Each department and district: what it reached beside its target, and what it misses; within a year, what the year so far misses to its mark. */
export function unitsTable(facts: ReportFacts): AnnexTable {
  return facts.units.some(({ mark }) => mark !== undefined) ? markedUnitsTable(facts) : yearlyUnitsTable(facts);
}

const bareRate = (counts: CitedCounts): AnnexCell => ({
  text: counts.denominator === 0 ? NOTHING : rateIn(counts).replace(/\s%$/, ''),
  value: basisPoints(counts),
});
const percent = (hundredths: number | null, none: string): AnnexCell => ({
  text: hundredths === null ? none : percentInWords(hundredths).replace('%', ''),
  value: hundredths,
});

/** The period and the year so far beside one another: a target is of the year, so its mark is held against the year so far alone. */
function markedUnitsTable({ province, units }: ReportFacts): AnnexTable {
  const cellsOf = (row: ReportRow): AnnexCell[] => {
    const sofar = { ...yearSoFar(row), target: row.mark ?? null };
    const status = markStatusIn(row) ?? 'NO_TARGET';
    const missing = status === 'NOT_MET' && sofar.target !== null ? missingToTarget(sofar, sofar.target) : null;
    return [
      ...[whole(row.numerator), whole(row.denominator), bareRate(row)],
      ...[whole(sofar.numerator), whole(sofar.denominator), bareRate(sofar)],
      ...[percent(sofar.target, NOTHING), percent(row.target, NOTHING), words(MARK_STATUS[status])],
      missing === null ? words('') : whole(missing),
    ];
  };
  const columns = [
    ...[{ ...ordinal, width: 9 }, column('Đơn vị', 30, 'NAME', 'left')],
    ...[column('Tử số trong kỳ', 12, 'WHOLE'), column('Mẫu số trong kỳ', 12, 'WHOLE')],
    ...[column('Tỷ lệ trong kỳ (%)', 14, 'PERCENT'), column('Tử số lũy kế', 14, 'WHOLE')],
    ...[column('Mẫu số lũy kế', 14, 'WHOLE'), column('Tỷ lệ lũy kế (%)', 14, 'PERCENT')],
    ...[column('Mốc (%)', 12, 'PERCENT'), column('Chỉ tiêu năm (%)', 10, 'PERCENT')],
    ...[column('Đánh giá theo mốc', 12, 'NAME', 'center'), column('Còn thiếu (hồ sơ)', 12, 'WHOLE')],
  ];
  const sum: AnnexRow = {
    code: null,
    kind: 'SUM',
    cells: [words(''), words(province.unit.name), ...cellsOf(province)],
  };
  return { columns, rows: [...grouped(units, columns.length, cellsOf), sum] };
}

const MARK_STATUS = {
  MET: 'Đạt',
  NOT_MET: 'Dưới mốc',
  NO_DOSSIERS: 'Không có hồ sơ',
  NO_TARGET: 'Chưa có mốc',
} as const;

function yearlyUnitsTable({ province, units }: ReportFacts): AnnexTable {
  const cellsOf = (row: ReportRow): AnnexCell[] => {
    const { numerator, denominator, target } = row;
    const status = statusIn(row);
    const missing = status === 'NOT_MET' && target !== null ? missingToTarget(row, target) : null;
    return [
      ...[whole(numerator), whole(denominator)],
      { text: denominator === 0 ? NOTHING : rateIn(row).replace(/\s%$/, ''), value: basisPoints(row) },
      { text: target === null ? NOTHING : percentInWords(target).replace('%', ''), value: target },
      words(STATUS[status]),
      missing === null ? words('') : whole(missing),
    ];
  };
  const columns = [
    ...[ordinal, column('Đơn vị', 41, 'NAME', 'left'), column('Tử số (hồ sơ)', 20, 'WHOLE')],
    ...[column('Mẫu số (hồ sơ)', 20, 'WHOLE'), column('Tỷ lệ (%)', 18, 'PERCENT')],
    ...[column('Chỉ tiêu (%)', 17, 'PERCENT'), column('Đánh giá', 20, 'NAME', 'center')],
    column('Còn thiếu (hồ sơ)', 16, 'WHOLE'),
  ];
  const sum: AnnexRow = {
    code: null,
    kind: 'SUM',
    cells: [words(''), words(province.unit.name), ...cellsOf(province)],
  };
  return { columns, rows: [...grouped(units, columns.length, cellsOf), sum] };
}

/** What became of each unit since the period before; null where there is none. */
export function changesTable({ before, province, units }: ReportFacts): AnnexTable | null {
  if (before === null) return null;
  const points = (row: ReportRow): AnnexCell => {
    const moved = pointsBetween(row.before, row);
    return moved === null ? words(NOTHING) : { text: signed(moved), value: moved };
  };
  const turned = (row: ReportRow): string => {
    const [was, is] = [row.before && statusIn(row.before), statusIn(row)];
    return was === null || was === is ? '' : `${STATUS[was]} → ${STATUS[is]}`;
  };
  const rate = (counts: ReportRow | ReportRow['before']): AnnexCell =>
    counts === null || counts.denominator === 0
      ? words(NOTHING)
      : { text: rateIn(counts).replace(/\s%$/, ''), value: basisPoints(counts) };
  const cellsOf = (row: ReportRow): AnnexCell[] => [rate(row.before), rate(row), points(row), words(turned(row))];
  const columns = [
    ...[ordinal, column('Đơn vị', 50, 'NAME', 'left'), column('Kỳ trước (%)', 22, 'PERCENT')],
    ...[column('Kỳ này (%)', 22, 'PERCENT'), column('Tăng, giảm (điểm %)', 24, 'POINTS')],
    column('Chuyển đánh giá', 34, 'NAME', 'left'),
  ];
  const sum: AnnexRow = {
    code: null,
    kind: 'SUM',
    cells: [words(''), words(province.unit.name), ...cellsOf(province)],
  };
  return { columns, rows: [...grouped(units, columns.length, cellsOf), sum] };
}

/** `+1,25`, `−0,50`: with the sign of subtraction, which is no hyphen. */
const signed = (points: number): string => (points > 0 ? '+' : points < 0 ? '−' : '') + decimals(Math.abs(points));

/** Difficulties by cause; null where there were none. */
export function difficultiesTable({ difficulties: { groups } }: ReportFacts): AnnexTable | null {
  if (groups.length === 0) return null;
  return {
    columns: [
      ...[ordinal, column('Nguyên nhân', 53, 'NAME', 'left'), column('Số vướng mắc', 24, 'WHOLE')],
      ...[column('Chưa xong', 22, 'WHOLE'), column('Số đơn vị', 23, 'WHOLE'), column('Hồ sơ liên quan', 30, 'WHOLE')],
    ],
    rows: groups.map(({ cause, count, open, units, dossiers }, at) => ({
      code: null,
      kind: 'UNIT',
      cells: [...[whole(at + 1), words(CAUSE_WORDS[cause]), whole(count), whole(open), whole(units), whole(dossiers)]],
    })),
  };
}

/** What of form II.06a fits on the page: what came, what ended and how, what is open. */
export function receptionTable({ province, reception }: ReportFacts): AnnexTable | null {
  if (reception === null) return null;
  const cellsOf = ({ sums }: { sums: ReceptionSums }): AnnexCell[] => [
    ...[whole(receivedIn(sums)), whole(sums.carriedOver), whole(resolvedIn(sums))],
    ...[whole(sums.early), whole(sums.onTime), whole(sums.late), whole(openAfter(sums)), whole(sums.openOverdue)],
  ];
  const number = (title: string, width: number) => column(title, width, 'WHOLE');
  const columns = [
    ...[ordinal, column('Đơn vị', 31, 'NAME', 'left'), number('Tiếp nhận', 15), number('Từ kỳ trước', 16)],
    ...[number('Đã giải quyết', 15), number('Trước hạn', 16), number('Đúng hạn', 15), number('Quá hạn', 13)],
    ...[number('Đang giải quyết', 15), number('Trong đó quá hạn', 16)],
  ];
  const all = cellsOf({ sums: reception.province });
  const sum: AnnexRow = { code: null, kind: 'SUM', cells: [words(''), words(province.unit.name), ...all] };
  return { columns, rows: [...grouped(reception.units, columns.length, cellsOf), sum] };
}

/** Under which reference each figure of the paper is found. */
export function referencesTable({ province, units, cumulative }: ReportFacts): AnnexTable {
  const row = (
    name: string,
    code: string | null,
    counts: Pick<ReportRow, 'numerator' | 'denominator' | 'reference'>,
  ) => ({
    ...{ name, code, counts },
  });
  const rows = [
    row(province.unit.name, province.unit.code, province),
    ...(cumulative ? [row(`${province.unit.name}, lũy kế từ đầu năm`, null, cumulative)] : []),
    ...units.flatMap((one) => [
      row(one.unit.name, one.unit.code, one),
      ...(one.cumulative ? [row(`${one.unit.name}, lũy kế từ đầu năm`, null, one.cumulative)] : []),
    ]),
  ];
  return {
    columns: [
      ...[ordinal, column('Đơn vị', 62, 'NAME', 'left'), column('Tử số/Mẫu số', 35, 'NAME', 'right')],
      column('Mã số liệu', 55, 'NAME', 'left'),
    ],
    rows: rows.map(({ name, code, counts }, at) => ({
      code,
      kind: 'UNIT',
      cells: [
        whole(at + 1),
        words(name),
        words(`${formatWhole(counts.numerator, 'vi')}/${formatWhole(counts.denominator, 'vi')}`),
        words(counts.reference),
      ],
    })),
  };
}

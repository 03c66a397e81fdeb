import { decimals, percentInWords } from '../decision-document/words.ts';
import type { DifficultyCause } from '../difficulties/states.ts';
import type { AnnexCell, AnnexColumn, AnnexRow, AnnexTable } from '../paper/table.ts';
import { basisPoints, formatWhole, missingToTarget } from '../rate.ts';
import type { CitedCounts, ReportFacts, ReportRow } from './facts.ts';
import { openAfter, receivedIn, resolvedIn, type ReceptionSums } from './reception.ts';
import {
  hasMarks,
  markStatusIn,
  pointsBetween,
  provinceLevel,
  provinceRow,
  rateIn,
  standsNow,
  statusIn,
  stoodBefore,
  yearSoFar,
} from './values.ts';

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
  return hasMarks(facts.units) ? markedUnitsTable(facts) : yearlyUnitsTable(facts);
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
function markedUnitsTable(facts: ReportFacts): AnnexTable {
  const { units } = facts;
  const province = provinceRow(facts);
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
    ...[{ ...ordinal, width: 12 }, column('Đơn vị', 60, 'NAME', 'left')],
    ...counted('Trong kỳ báo cáo'),
    ...counted('Lũy kế từ đầu năm'),
    ...[column('Mốc (%)', 17, 'PERCENT'), column('Chỉ tiêu năm (%)', 19, 'PERCENT')],
    ...[column('Đánh giá lũy kế', 22, 'NAME', 'center'), column('Còn thiếu (hồ sơ)', 19, 'WHOLE')],
  ];
  const sum: AnnexRow = {
    code: null,
    kind: 'SUM',
    cells: [words(''), words(province.unit.name), ...provinceCells(facts, cellsOf(province))],
  };
  return { columns, rows: [...grouped(units, columns.length, cellsOf), sum], wide: true };
}

const counted = (group: string): AnnexColumn[] =>
  [column('Tử số', 18, 'WHOLE'), column('Mẫu số', 18, 'WHOLE'), column('Tỷ lệ (%)', 18, 'PERCENT')].map((one) => ({
    ...one,
    group,
  }));

/** The whole province has no mark of its own: its year so far is held against what the year asks of it, as the sentences hold it. */
function provinceCells(facts: ReportFacts, cells: readonly AnnexCell[]): AnnexCell[] {
  const level = provinceLevel(facts);
  const row = provinceRow(facts);
  if ((row.mark ?? null) !== null || level === null) return [...cells];
  const sofar = yearSoFar(row);
  const missing = missingToTarget(sofar, level);
  const judged =
    sofar.denominator === 0
      ? [words(STATUS.NO_DOSSIERS), words('')]
      : [words(missing === 0 ? STATUS.MET : STATUS.NOT_MET), missing === 0 ? words('') : whole(missing)];
  return [...cells.slice(0, 7), percent(level, NOTHING), ...judged];
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
    const [was, is] = [stoodBefore(row), standsNow(row)];
    const said = row.mark === undefined ? STATUS : MARK_STATUS;
    return was === null || was === is ? '' : `${said[was]} → ${said[is]}`;
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

/** A column of form II.06a: what it counts, and which others it is the sum of. */
export interface ReceptionFormColumn {
  group: string;
  title: string;
  of: (sums: ReceptionSums) => number;
  /** It is left out where nobody has any: the form itself has no such column. */
  isExtra?: true;
  isTotal?: true;
}

const CAME = 'Số lượng hồ sơ tiếp nhận';
const RESOLVED = 'Số lượng hồ sơ đã giải quyết';
const OPEN = 'Số lượng hồ sơ đang giải quyết';
const FORM: readonly ReceptionFormColumn[] = [
  { group: CAME, title: 'Tổng số', of: (sums) => receivedIn(sums) + sums.carriedOver, isTotal: true },
  { group: CAME, title: 'Trong kỳ: trực tuyến', of: ({ online }) => online },
  { group: CAME, title: 'Trong kỳ: trực tiếp, bưu chính', of: ({ direct }) => direct },
  { group: CAME, title: 'Trong kỳ: không rõ kênh', of: ({ unknownChannel }) => unknownChannel, isExtra: true },
  { group: CAME, title: 'Từ kỳ trước', of: ({ carriedOver }) => carriedOver },
  { group: RESOLVED, title: 'Tổng số', of: resolvedIn, isTotal: true },
  { group: RESOLVED, title: 'Trước hạn', of: ({ early }) => early },
  { group: RESOLVED, title: 'Đúng hạn', of: ({ onTime }) => onTime },
  { group: RESOLVED, title: 'Quá hạn', of: ({ late }) => late },
  { group: RESOLVED, title: 'Không rõ hạn', of: ({ withoutDue }) => withoutDue, isExtra: true },
  { group: OPEN, title: 'Tổng số', of: openAfter, isTotal: true },
  { group: OPEN, title: 'Trong hạn', of: ({ openInTime }) => openInTime },
  { group: OPEN, title: 'Quá hạn', of: ({ openOverdue }) => openOverdue },
  { group: '', title: 'Rút, dừng giải quyết', of: ({ left }) => left, isExtra: true },
];

/** Form II.06a: what came, what ended and how, what is open; columns that the form does not have only where something is in them. */
export function receptionTable({ province, reception }: ReportFacts): AnnexTable | null {
  if (reception === null) return null;
  const all = [reception.province, ...reception.units.map(({ sums }) => sums)];
  const shown = FORM.filter(({ isExtra, of }) => !isExtra || all.some((sums) => of(sums) > 0));
  const cellsOf = ({ sums }: { sums: ReceptionSums }): AnnexCell[] => shown.map(({ of }) => whole(of(sums)));
  const width = Math.floor(1_850 / shown.length) / 10;
  const columns: AnnexColumn[] = [
    ...[
      { ...ordinal, width: 12, number: '(1)' },
      { ...column('Đơn vị', 60, 'NAME', 'left'), number: '(2)' },
    ],
    ...shown.map(({ title, group }, at) => ({
      ...{ ...column(title, width, 'WHOLE'), number: numberOf(shown, at) },
      ...(group !== '' && { group }),
    })),
  ];
  const sum: AnnexRow = {
    ...{ code: null, kind: 'SUM' },
    cells: [words(''), words(province.unit.name), ...cellsOf({ sums: reception.province })],
  };
  return { columns, rows: [...grouped(reception.units, columns.length, cellsOf), sum], wide: true };
}

/** `(3) = (4)+(5)+(6)` of a total, `(4)` of what it sums; the first two are the number and the unit. */
function numberOf(columns: readonly ReceptionFormColumn[], at: number): string {
  const [own, before] = [columns[at], 3];
  const number = `(${at + before})`;
  if (!own?.isTotal) return number;
  const parts = columns.flatMap(({ group, isTotal }, other) =>
    group === own.group && !isTotal ? [`(${other + before})`] : [],
  );
  return `${number} = ${parts.join(' + ')}`;
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

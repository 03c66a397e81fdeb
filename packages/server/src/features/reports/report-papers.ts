import type { AnnexCell, AnnexColumn, AnnexTable } from '@chi-tieu/shared/domain/paper/table';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import { ratePercent, type Counts } from '@chi-tieu/shared/domain/rate';
import type { ReportFacts, ReportRow as FactsRow } from '@chi-tieu/shared/domain/report/facts';
import { difficultiesTable, receptionTable, unitsTable } from '@chi-tieu/shared/domain/report/tables';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import { docxOf } from '../../app/papers/docx.ts';
import type { Paper } from '../../app/papers/paper.ts';
import { pdfInThread } from '../../app/papers/pdf-threads.ts';
import type { SheetColumn } from '../../app/sheets/cells.ts';
import { workbookOf, type Sheet, type SheetCell } from '../../app/sheets/xlsx.ts';
import { directionSheets } from './direction-sheet.ts';
import type { ReportForm } from './files.queries.ts';
import type { ReportRow } from './reports.queries.ts';

/** A report as a file of a form; what is written follows from what is kept alone. */
export async function writeReport(
  row: ReportRow,
  form: ReportForm,
  { title, isDraft }: { title: string; isDraft: boolean },
): Promise<Buffer> {
  const paper: Paper = { blocks: row.content ?? [], title, isDraft, reference: row.reference, madeAt: row.knownAt };
  if (form === 'docx') return docxOf(paper);
  return form === 'pdf' ? pdfInThread(paper) : annexesOf(row, paper);
}

/** The annexes as a workbook: results, form II.06a, the list, difficulties, what differs from a report that is replaced; numbers are numbers. */
async function annexesOf({ facts }: ReportRow, paper: Paper): Promise<Buffer> {
  const above = (title: string): string[] => [
    paper.isDraft ? `DỰ THẢO. ${paper.title}` : paper.title,
    `${title}; ${facts.period.name}`,
    `Mã tham chiếu: ${paper.reference}`,
  ];
  // Numbered as they come: one that has nothing to say is not there.
  const parts: Annex[] = [
    { ...resultSheet(facts), title: facts.indicator.name },
    ...receptionSheet(facts),
    ...listSheet(facts),
    ...difficultySheet(facts),
    ...directionSheets(facts),
    ...replacementSheet(facts),
  ];
  const sheets = parts.map(({ title, note, ...sheet }, at) => ({
    ...sheet,
    above: [...above(`Phụ lục ${at + 1}. ${title}`), ...(note === undefined ? [] : [note])],
  }));
  const made: Buffer[] = [];
  for await (const part of workbookOf(sheets, paper.madeAt)) made.push(part);
  return Buffer.concat(made);
}

const WIDTHS: Record<AnnexColumn['kind'], number> = { ORDINAL: 6, NAME: 36, WHOLE: 14, PERCENT: 14, POINTS: 14 };
const columnsOf = (table: AnnexTable): SheetColumn[] =>
  table.columns.map(({ title, kind, group, number }) => ({
    ...{ title, width: WIDTHS[kind] },
    ...(group !== undefined && { group }),
    ...(number !== undefined && { number }),
  }));

function cellOf({ text, value }: AnnexCell, column: AnnexColumn | undefined): SheetCell {
  const kind = column?.kind ?? 'NAME';
  if (kind === 'NAME') return text === '' ? null : text;
  if (value === null || kind === 'ORDINAL') return value;
  return kind === 'WHOLE' ? { number: value, shownAs: 'WHOLE' } : { number: percentOf(value), shownAs: 'DECIMAL' };
}

/** The table of the paper, with the code of each unit, what it had before, and the reference of its figure. */
function resultSheet(facts: ReportFacts): Sheet {
  const table = unitsTable(facts);
  const rows = new Map([facts.province, ...facts.units].map((row) => [row.unit.code, row] as const));
  const before = facts.before ? [{ title: `${facts.before.name} (%)`, width: 14 }] : [];
  const beforeOf = (row: FactsRow | undefined): SheetCell => {
    const rate = row?.before ? ratePercent(row.before) : null;
    return rate === null ? null : { number: rate, shownAs: 'DECIMAL' };
  };
  const cells = table.rows.map(({ code, kind, cells: texts }): SheetCell[] => {
    const isProvince = kind === 'SUM' && texts[1]?.text === facts.province.unit.name;
    const row = rows.get(code ?? (isProvince ? facts.province.unit.code : ''));
    const [number = null, ...others] = texts.map((cell, at) => cellOf(cell, table.columns[at]));
    return [number, row?.unit.code ?? null, ...others, ...before.map(() => beforeOf(row)), row?.reference ?? null];
  });
  const [first, ...columns] = columnsOf(table);
  const all = [first ?? { title: '', width: 6 }, { title: 'Mã đơn vị', width: 12 }, ...columns, ...before];
  return { name: 'Kết quả', columns: [...all, { title: 'Mã số liệu', width: 26 }], rows: cells };
}

/** A sheet with its title, and what is said below that. */
type Annex = Sheet & { title: string; note?: string };

/** Form II.06a as the paper has it, with the codes of the units, its numbered columns, and who signs it. */
function receptionSheet(facts: ReportFacts): Annex[] {
  const table = receptionTable(facts);
  if (table === null) return [];
  const rows = table.rows.map(({ code, kind, cells: texts }): SheetCell[] => {
    const isProvince = kind === 'SUM' && texts[1]?.text === facts.province.unit.name;
    const [number = null, ...others] = texts.map((cell, at) => cellOf(cell, table.columns[at]));
    return [number, ...others, code ?? (isProvince ? facts.province.unit.code : null)];
  });
  const columns = [...columnsOf(table), { title: 'Mã đơn vị', width: 12 }];
  const { from, to } = facts.period;
  return [
    {
      ...{ name: 'II.06a', columns, rows },
      below: [
        [null, 'Người lập biểu', ...Array.from({ length: 8 }, () => null), 'Thủ trưởng đơn vị'],
        [null, '(Ký, ghi rõ họ tên)', ...Array.from({ length: 8 }, () => null), '(Ký, đóng dấu, ghi rõ họ tên)'],
      ],
      title: 'Biểu số II.06a/VPCP/KSTT: tình hình, kết quả giải quyết thủ tục hành chính, theo đơn vị',
      note: `Kỳ báo cáo: từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}; đơn vị tính: hồ sơ`,
    },
  ];
}

const TIERS: Readonly<Record<string, string>> = { PROVINCE: 'Cấp tỉnh', DISTRICT: 'Cấp huyện', COMMUNE: 'Cấp xã' };
const LEVELS: Readonly<Record<string, string>> = {
  LEVEL_1: 'Mức độ 1',
  LEVEL_2: 'Mức độ 2',
  LEVEL_3: 'Mức độ 3',
  LEVEL_4: 'Mức độ 4',
  PARTIAL: 'Một phần',
  FULL: 'Toàn trình',
};

function listSheet({ list }: ReportFacts): Annex[] {
  if (list === null) return [];
  const columns = [
    ...[
      { title: 'STT', width: 6 },
      { title: 'Mã thủ tục', width: 14 },
      { title: 'Tên thủ tục', width: 70 },
    ],
    ...[
      { title: 'Cấp thực hiện', width: 14 },
      { title: 'Mức độ', width: 14 },
    ],
    ...[
      { title: 'Tử số (hồ sơ)', width: 14 },
      { title: 'Mẫu số (hồ sơ)', width: 14 },
    ],
  ];
  const rows = list.services.map(({ code, name, tier, level, numerator, denominator }, at): SheetCell[] => [
    ...[at + 1, code, name, TIERS[tier] ?? tier, LEVELS[level] ?? level],
    { number: numerator, shownAs: 'WHOLE' },
    { number: denominator, shownAs: 'WHOLE' },
  ]);
  return [{ name: 'Danh mục', columns, rows, title: list.name }];
}

function difficultySheet(facts: ReportFacts): Annex[] {
  const table = difficultiesTable(facts);
  if (table === null) return [];
  const rows = table.rows.map(({ cells }) => cells.map((cell, at) => cellOf(cell, table.columns[at])));
  return [{ name: 'Khó khăn', columns: columnsOf(table), rows, title: 'Khó khăn, vướng mắc theo nguyên nhân' }];
}

/** What reads otherwise than in the report that is replaced: numbers as numbers. */
function replacementSheet({ replaces = null }: ReportFacts): Annex[] {
  if (replaces === null || replaces.figures.length === 0) return [];
  const whole = (value: number): SheetCell => ({ number: value, shownAs: 'WHOLE' });
  const rate = (counts: Counts): SheetCell => {
    const found = ratePercent(counts);
    return found === null ? null : { number: found, shownAs: 'DECIMAL' };
  };
  const titles = ['Tử số đã báo cáo', 'Mẫu số đã báo cáo', 'Tỷ lệ đã báo cáo (%)', 'Tử số', 'Mẫu số', 'Tỷ lệ (%)'];
  const rows = replaces.figures.map(({ code, name, before, after }): SheetCell[] => [
    ...[code, name, whole(before.numerator), whole(before.denominator), rate(before)],
    ...[whole(after.numerator), whole(after.denominator), rate(after)],
  ]);
  const first = [
    { title: 'Mã đơn vị', width: 12 },
    { title: 'Đơn vị', width: 40 },
  ];
  const columns = [...first, ...titles.map((title) => ({ title, width: 16 }))];
  return [{ name: 'Thay đổi', columns, rows, title: `Số liệu thay đổi so với báo cáo ${replaces.reference}` }];
}

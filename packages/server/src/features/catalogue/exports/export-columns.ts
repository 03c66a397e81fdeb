import type { Locale } from '../../../app/locale.ts';
import type { ServiceLevel, UnitKind } from '../../../app/enums.ts';
import type { Cell, SheetColumn } from '../../../app/sheets/cells.ts';
import type { EntryRow } from '../lists.queries.ts';
import type { ProcedureRow } from '../catalogue.queries.ts';

/** A procedure with what its row of a file says beside its own text. */
export interface ExportedProcedure {
  procedure: ProcedureRow;
  /** Where it stands on lists on the day. */
  entries: readonly (EntryRow & { list: string })[];
  changedAt: Date | null;
}

type Text = Record<Locale, string>;
interface ExportColumn {
  title: Text;
  width: number;
  cell: (row: ExportedProcedure, locale: Locale) => Cell;
}

const TIERS: Readonly<Record<UnitKind, Text>> = {
  PROVINCE: { vi: 'Cấp tỉnh', en: 'Province' },
  DEPARTMENT: { vi: 'Cấp tỉnh', en: 'Province' },
  DISTRICT: { vi: 'Cấp huyện', en: 'District' },
  COMMUNE: { vi: 'Cấp xã', en: 'Commune' },
};
const LEVELS: Readonly<Record<ServiceLevel, Text>> = {
  LEVEL_1: { vi: 'Mức độ 1', en: 'Level 1' },
  LEVEL_2: { vi: 'Mức độ 2', en: 'Level 2' },
  LEVEL_3: { vi: 'Mức độ 3', en: 'Level 3' },
  LEVEL_4: { vi: 'Mức độ 4', en: 'Level 4' },
  PARTIAL: { vi: 'Một phần', en: 'Partial' },
  FULL: { vi: 'Toàn trình', en: 'Full' },
};

const day = (value: string | null): Cell => (value === null ? null : { day: value });
const lines = (values: readonly string[]): Cell => values.join('\n') || null;

/** What can stand in a file, by the name of its column. */
export const EXPORT_COLUMNS: Readonly<Record<string, ExportColumn>> = {
  code: { title: { vi: 'Mã thủ tục', en: 'Code' }, width: 12, cell: ({ procedure }) => procedure.code },
  name: { title: { vi: 'Tên thủ tục', en: 'Name' }, width: 70, cell: ({ procedure }) => procedure.name },
  field: { title: { vi: 'Lĩnh vực', en: 'Field' }, width: 26, cell: ({ procedure }) => procedure.field },
  tiers: {
    title: { vi: 'Cấp thực hiện', en: 'Tiers' },
    width: 26,
    cell: ({ procedure }, locale) => procedure.tiers.map((tier) => TIERS[tier][locale]).join(', ') || null,
  },
  level: {
    title: { vi: 'Mức độ dịch vụ công', en: 'Service level' },
    width: 34,
    cell: ({ entries }, locale) =>
      lines(
        entries.map(
          ({ list, level, tier }) =>
            `${list}: ${LEVELS[level][locale]}, ${TIERS[tier][locale].toLocaleLowerCase(locale)}`,
        ),
      ),
  },
  inForceFrom: {
    title: { vi: 'Hiệu lực từ', en: 'In force from' },
    width: 13,
    cell: ({ procedure }) => day(procedure.inForceFrom),
  },
  inForceTo: {
    title: { vi: 'Hiệu lực đến', en: 'In force to' },
    width: 13,
    cell: ({ procedure }) => day(procedure.inForceTo),
  },
  authority: {
    title: { vi: 'Cơ quan có thẩm quyền', en: 'Authority' },
    width: 34,
    cell: ({ procedure }) => procedure.authority,
  },
  processingDays: {
    title: { vi: 'Thời hạn (ngày làm việc)', en: 'Working days' },
    width: 13,
    cell: ({ procedure }) => procedure.processingDays,
  },
  legalBases: {
    title: { vi: 'Căn cứ pháp lý', en: 'Legal bases' },
    width: 50,
    cell: ({ procedure }) => lines(procedure.legalBases),
  },
  fees: { title: { vi: 'Phí, lệ phí', en: 'Fees' }, width: 30, cell: ({ procedure }) => procedure.fees },
  conditions: {
    title: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
    width: 50,
    cell: ({ procedure }) => procedure.conditions,
  },
  links: {
    title: { vi: 'Liên kết', en: 'Links' },
    width: 40,
    cell: ({ procedure }) => lines(procedure.links.map(({ url }) => url)),
  },
  version: { title: { vi: 'Phiên bản', en: 'Version' }, width: 10, cell: ({ procedure }) => procedure.version },
  changedAt: {
    title: { vi: 'Sửa lần cuối', en: 'Changed' },
    width: 18,
    cell: ({ changedAt }) => changedAt && changedAt.toISOString(),
  },
};

export const USUAL_COLUMNS = ['code', 'name', 'field', 'tiers', 'level', 'inForceFrom', 'inForceTo'] as const;

/** Columns by their names, as a file of a language has them. */
export function sheetColumns(names: readonly string[], locale: Locale): SheetColumn[] {
  return names.flatMap((name) => {
    const column = EXPORT_COLUMNS[name];
    return column ? [{ title: column.title[locale], width: column.width }] : [];
  });
}

/** A procedure as a row of a file. */
export function sheetRow(names: readonly string[], row: ExportedProcedure, locale: Locale): Cell[] {
  return names.map((name) => EXPORT_COLUMNS[name]?.cell(row, locale) ?? null);
}

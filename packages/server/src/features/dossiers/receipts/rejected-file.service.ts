import { KEPT_FIELDS } from '@chi-tieu/shared/domain/dossier-row';
import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import type { Locale } from '../../../app/locale.ts';
import type { Cell, SheetColumn } from '../../../app/sheets/cells.ts';
import { receiptById } from '../ingest/batches.service.ts';
import { problemText } from '../ingest/problem-texts.ts';
import { rowsWithin } from '../ingest/quarantine.service.ts';
import { rejectedRows, type RejectedRow } from './receipts.queries.ts';

const TITLES: Record<Locale, readonly [string, string, string, string]> = {
  vi: ['Dòng', 'Ô sai', 'Lý do', 'Đã xử lý'],
  en: ['Row', 'Field', 'Reason', 'What became of it'],
};
const STATES: Record<'OPEN' | NonNullable<RejectedRow['closedAs']>, Record<Locale, string>> = {
  OPEN: { vi: 'Chờ sửa', en: 'Waits' },
  MENDED: { vi: 'Đã sửa, đã nhận', en: 'Mended and taken' },
  REPLACED: { vi: 'Có dòng mới hơn', en: 'A newer row came' },
  DISCARDED: { vi: 'Đã bỏ', en: 'Put aside' },
};
const CATALOGUE_FIELDS = ['code', 'name', 'field', 'tiers', 'in_force_from', 'in_force_to'];
const ROWS_AT_ONCE = 500;

/** The rows of an import that were not taken, as a table: what they say of themselves, and why each is bad. No personal data is kept of them. */
export interface RejectedFile {
  columns: SheetColumn[];
  rows: AsyncGenerator<Cell[]>;
}

/** Opens it; NOT_FOUND where there is no such receipt that the caller may read. */
export async function openRejectedFile(ctx: Context, id: string): Promise<RejectedFile> {
  const within = await rowsWithin(ctx, 'quarantine.read');
  const receipt = await receiptById(ctx, id);
  if (!receipt) throw notFound('batch.unknown', { id: id.slice(0, 60) });
  const fields: readonly string[] = receipt.kind === 'PROCEDURES' ? CATALOGUE_FIELDS : KEPT_FIELDS;
  const [row, field, reason, state] = TITLES[ctx.locale];
  const columns = [
    { title: row, width: 8 },
    ...fields.map((title) => ({ title, width: 22 })),
    { title: field, width: 20 },
    { title: reason, width: 60 },
    { title: state, width: 20 },
  ];
  async function* rows(): AsyncGenerator<Cell[]> {
    let after = { rowNumber: -1, id: '0' };
    for (;;) {
      const some = await rejectedRows(ctx.read, ctx.provinceId, within, receipt?.id ?? '', after, ROWS_AT_ONCE);
      for (const one of some) yield cellsOf(one, fields, ctx.locale);
      const last = some.at(-1);
      if (!last || some.length < ROWS_AT_ONCE) return;
      after = last;
    }
  }
  return { columns, rows: rows() };
}

function cellsOf(row: RejectedRow, fields: readonly string[], locale: Locale): Cell[] {
  const kept = fields.map((name) => row.fields[name] ?? null);
  const state = STATES[row.closedAs ?? 'OPEN'][locale];
  return [row.rowNumber, ...kept, row.field, problemText(row.problem, locale), state];
}

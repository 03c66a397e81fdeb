import { cellAt } from '@chi-tieu/shared/domain/import/cell';
import { blocks } from '@chi-tieu/shared/domain/import/problem';
import type { Locale } from '../../../app/locale.ts';
import type { Sql } from '../../../app/sql.ts';
import { problemSentence } from './problem-sentences.ts';
import type { ImportRecord } from './imports.queries.ts';
import { settledRows } from './show-import.service.ts';

const HEADS = { vi: { row: 'Dòng', why: 'Lý do' }, en: { row: 'Row', why: 'Reason' } } as const;

/**
 * The rows that were left, as the file had them but for what was mended, each with its number there and why: as many rows under the
 * header as are counted as rejected. Made from the rows that are counted.
 */
export async function rejectedTable(
  sql: Sql,
  provinceId: number,
  record: ImportRecord,
  locale: Locale,
): Promise<string[][]> {
  const rows = (await settledRows(sql, provinceId, record)).filter(({ status }) => status === 'REJECTED');
  const { row: number, why } = HEADS[locale];
  const header = [number, ...record.columns.map(({ header: text }) => text), why];
  return [
    header,
    ...rows.map(({ row, kept, problems }) => [
      String(row),
      ...record.columns.map((_, column) => kept.mended[String(column)] ?? cellAt(kept, column).text),
      problems
        .filter(blocks)
        .map((problem) => problemSentence(problem, locale))
        .join(' '),
    ]),
  ];
}

import { UnreadableBody } from './json-rows.ts';

/** Refuses a header that names the key twice: which of two codes is the row's nobody can tell. */
export function needOneKeyColumn(columns: readonly string[], keyColumn: string): void {
  if (columns.indexOf(keyColumn) !== columns.lastIndexOf(keyColumn))
    throw new UnreadableBody('two key columns', 'ingest.columnTwice', { column: keyColumn });
}

import { randomUUID } from 'node:crypto';
import { fieldOfHeader, headerKey, proposeColumns } from '@chi-tieu/shared/domain/import/fields';
import { findHeader, headersAt } from '@chi-tieu/shared/domain/import/header';
import type { TableRow } from '@chi-tieu/shared/domain/import/cell';
import { UnreadableBody } from '../../../app/body/json-rows.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import { decodeText, type Encoding } from '../../../app/spreadsheet/decode-text.ts';
import { fileKind } from '../../../app/spreadsheet/file-kind.ts';
import { readTables, TABLE_LIMITS, type Table } from '../../../app/spreadsheet/read-tables.ts';
import type { ImportKind } from './import-enums.ts';
import { choicesFor, insertImport, insertRows, type KeptColumn, type KeptTable } from './imports.queries.ts';
import { repliesTable } from './replies.ts';

/** A file that was read, and what of it is to be kept. */
export interface ReadFile {
  kind: ImportKind;
  name: string | null;
  bytes: number;
  tables: readonly Table[];
}

const KINDS = { WORKBOOK: 'WORKBOOK', TEXT: 'TEXT', JSON: 'REPLY' } as const;
/** Imports that nobody touched for so many days are taken away. */
export const KEPT_DAYS = 30;

/** Reads a file of procedures, whatever it is by its content; throws UnreadableBody with what is wrong in words. */
export async function readFileOfProcedures(
  bytes: Buffer,
  name: string | null,
  encoding: Encoding | null,
): Promise<ReadFile> {
  const kind = fileKind(bytes);
  const tables =
    kind === 'JSON'
      ? [repliesTable(decodeText(bytes, encoding), TABLE_LIMITS.rows)]
      : await readTables(bytes, kind, encoding);
  return { kind: KINDS[kind], name, bytes: bytes.length, tables };
}

/** Keeps what was read as an import of its own; gives its id. Nothing is taken into the catalogue. */
export async function openImport(tx: Writer, provinceId: number, file: ReadFile): Promise<string> {
  const id = randomUUID();
  const tables = file.tables.map(keptTable);
  const tableNumber = likeliest(file.tables, tables);
  const table = tables[tableNumber];
  if (!table) throw new UnreadableBody('no table', 'sheet.noRows');
  const { headerFrom, headerTo } = table;
  const rows = file.tables[tableNumber]?.rows ?? [];
  const columns = await proposedColumns(tx, provinceId, headersAt(rows, { from: headerFrom, to: headerTo }));
  const { kind, name, bytes } = file;
  const place = { tableNumber, headerFrom, headerTo };
  await insertImport(tx, provinceId, { id, kind, name, bytes, tables, columns, accountId: tx.accountId, ...place });
  for (const [number, { rows: some }] of file.tables.entries()) await insertRows(tx, id, number, some);
  tx.audit({
    what: 'IMPORT_READ',
    about: { kind: 'IMPORT', id },
    unitId: provinceId,
    after: { kind, rows: file.tables.reduce((sum, { rows: some }) => sum + some.length, 0) },
  });
  return id;
}

/** What each header is taken for: what the same account chose before, else what it says. */
export async function proposedColumns(
  tx: Sql & { accountId: number | null },
  provinceId: number,
  headers: readonly string[],
): Promise<KeptColumn[]> {
  const remembered = await choicesFor(tx, provinceId, tx.accountId, headers.map(headerKey));
  return proposeColumns(headers, remembered).map((proposal, column) => ({
    ...proposal,
    header: headers[column] ?? '',
  }));
}

function keptTable({ name, isHidden, rows }: Table): KeptTable {
  const header = findHeader(rows);
  return { name, isHidden, rows: rows.length, headerFrom: header?.from ?? 0, headerTo: header?.to ?? 0 };
}

/** The table in whose header most fields are known; of several the first that is not hidden. */
function likeliest(tables: readonly Table[], kept: readonly KeptTable[]): number {
  const scores = tables.map(({ rows, isHidden }, number) => {
    const { headerFrom: from = 0, headerTo: to = 0 } = kept[number] ?? {};
    return knownFields(rows, from, to) + (isHidden ? 0 : 0.5) + (rows.length > 0 ? 0.25 : 0);
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

function knownFields(rows: readonly TableRow[], from: number, to: number): number {
  return new Set(
    headersAt(rows, { from, to })
      .map(fieldOfHeader)
      .filter((field) => field !== null),
  ).size;
}

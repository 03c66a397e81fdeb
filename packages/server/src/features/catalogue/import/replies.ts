import type { Cell, TableRow } from '@chi-tieu/shared/domain/import/cell';
import { EMPTY } from '@chi-tieu/shared/domain/import/cell';
import { isRow, type Row } from '@chi-tieu/shared/domain/row-problem';
import { statedTiers } from '@chi-tieu/shared/domain/tier';
import { UnreadableBody } from '../../../app/body/json-rows.ts';
import type { Table } from '../../../app/spreadsheet/read-tables.ts';
import { ABSENT, DETAILS, detailCells } from './reply-details.ts';

/** The columns that a reply of the national database becomes, by its own names. */
const COLUMNS = ['MATTHC', 'TENTTHC', 'LINHVUCTHUCHIEN', 'CAPTHUCHIEN', ...DETAILS.map(({ column }) => column)];

const MOST_DEPTH = 3;

/**
 * Replies of `LayDanhSachTTHC` and `LayThuTuc` as a table: codes and names, and what the second tells besides. What an item does not
 * tell is absent, so that what is stored of it stays. Throws UnreadableBody for JSON that is no such reply or one of failure.
 */
export function repliesTable(text: string, mostRows: number): Table {
  const items = procedureItems(parsed(text));
  if (items.length === 0) throw new UnreadableBody('no procedures', 'sheet.noRows');
  if (items.length > mostRows) throw new UnreadableBody('too many rows', 'ingest.tooManyRows', { rows: mostRows });
  return tableOfItems(items);
}

/** The same of items that are at hand. */
export function tableOfItems(items: readonly unknown[]): Table {
  const header: TableRow = { row: 1, cells: COLUMNS.map((name) => ({ text: name, kind: 'TEXT' })) };
  const rows = items.map((item, index) => ({ row: index + 2, cells: cellsOf(isRow(item) ? item : {}) }));
  return { name: '', isHidden: false, rows: [header, ...rows] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableBody('not JSON', 'sheet.corrupt');
  }
}

/** The items of a bare array, of `result` in an envelope, of several envelopes by name, or the one that it is. */
export function procedureItems(value: unknown, depth = 0): unknown[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item) => (isRow(item) && 'result' in item ? procedureItems(item, depth + 1) : [item]));
  }
  if (!isRow(value) || depth > MOST_DEPTH) throw new UnreadableBody('no reply', 'sheet.otherFormat');
  if ('MATTHC' in value) return [value];
  if ('result' in value)
    return isRow(value['result']) || Array.isArray(value['result']) ? procedureItems(value['result'], depth + 1) : [];
  const within = Object.values(value).filter((part) => isRow(part) && 'result' in part);
  if (within.length === 0) throw new UnreadableBody('no reply', 'sheet.otherFormat');
  return within.flatMap((part) => procedureItems(part, depth + 1));
}

function cellsOf(item: Row): Cell[] {
  const named = [textCell(item['MATTHC']), textCell(item['TENTTHC']), fieldCell(item), tierCell(item['CAPTHUCHIEN'])];
  return [...named, ...detailCells(item)];
}

function textCell(value: unknown): Cell {
  if (value === undefined || value === null) return EMPTY;
  return {
    text: typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value),
    kind: 'TEXT',
  };
}

function fieldCell(item: Row): Cell {
  const list = item['LINHVUCTHUCHIEN'];
  const first: unknown = Array.isArray(list) ? list[0] : list;
  const name = isRow(first) ? first['TENLINHVUC'] : undefined;
  return typeof name === 'string' && name.trim() !== '' ? { text: name, kind: 'TEXT' } : ABSENT;
}

/** Tiers by their codes; what does not make sense stays as it came, to be seen and mended. */
function tierCell(value: unknown): Cell {
  const tiers = statedTiers(value);
  if (tiers === null) return ABSENT;
  if (typeof tiers === 'string') return { text: JSON.stringify(value), kind: 'TEXT' };
  return { text: [...tiers.tiers, ...tiers.droppedTiers].join('|'), kind: 'TEXT' };
}

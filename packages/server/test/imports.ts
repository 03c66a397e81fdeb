import type { Api } from './api.ts';
import type { Caller } from './caller.ts';
import { makeWorkbook, type MadeCell, type MadeSheet } from './workbook.ts';
import { YEAR_EFFECTS, type ShownYearEffect } from './year-effects.ts';

export interface HandedIn {
  name?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

/** Hands a file in at /imports/procedures; gives the status and the answer. */
export async function handIn(
  caller: Caller,
  bytes: Buffer | string,
  { name = 'danh-muc.xlsx', query = {}, headers = {} }: HandedIn = {},
): Promise<{ status: number; body: { import?: string; code?: string; message?: string } }> {
  const response = await caller.raw({
    method: 'POST',
    url: '/imports/procedures',
    query,
    payload: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name), ...headers },
  });
  return { status: response.statusCode, body: response.json() };
}

/** Begins an import of a workbook; gives its id. */
export async function beginImport(api: Api, sheets: MadeSheet[] | string): Promise<string> {
  const bytes = typeof sheets === 'string' ? sheets : await makeWorkbook(sheets);
  const { status, body } = await handIn(api, bytes);
  if (status !== 201 || body.import === undefined) throw new Error(`not begun: ${status} ${JSON.stringify(body)}`);
  return body.import;
}

const SHOWN = `id version state tableNumber headerFrom headerTo
  tables { number name rows isHidden } columns { column letter header field because samples }
  summary { problems leftOut withoutDistrict counts { received created updated unchanged rejected } notes { code rows blocks } }
  preview { isStale counts { received created updated unchanged rejected } ${YEAR_EFFECTS} }`;

export interface ShownImport {
  id: string;
  version: number;
  state: string;
  tableNumber: number;
  headerFrom: number;
  headerTo: number;
  tables: { number: number; name: string; rows: number; isHidden: boolean }[];
  columns: {
    column: number;
    letter: string;
    header: string;
    field: string | null;
    because: string | null;
    samples: string[];
  }[];
  summary: {
    problems: number;
    leftOut: number;
    withoutDistrict: boolean;
    counts: ShownCounts;
    notes: { code: string; rows: number; blocks: boolean }[];
  };
  preview: {
    isStale: boolean;
    counts: ShownCounts;
    effects: ShownYearEffect[];
  } | null;
}
export interface ShownCounts {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export async function showImport(api: Caller, id: string): Promise<ShownImport> {
  const query = `query ($id: ID!) { catalogueImport(id: $id) { ${SHOWN} } }`;
  return (await api.ask<{ catalogueImport: ShownImport }>(query, { id })).catalogueImport;
}

/** Matches columns as they were proposed unless told; gives the import. */
export async function mapColumns(
  api: Caller,
  id: string,
  mapping: Record<string, unknown> | null = null,
): Promise<ShownImport> {
  const proposed = (await showImport(api, id)).columns.flatMap(({ column, field }) =>
    field ? [{ column, field }] : [],
  );
  const query = `mutation ($id: ID!, $mapping: ImportMappingInput!) { mapImportColumns(id: $id, mapping: $mapping) { ${SHOWN} } }`;
  const variables = { id, mapping: mapping ?? { columns: proposed } };
  return (await api.ask<{ mapImportColumns: ShownImport }>(query, variables)).mapImportColumns;
}

export interface ShownRow {
  row: number;
  code: string | null;
  status: string;
  isLeftOut: boolean;
  cells: { field: string; text: string; asRead: string; isMended: boolean }[];
  problems: { code: string; field: string | null; message: string; suggestion: string | null; blocks: boolean }[];
  differences: { field: string; before: string; after: string }[];
}

/** The rows of an import, all or those that fit. */
export async function rowsOf(api: Caller, id: string, only: string | null = null): Promise<ShownRow[]> {
  const query = `query ($id: ID!, $only: ImportFilter) { importRows(id: $id, only: $only, first: 500) { nodes {
    row code status isLeftOut cells { field text asRead isMended } problems { code field message suggestion blocks }
    differences { field before after } } } }`;
  return (await api.ask<{ importRows: { nodes: ShownRow[] } }>(query, { id, only })).importRows.nodes;
}

/** Rows in short: number, status and what is said of them. */
export async function rowsInShort(api: Caller, id: string, only: string | null = null): Promise<string[]> {
  return (await rowsOf(api, id, only)).map(({ row, status, problems }) =>
    [row, status, ...problems.map(({ code, field }) => `${code}${field ? `@${field}` : ''}`)].join(' '),
  );
}

export async function mend(
  api: Caller,
  id: string,
  ...cells: { row: number; field: string; text: string }[]
): Promise<void> {
  const query =
    'mutation ($id: ID!, $cells: [ImportMendInput!]!) { mendImportCells(id: $id, cells: $cells) { version } }';
  await api.ask(query, { id, cells });
}

export async function preview(api: Caller, id: string): Promise<ShownImport> {
  const query = `mutation ($id: ID!) { previewImport(id: $id) { ${SHOWN} } }`;
  return (await api.ask<{ previewImport: ShownImport }>(query, { id })).previewImport;
}

export async function apply(api: Caller, id: string): Promise<ShownImport> {
  const { version } = await showImport(api, id);
  const query = `mutation ($id: ID!, $version: Int!) { applyImport(id: $id, expectedVersion: $version) { ${SHOWN} } }`;
  return (await api.ask<{ applyImport: ShownImport }>(query, { id, version })).applyImport;
}

/** The header of the made catalogues. */
export const HEADER: MadeCell[] = ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cấp thực hiện', 'Hiệu lực từ'];

/** A row of a made catalogue with nothing wrong in it. */
export function goodRow(code: string | number, name: MadeCell = `Thủ tục ${code}`): MadeCell[] {
  return [code, name, 'Hộ tịch', 'Cấp xã', null];
}

/** An import of these rows under the usual header, its columns matched. */
export async function matchedImport(api: Api, ...rows: MadeCell[][]): Promise<string> {
  const id = await beginImport(api, [{ rows: [HEADER, ...rows] }]);
  await mapColumns(api, id);
  return id;
}

/** The catalogue as it reads today: `2.000815 Chứng thực bản sao`, in the order of the codes. */
export async function catalogueInShort(api: Api): Promise<string[]> {
  const { procedures } = await api.ask<{ procedures: { nodes: { code: string; name: string }[] } }>(
    '{ procedures { nodes { code name } } }',
  );
  return procedures.nodes.map(({ code, name }) => `${code} ${name}`);
}

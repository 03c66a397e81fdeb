import type { ProcedureFields } from '../procedure-row.ts';
import type { Tier } from '../tier.ts';
import type { Cell } from './cell.ts';
import { checkRow, type CheckedRow, type FieldCells } from './check-row.ts';
import { IMPORT_FIELDS, type ImportField } from './fields.ts';
import type { NearName } from './near-names.ts';
import { blocks, type ImportProblem } from './problem.ts';

/** What becomes of a row. */
export type ImportStatus = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'REJECTED';

/** A procedure as the catalogue holds it. */
export interface KnownProcedure {
  code: string;
  name: string;
  field: string | null;
  tiers: readonly Tier[];
  inForceFrom: string | null;
  inForceTo: string | null;
  authority: string | null;
  processingDays: number | null;
  legalBases: readonly string[];
  fees: string | null;
  conditions: string | null;
  version: number;
}

/** One row of an import with what was mended in it. */
export interface RowToCheck {
  row: number;
  cells: FieldCells;
  isLeftOut: boolean;
  /** The version that the last preview showed; null where there was none. */
  seenVersion: number | null;
}

/** What one field of a procedure is and will be. */
export interface FieldChange {
  field: ImportField;
  before: string;
  after: string;
}

export interface RowVerdict {
  row: number;
  code: string | null;
  status: ImportStatus;
  problems: ImportProblem[];
  changes: FieldChange[];
  /** What is taken in; null where the row is rejected or says what an earlier row says. */
  procedure: ProcedureFields | null;
}

/** Finds a name of another code that is nearly the same. */
export type FindNear = (name: string, code: string) => NearName | null;

/**
 * Judges all rows of an import beside each other and beside the catalogue: `known` by code what is stored of the codes in it, `near`
 * finds a name of another code that is nearly the same. The same rule counts, shows and takes in.
 */
export function checkRows(
  rows: readonly RowToCheck[],
  known: ReadonlyMap<string, KnownProcedure>,
  near: FindNear,
): RowVerdict[] {
  const checked = rows.map((row) => ({ row, ...checkRow(row.cells) }));
  const places = placesOf(checked);
  return checked.map(({ row, procedure, code, problems }) => {
    const found = [...problems];
    if (row.isLeftOut) found.unshift({ code: 'LEFT_OUT', field: null });
    const twin = row.isLeftOut || code === null ? null : twinOf(places.get(code) ?? [], row.row);
    if (twin) found.push(twin);
    const stored = code === null ? undefined : known.get(code);
    if (stored && row.seenVersion !== null && row.seenVersion !== stored.version)
      found.push({ code: 'CHANGED_MEANWHILE', field: null });
    const isRejected = found.some(blocks);
    const isRepeated = twin?.code === 'SAME_AS_ROW';
    if (!isRejected && !isRepeated && procedure && !stored) found.push(...similar(procedure, near));
    const changes = !isRejected && procedure && stored ? changesOf(procedure, stored) : [];
    const status: ImportStatus = isRejected
      ? 'REJECTED'
      : isRepeated
        ? 'UNCHANGED'
        : !stored
          ? 'NEW'
          : changes.length > 0
            ? 'CHANGED'
            : 'UNCHANGED';
    const taken = isRejected || isRepeated ? null : procedure;
    return { row: row.row, code, status, problems: found, changes: isRepeated ? [] : changes, procedure: taken };
  });
}

interface Place {
  row: number;
  /** What the row says, to be compared. */
  says: string;
}

/** By code the rows that bear it and were not left out. */
function placesOf(checked: readonly (CheckedRow & { row: RowToCheck })[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { row, code, procedure } of checked) {
    if (code === null || row.isLeftOut) continue;
    const says = procedure === null ? `row ${row.row}` : JSON.stringify({ ...procedure, droppedTiers: [] });
    places.set(code, [...(places.get(code) ?? []), { row: row.row, says }]);
  }
  return places;
}

/** What is to be said of a code that stands in several rows: the same thing twice is taken once, different things are not taken. */
function twinOf(places: readonly Place[], row: number): ImportProblem | null {
  const other = places.find((place) => place.row !== row);
  const own = places.find((place) => place.row === row);
  if (!other || !own) return null;
  if (new Set(places.map(({ says }) => says)).size > 1)
    return { code: 'TWICE', field: 'CODE', params: { row: other.row } };
  return other.row < row ? { code: 'SAME_AS_ROW', field: 'CODE', params: { row: other.row } } : null;
}

function similar({ code, name }: ProcedureFields, near: FindNear): ImportProblem[] {
  const found = near(name, code);
  return found ? [{ code: 'SIMILAR_NAME', field: 'NAME', params: { code: found.code, name: found.name } }] : [];
}

/** A field of a procedure as one text. */
export function fieldText(field: ImportField, of: Omit<KnownProcedure, 'version'>): string {
  switch (field) {
    case 'CODE':
      return of.code;
    case 'NAME':
      return of.name;
    case 'FIELD':
      return of.field ?? '';
    case 'TIERS':
      return [...of.tiers].join('|');
    case 'AUTHORITY':
      return of.authority ?? '';
    case 'PROCESSING_DAYS':
      return of.processingDays === null ? '' : String(of.processingDays);
    case 'LEGAL_BASES':
      return of.legalBases.join('\n');
    case 'FEES':
      return of.fees ?? '';
    case 'CONDITIONS':
      return of.conditions ?? '';
    case 'IN_FORCE_FROM':
      return of.inForceFrom ?? '';
    case 'IN_FORCE_TO':
      return of.inForceTo ?? '';
  }
}

/** What would change field by field; what a row does not tell stays. */
function changesOf(told: ProcedureFields, stored: KnownProcedure): FieldChange[] {
  const after: Omit<KnownProcedure, 'version'> = {
    code: told.code,
    name: told.name,
    field: told.field === undefined ? stored.field : told.field,
    tiers: told.tiers ?? stored.tiers,
    inForceFrom: told.inForceFrom === undefined ? stored.inForceFrom : told.inForceFrom,
    inForceTo: told.inForceTo === undefined ? stored.inForceTo : told.inForceTo,
    authority: told.authority === undefined ? stored.authority : told.authority,
    processingDays: told.processingDays === undefined ? stored.processingDays : told.processingDays,
    legalBases: told.legalBases ?? stored.legalBases,
    fees: told.fees === undefined ? stored.fees : told.fees,
    conditions: told.conditions === undefined ? stored.conditions : told.conditions,
  };
  return IMPORT_FIELDS.flatMap((field) => {
    const [was, is] = [fieldText(field, stored), fieldText(field, after)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** How many rows come to what; together they are all rows. */
export type StatusCounts = Record<ImportStatus, number>;

export function countStatuses(verdicts: readonly Pick<RowVerdict, 'status'>[]): StatusCounts {
  const counts: StatusCounts = { NEW: 0, CHANGED: 0, UNCHANGED: 0, REJECTED: 0 };
  for (const { status } of verdicts) counts[status] += 1;
  return counts;
}

/** A cell that somebody wrote anew. */
export function mendedCell(text: string): Cell {
  return { text, kind: 'TEXT' };
}

import { IMPORT_FIELDS, type ImportField as Field } from '@chi-tieu/shared/domain/import/fields';
import { BLOCKING, NOTING } from '@chi-tieu/shared/domain/import/problem';
import { registerEnumType } from 'type-graphql';

function named<const T extends string>(...names: T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

/** READ: its columns are to be matched. MAPPED: its rows are to be looked at. The others are ends, but for APPLIED, which may be UNDONE. */
export const ImportState = named('READ', 'MAPPED', 'APPLIED', 'UNDONE', 'DROPPED');
export type ImportState = keyof typeof ImportState;
export const ImportKind = named('WORKBOOK', 'TEXT', 'REPLY', 'PULL');
export type ImportKind = keyof typeof ImportKind;
export const ImportField = named<Field>(...IMPORT_FIELDS);
export type ImportField = Field;
export const ImportStatus = named('NEW', 'CHANGED', 'UNCHANGED', 'REJECTED');
export type ImportStatus = keyof typeof ImportStatus;
/** Rows with something that keeps them out, or that is to be known, or what becomes of them. */
export const ImportFilter = named('PROBLEMS', 'NOTES', 'NEW', 'CHANGED', 'UNCHANGED', 'REJECTED');
export type ImportFilter = keyof typeof ImportFilter;
export const ImportProblemCode = named(...BLOCKING, ...NOTING);
export type ImportProblemCode = keyof typeof ImportProblemCode;
export const ColumnReason = named('REMEMBERED', 'HEADER', 'CHOSEN');
export type ColumnReason = keyof typeof ColumnReason;

registerEnumType(ImportState, {
  name: 'ImportState',
  description:
    'How far an import has come. READ: its columns are to be matched. MAPPED: its rows are checked and can be mended. APPLIED: taken into the catalogue. UNDONE: taken back. DROPPED: given up.',
});
registerEnumType(ImportKind, {
  name: 'ImportKind',
  description:
    'Where the rows came from: a workbook (.xlsx), a text of separated values, replies of the national database in a file, or a pull of a source.',
});
registerEnumType(ImportField, { name: 'ImportField', description: 'What a column tells of a procedure.' });
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: 'What becomes of a row: a NEW procedure, a CHANGED one, one that stays UNCHANGED, or none: REJECTED.',
});
registerEnumType(ImportFilter, {
  name: 'ImportFilter',
  description:
    'Which rows. PROBLEMS: something keeps them out and nobody left them out. NOTES: something is to be known about them. The others: what becomes of them.',
});
registerEnumType(ImportProblemCode, { name: 'ImportProblemCode', description: 'What is to be said of a cell or row.' });
registerEnumType(ColumnReason, {
  name: 'ColumnReason',
  description:
    'Why a column is taken for a field: the same account chose so before, its header says so, or it was chosen here.',
});

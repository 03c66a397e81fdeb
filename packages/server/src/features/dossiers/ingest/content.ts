/** What two versions of a dossier are compared by: the fields that are kept, not how its code was written. */
export const CONTENT = [
  'unit_id',
  'procedure_id',
  'channel',
  'status',
  'received_at',
  'due_at',
  'finished_at',
  'returned_at',
];

/** What a row says of a dossier. */
export const SAID = [...CONTENT, 'received_day', 'finished_day', 'code_key', 'code', 'procedure_text'];

/** All that a version says: also whether the dossier is gone, which no row says. */
export const VALUES = [...SAID, 'gone'];

/** The columns of a table, or of an alias, that versions are compared by, as one row. */
export const content = (table: string): string => `(${CONTENT.map((column) => `${table}.${column}`).join(', ')})`;

/** The columns that a row says, of a table or an alias. */
export const said = (table: string): string => SAID.map((column) => `${table}.${column}`).join(', ');

/** The columns that a version says, of a table or an alias. */
export const values = (table: string): string => VALUES.map((column) => `${table}.${column}`).join(', ');

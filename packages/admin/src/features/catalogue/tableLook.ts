import { urlChoice, type UrlField } from '../../app/useUrlState.ts';

/** Every column that the table of procedures can show, in the order of the menu. */
export const COLUMNS = [
  'code',
  'name',
  'field',
  'tiers',
  'level',
  'inForce',
  'authority',
  'processingDays',
  'version',
  'changedAt',
] as const;
export type ColumnKey = (typeof COLUMNS)[number];

const USUAL: readonly ColumnKey[] = ['code', 'name', 'field', 'tiers', 'level', 'inForce'];
const KEPT_AS = 'catalogue-table';

interface Look {
  columns: readonly ColumnKey[];
  dense: boolean;
}

/** Columns as one word, `code.name.field`; undefined where one is none, or the code is not among them. */
export function readColumns(word: string): readonly ColumnKey[] | undefined {
  const names = word.split('.');
  const known = names.flatMap((name) => COLUMNS.find((column) => column === name) ?? []);
  const isWhole = known.length === names.length && new Set(known).size === known.length;
  return isWhole && known.includes('code') ? known : undefined;
}

/** How this browser showed the table last. */
export function keptLook(): Look {
  try {
    const [columns = '', dense = ''] = (localStorage.getItem(KEPT_AS) ?? '').split(' ');
    return { columns: readColumns(columns) ?? USUAL, dense: dense === 'dense' };
  } catch {
    return { columns: USUAL, dense: false };
  }
}

/** Has this browser show the table so from now on. */
export function keepLook({ columns, dense }: Look): void {
  try {
    localStorage.setItem(KEPT_AS, `${columns.join('.')} ${dense ? 'dense' : ''}`);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the address.
  }
}

/** The columns in the address, where they are others than this browser keeps. */
export const urlColumns = (): UrlField<readonly ColumnKey[]> => ({
  read: readColumns,
  write: (columns) => columns.join('.'),
  fallback: () => keptLook().columns,
  history: 'replace',
});

/** How close rows stand. */
export const urlDensity = (): UrlField<'dense' | 'usual'> => ({
  ...urlChoice<'dense' | 'usual'>(['dense', 'usual'], () => (keptLook().dense ? 'dense' : 'usual')),
  history: 'replace',
});

/** The order after a column was moved by one place. */
export function moved(columns: readonly ColumnKey[], column: ColumnKey, by: -1 | 1): readonly ColumnKey[] {
  const at = columns.indexOf(column);
  const other = columns[at + by];
  if (at < 0 || other === undefined) return columns;
  return columns.map((each, i) => (i === at ? other : i === at + by ? column : each));
}

import type { ImportField } from './fields.ts';

/** What keeps a row from being taken in. */
export const BLOCKING = [
  'MISSING',
  'BAD_CODE',
  'TOO_LONG',
  'TOO_MANY',
  'BAD_CHARACTER',
  'UNKNOWN_TIER',
  'BAD_DAY',
  'BAD_DAYS',
  'NO_SUCH_DAY',
  'ENDS_BEFORE_START',
  'ERROR_CELL',
  'HIDDEN',
  'TWICE',
  'LEFT_OUT',
] as const;

/** What somebody should know about a row that is taken in all the same. */
export const NOTING = [
  'CODE_FROM_NUMBER',
  'SUFFIX',
  'INTERNAL_CODE',
  'FORMULA',
  'MERGED',
  'DAY_FROM_NUMBER',
  'MINISTRY',
  'NO_TIER',
  'LOCAL_OFFICE',
  'LONG_NAME',
  'SIMILAR_NAME',
  'SAME_AS_ROW',
  'CHANGED_MEANWHILE',
] as const;

export type BlockingProblem = (typeof BLOCKING)[number];
export type NotedProblem = (typeof NOTING)[number];
export type ImportProblemCode = BlockingProblem | NotedProblem;

/** One thing about one cell of a row, or about the row where no field is named. */
export interface ImportProblem {
  code: ImportProblemCode;
  field: ImportField | null;
  /** What may be meant, to be taken with one key. */
  suggestion?: string;
  /** What the text about it names: another row, another procedure, a length. */
  params?: Readonly<Record<string, string | number>>;
}

const KEEPING_OUT: ReadonlySet<string> = new Set(BLOCKING);

/** Whether it keeps the row out. */
export function blocks({ code }: Pick<ImportProblem, 'code'>): boolean {
  return KEEPING_OUT.has(code);
}

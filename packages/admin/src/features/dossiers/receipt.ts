/** A row that was not taken: where it stands in the body, whose it is, what is wrong. `field` is empty for the whole row. */
export interface RowProblem {
  readonly row: number;
  readonly code: string | null;
  readonly field: string;
  readonly message: string;
}

/** What became of a body of rows, or (of a dry run) what would. `errors` names the first thousand of the rejected ones. */
export interface Receipt {
  readonly batch: string;
  readonly received: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errors: readonly RowProblem[];
  /** What was understood otherwise than it was written, e.g. tiers that were dropped. */
  readonly notes: readonly string[];
  /** What each of them is about. */
  readonly noteKinds: readonly string[];
}

const COUNTS = ['received', 'created', 'updated', 'unchanged', 'rejected'] as const;

/** Reads the server's answer to an import; null for what is no such answer. */
export function readReceipt(answer: unknown): Receipt | null {
  const result = isRecord(answer) ? answer['result'] : undefined;
  if (!isRecord(result) || typeof result['batch'] !== 'string') return null;
  const counts = COUNTS.map((name) => result[name]);
  if (!counts.every((count) => typeof count === 'number')) return null;
  const [received = 0, created = 0, updated = 0, unchanged = 0, rejected = 0] = counts;
  const errors = Array.isArray(result['errors']) ? result['errors'].flatMap(readProblem) : [];
  const notes = Array.isArray(result['notes']) ? result['notes'].map(String) : [];
  const noteKinds = Array.isArray(result['noteKinds']) ? result['noteKinds'].map(String) : [];
  return { batch: result['batch'], received, created, updated, unchanged, rejected, errors, notes, noteKinds };
}

function readProblem(problem: unknown): RowProblem[] {
  if (!isRecord(problem) || typeof problem['row'] !== 'number') return [];
  const { row, code, field, message } = problem;
  return [{ row, code: typeof code === 'string' ? code : null, field: textOf(field), message: textOf(message) }];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

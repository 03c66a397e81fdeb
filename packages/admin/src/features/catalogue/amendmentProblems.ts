import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import type { FieldProblem } from '../../app/problem.ts';

/** What the server refused of a decision: by line (`changes.3`, `force.0`, `procedures.0`) and field, by field of the header, and the rest. */
export interface AmendmentProblems {
  readonly lines: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly header: Readonly<Record<string, string>>;
  readonly other: readonly string[];
}

/** A refusal as people read it: days as they are written here, actions by their names instead of those of the API. */
export function inPlainWords(
  message: string,
  actionText: (action: 'ADD' | 'REMOVE' | 'CHANGE_LEVEL') => string,
): string {
  return message
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay)
    .replace(/\b(?:CHANGE_LEVEL|REMOVE|ADD)\b/g, (action) => `“${actionText(action as 'ADD')}”`);
}

const LINE = /^input\.((?:changes|force|procedures)\.\d+)(?:\.(\w+))?/;
/** What a field of the input is called in a line of the draft, where it has another name. */
const FIELDS: Readonly<Record<string, string>> = {
  replacedBy: 'successor',
  code: 'procedure',
  tiers: 'tier',
  field: 'name',
};
const HEADER = /^input\.(?:decision\.|about\.)?(\w+)$/;

/** Sorts refused fields to where they are mended: `input.changes.3.procedure` to line 3, `input.decision.number` to the header. */
export function amendmentProblems(fields: readonly FieldProblem[]): AmendmentProblems {
  const lines = new Map<string, Record<string, string>>();
  const header: Record<string, string> = {};
  const other: string[] = [];
  for (const { path, message } of fields) {
    const line = LINE.exec(path);
    const head = line ? null : HEADER.exec(path);
    if (line) {
      const place = line[1] ?? '';
      const field = line[2] ?? 'procedure';
      lines.set(place, { ...lines.get(place), [FIELDS[field] ?? field]: message });
    } else if (head?.[1] !== undefined && !['changes', 'force', 'procedures'].includes(head[1]))
      header[head[1]] = message;
    else other.push(message);
  }
  return { lines, header, other };
}

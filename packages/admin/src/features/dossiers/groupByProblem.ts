/** Rows with the same problem in the same field. */
export interface ProblemGroup<R> {
  readonly key: string;
  readonly field: string;
  readonly message: string;
  readonly rows: readonly R[];
}

/** Groups bad rows by what is wrong, the most frequent problem first; inside a group rows stay in their order. */
export function groupByProblem<R extends { readonly field: string; readonly message: string }>(
  rows: readonly R[],
): ProblemGroup<R>[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = `${row.field}|${row.message}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .flatMap(([key, found]) =>
      found[0] ? [{ key, field: found[0].field, message: found[0].message, rows: found }] : [],
    )
    .sort((a, b) => b.rows.length - a.rows.length);
}

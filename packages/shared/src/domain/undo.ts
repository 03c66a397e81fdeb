/** A step that touched a record; `undoes` is the step that it undid. */
export interface StackedStep {
  id: string;
  undoes: string | null;
}

/**
 * Whether nothing that was done to a record after a step still stands: each later step was undone again. `later` are the steps that
 * came after it, oldest first.
 */
export function nothingStandsOn(later: readonly StackedStep[]): boolean {
  const standing: string[] = [];
  for (const { id, undoes } of later) {
    if (undoes !== null && standing.at(-1) === undoes) standing.pop();
    else standing.push(id);
  }
  return standing.length === 0;
}

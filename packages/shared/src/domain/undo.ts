/** A step that touched a record; `undoes` is the step that it undid. */
export interface StackedStep {
  id: string;
  undoes: string | null;
}

/**
 * Whether nothing that was done to a record after a step still stands: each later step was undone again. Whatever an undoing is named by
 * (the step itself, or the undoing of its undoing), it takes back or brings back what was done first. `later` are the steps that came
 * after it, oldest first.
 */
export function nothingStandsOn(later: readonly StackedStep[]): boolean {
  const undone = new Map(later.map(({ id, undoes }) => [id, undoes]));
  const firstOf = (id: string): string => {
    const undoes = undone.get(id) ?? null;
    return undoes === null ? id : firstOf(undoes);
  };
  const standing = new Set<string>();
  for (const { id } of later) if (!standing.delete(firstOf(id))) standing.add(firstOf(id));
  return standing.size === 0;
}

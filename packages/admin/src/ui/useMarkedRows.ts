import type { Ref } from 'vue';

/** How rows of a table are marked, one by one or all between two. */
export interface MarkedRows {
  /** Marks a row, or takes its mark away; with `toHere` all from the one that was last touched get what that one has. */
  readonly mark: (index: number, toHere: boolean) => void;
  /** Marks all rows between two: the way that Shift and an arrow go. */
  readonly reachTo: (from: number, to: number) => void;
}

/** The marks are keys, so that they stay with their rows however these are sorted or read on. */
export function useMarkedRows(marked: Ref<ReadonlySet<string>>, keys: () => readonly string[]): MarkedRows {
  let anchor: string | null = null;
  const between = (a: number, b: number): readonly string[] => keys().slice(Math.min(a, b), Math.max(a, b) + 1);

  function mark(index: number, toHere: boolean): void {
    const key = keys()[index];
    if (key === undefined) return;
    const next = new Set(marked.value);
    const from = toHere && anchor !== null ? keys().indexOf(anchor) : -1;
    if (from >= 0 && anchor !== null) {
      const isMarked = next.has(anchor);
      for (const each of between(from, index))
        if (isMarked) next.add(each);
        else next.delete(each);
    } else {
      if (!next.delete(key)) next.add(key);
      anchor = key;
    }
    marked.value = next;
  }

  function reachTo(from: number, to: number): void {
    marked.value = new Set([...marked.value, ...between(from, to)]);
    anchor = keys()[to] ?? null;
  }
  return { mark, reachTo };
}

import { DiscardQuarantinedDocument } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { ref, type Ref } from 'vue';
import { problemOf } from '../../app/problem.ts';

/** Rows that are put aside in one request. */
const AT_ONCE = 200;

/** How far putting rows aside is. */
export interface Discarding {
  /** Rows that were dealt with, of so many. */
  done: number;
  all: number;
}

export interface Discard {
  progress: Ref<Discarding | null>;
  /** Why it stopped; what was put aside until then stays so. */
  problem: Ref<string | null>;
  /** Puts rows aside portion by portion; gives how many were still open. */
  run: (rows: readonly string[]) => Promise<number>;
  /** Ends after the portion that is under way. */
  stop: () => void;
}

/** Puts bad rows aside that nobody will mend, some at a time, so that it can be watched and ended. */
export function useDiscard(): Discard {
  const { client } = useApolloClient();
  const progress = ref<Discarding | null>(null);
  const problem = ref<string | null>(null);
  let ending = new AbortController();

  async function run(rows: readonly string[]): Promise<number> {
    ending = new AbortController();
    const { signal } = ending;
    problem.value = null;
    let discarded = 0;
    try {
      for (let at = 0; at < rows.length && !signal.aborted; at += AT_ONCE) {
        progress.value = { done: at, all: rows.length };
        const variables = { rows: rows.slice(at, at + AT_ONCE) };
        const { data } = await client.mutate({ mutation: DiscardQuarantinedDocument, variables });
        discarded += data?.discardQuarantined ?? 0;
      }
    } catch (error) {
      const { what, toDo } = problemOf(error);
      problem.value = `${what} ${toDo}`;
    }
    progress.value = null;
    return discarded;
  }
  return { progress, problem, run, stop: () => ending.abort() };
}

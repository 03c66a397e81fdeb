import { useApolloClient } from '@vue/apollo-composable';
import { ref, shallowRef } from 'vue';
import { problemOf } from '../../../app/problem.ts';
import { notify } from '../../../ui/toast.ts';
import { mending, type Mend } from './mending.ts';

/** Carries one decision after the other out, portion by portion until it is done or stopped; says what went wrong. */
export function useMending() {
  const { client } = useApolloClient();
  /** The decision whose rows are being tried, by whichever cause. */
  const running = shallowRef<Mend | null>(null);
  const busy = ref(false);
  const stopping = ref(false);

  const isStopping = (): boolean => stopping.value;

  async function attempt<T>(use: () => Promise<T>): Promise<T | null> {
    busy.value = true;
    try {
      return await use();
    } catch (error) {
      const { what, toDo } = problemOf(error);
      await notify({ kind: 'failed', text: what, detail: toDo });
      return null;
    } finally {
      busy.value = false;
      running.value = null;
    }
  }
  /** Tries the rows of a decision to the last. */
  function carryOut(begin: () => Promise<Mend | null>): Promise<Mend | null> {
    return attempt(async () => {
      stopping.value = false;
      let mend = await begin();
      while (mend?.state === 'RUNNING') {
        running.value = mend;
        mend = await (isStopping() ? mending.stop(client, mend.id) : mending.goOn(client, mend.id));
      }
      return mend;
    });
  }
  return { client, running, busy, attempt, carryOut, stop: () => void (stopping.value = true) };
}

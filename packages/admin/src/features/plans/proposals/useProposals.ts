import type { CascadeOutcome, Proposal } from '@chi-tieu/shared/domain/cascade/cascade';
import type { CascadeProblem } from '@chi-tieu/shared/domain/cascade/problem';
import { watchDebounced } from '@vueuse/core';
import { computed, reactive, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { notify } from '../../../ui/toast.ts';
import { problemOf } from '../../../app/problem.ts';
import type { ProposalChoice } from './cascadeProblem.ts';
import { useCascade, type CascadeAsker } from './useCascade.ts';
import { useSlowness } from './useSlowness.ts';

interface ProposalsInput {
  problem: ComputedRef<CascadeProblem | null>;
  choice: ComputedRef<ProposalChoice>;
}

export interface Proposals {
  /** The answer on the screen; null while none is wanted. */
  readonly outcome: ShallowRef<CascadeOutcome | null>;
  /** The same by the codes of the units. */
  readonly byCode: ReadonlyMap<string, Proposal>;
  readonly busy: Ref<boolean>;
  /** How much is done of an answer that takes a while, 0 to 1; null while none does. */
  readonly progress: Ref<number | null>;
  /** Gives up the answer that is on its way; what is on the screen stays. */
  readonly stop: () => void;
  /** Asks for proposals, and again whenever what they rest on changes. */
  readonly propose: () => void;
  readonly dismiss: () => void;
}

const SETTLE_MS = 120;

/** Proposals beside one's own numbers: asked for once, then kept true to the limits, locks and the method. */
export function useProposals({ problem, choice }: ProposalsInput, asker: CascadeAsker = useCascade()): Proposals {
  const wanted = ref(false);
  const busy = ref(false);
  const { progress, begin, end } = useSlowness();
  const outcome = shallowRef<CascadeOutcome | null>(null);
  const byCode = reactive(new Map<string, Proposal>());
  let latest = 0;

  /** Only what changed is put down, so that only those cells are drawn again. */
  function show(answer: CascadeOutcome | null): void {
    outcome.value = answer;
    const codes = new Set(answer?.proposals.map(({ code }) => code));
    for (const code of byCode.keys()) if (!codes.has(code)) byCode.delete(code);
    for (const proposal of answer?.proposals ?? []) {
      if (JSON.stringify(byCode.get(proposal.code)) !== JSON.stringify(proposal)) byCode.set(proposal.code, proposal);
    }
  }

  async function answer(): Promise<void> {
    const asked = ++latest;
    if (!wanted.value || !problem.value) {
      show(null);
      rest();
      return;
    }
    busy.value = true;
    try {
      const found = await asker.ask(problem.value, choice.value.method, begin());
      if (asked === latest) show(found);
    } catch (error) {
      wanted.value = false;
      show(null);
      const { what, toDo } = problemOf(error);
      await notify({ kind: 'failed', text: what, detail: toDo });
    } finally {
      if (asked === latest) rest();
    }
  }

  function rest(): void {
    busy.value = false;
    end();
  }

  function stop(): void {
    latest++;
    asker.stop();
    rest();
    // What is on the screen goes on following what it rests on; where there is nothing, nothing is wanted any more.
    wanted.value = outcome.value !== null;
  }

  const want = (now: boolean): void => {
    wanted.value = now;
    void answer();
  };
  const question = computed(() => JSON.stringify([problem.value, choice.value.method]));
  watchDebounced(question, () => wanted.value && void answer(), { debounce: SETTLE_MS });
  return { outcome, byCode, busy, progress, stop, propose: () => want(true), dismiss: () => want(false) };
}

import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { problemOf, type Problem } from './problem.ts';

interface Refusal {
  readonly busy: Ref<boolean>;
  /** Why a field was refused; undefined where it was not. */
  readonly about: (path: string) => string | undefined;
  /** That what is wanted is there already; undefined where it is not. */
  readonly taken: ComputedRef<string | undefined>;
  /** Why the whole was refused, where no field is to blame; else empty. */
  readonly whole: ComputedRef<string>;
  /** Does it and gives true; a refusal is kept to be told. */
  readonly run: (deed: () => Promise<unknown>) => Promise<boolean>;
}

/**
 * What the server refuses of a form, told in the field that it is about. `fieldTakes` says that the form tells a CONFLICT in a
 * field of its own (`taken`).
 */
export function useRefusal({ fieldTakes = false }: { fieldTakes?: boolean } = {}): Refusal {
  const problem = ref<Problem | null>(null);
  const busy = ref(false);
  const isTaken = computed(() => fieldTakes && problem.value?.code === 'CONFLICT');

  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    problem.value = null;
    busy.value = true;
    try {
      await deed();
      return true;
    } catch (error) {
      problem.value = problemOf(error);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return {
    busy,
    about: (path) => problem.value?.fields.find((field) => field.path === path)?.message,
    taken: computed(() => (isTaken.value ? problem.value?.what : undefined)),
    whole: computed(() => {
      if (!problem.value || problem.value.fields.length > 0 || isTaken.value) return '';
      return `${problem.value.what} ${problem.value.code === 'CONFLICT' ? problem.value.safe : problem.value.toDo}`;
    }),
    run,
  };
}

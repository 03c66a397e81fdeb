import { watchDebounced } from '@vueuse/core';
import type { Sheet } from '../sheet/useSheet.ts';

type Offered = Pick<Sheet, 'units' | 'isOpen' | 'required' | 'read'> & {
  readonly proposals: Pick<Sheet['proposals'], 'outcome' | 'propose'>;
};

/** Once one has stopped typing what is to be reached. */
const SETTLE_MS = 400;
const offered = new WeakSet<object>();

/**
 * Makes the first proposals of a draft that nobody has begun by itself, as soon as it is known what is to be reached: a new planner
 * sees numbers to take instead of an empty column. Once a sheet only: who hides them is not asked again.
 */
export function offerFirst(sheet: Offered, settle = SETTLE_MS): void {
  watchDebounced(
    () => isUntouched(sheet),
    (untouched) => {
      if (!untouched || offered.has(sheet)) return;
      offered.add(sheet);
      if (sheet.proposals.outcome.value === null) sheet.proposals.propose();
    },
    { debounce: settle, immediate: true },
  );
}

/** Whether a draft could be proposed for and no unit has a target yet. */
function isUntouched({ units, isOpen, required, read }: Offered): boolean {
  return (
    isOpen.value &&
    required.value !== null &&
    units.some(({ volume }) => volume > 0) &&
    units.every(({ code, isIssuer }) => isIssuer || read(code, 'target') === null)
  );
}

import { computed, reactive, type ComputedRef } from 'vue';
import type { AmendmentDraft, DraftLine } from './amendmentDraft.ts';

export interface LineSelection {
  /** The chosen lines that are still there. */
  chosen: ComputedRef<readonly DraftLine[]>;
  has: (id: number) => boolean;
  set: (ids: readonly number[], isChosen: boolean) => void;
}

/** Which lines of a draft are chosen, to have one thing done to all of them. */
export function lineSelection(draft: () => AmendmentDraft): LineSelection {
  const ids = reactive(new Set<number>());
  return {
    chosen: computed(() => draft().lines.filter(({ id }) => ids.has(id))),
    has: (id) => ids.has(id),
    set: (some, isChosen) => some.forEach((id) => (isChosen ? ids.add(id) : ids.delete(id))),
  };
}

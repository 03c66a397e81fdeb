import { computed } from 'vue';
import { holdsOn } from './heldGrants.ts';
import { account, dataStatus } from './session.ts';
import { today } from './useFrame.ts';

/** The unit that one's grants of today name, where it is a single one; else the province. Null until somebody is signed in. */
export const homeUnit = computed(() => {
  const held = new Set((account.value?.grants ?? []).filter(holdsOn(today())).map(({ unit }) => unit.code));
  const [only] = held;
  return (held.size === 1 ? only : dataStatus.value?.province.code) ?? null;
});

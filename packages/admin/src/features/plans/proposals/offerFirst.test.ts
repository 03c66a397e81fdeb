import { describe, expect, it } from 'vitest';
import { effectScope, nextTick, reactive, ref, shallowRef, computed } from 'vue';
import type { CascadeOutcome } from '@chi-tieu/shared/domain/cascade/cascade';
import type { PlanUnit } from '../sheet/planUnit.ts';
import { offerFirst } from './offerFirst.ts';

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

function draft(given: { required?: number; target?: number; volume?: number } = {}) {
  const required = ref<number | null>(given.required ?? null);
  const targets = reactive(new Map(given.target === undefined ? [] : [['a', given.target]]));
  const unit = (code: string, isIssuer: boolean) => ({ code, isIssuer, volume: given.volume ?? 100 }) as PlanUnit;
  const asked: (number | null)[] = [];
  const sheet = {
    units: [unit('a', false), unit('b', false), unit('x', true)],
    isOpen: computed(() => true),
    required: computed(() => required.value),
    read: (code: string) => targets.get(code) ?? null,
    proposals: { outcome: shallowRef<CascadeOutcome | null>(null), propose: () => void asked.push(required.value) },
  };
  const scope = effectScope();
  const open = (): void => scope.run(() => offerFirst(sheet, 1));
  open();
  return { required, targets, asked, open, end: () => scope.stop() };
}

describe('the first proposals', () => {
  it('come by themselves once it is known what is to be reached, and once only', async () => {
    const { required, asked, open, end } = draft();
    await rest();
    expect(asked).toEqual([]);
    required.value = 5500;
    await nextTick();
    await rest();
    expect(asked).toEqual([5500]);
    required.value = null;
    await rest();
    required.value = 6000;
    open();
    await rest();
    expect(asked).toEqual([5500]);
    end();
  });

  it('are there at once where the level above gave a target, and not where somebody has begun or there is nothing to go by', async () => {
    const drafts = [
      draft({ required: 5500 }),
      draft({ required: 5500, target: 4000 }),
      draft({ required: 5500, volume: 0 }),
    ];
    await rest();
    expect(drafts.map(({ asked }) => asked.length)).toEqual([1, 0, 0]);
    drafts.forEach(({ end }) => end());
  });
});

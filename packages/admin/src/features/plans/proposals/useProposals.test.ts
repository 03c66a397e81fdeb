import { cascade, type CascadeOutcome } from '@chi-tieu/shared/domain/cascade/cascade';
import type { CascadeProblem } from '@chi-tieu/shared/domain/cascade/problem';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computed, effectScope, ref, type EffectScope } from 'vue';
import { useProposals, type Proposals } from './useProposals.ts';

const problem = (required: number): CascadeProblem => ({
  required,
  policy: 'MEAN',
  step: 50,
  children: [{ code: '1', volume: 100, baseline: 4000 }],
});

/** Somebody who answers when told to. */
class Asker {
  stopped = 0;
  readonly questions: { problem: CascadeProblem; tell: (share: number) => void; answer: () => void }[] = [];
  readonly stop = (): void => void this.stopped++;
  readonly ask = (asked: CascadeProblem, _method: unknown, tell: (share: number) => void): Promise<CascadeOutcome> =>
    new Promise((resolve) => {
      this.questions.push({ problem: asked, tell, answer: () => resolve(cascade(asked, 'FAIREST')) });
    });
}

let asker: Asker;
let scope: EffectScope;
let proposals: Proposals;
const required = ref(5000);

beforeEach(() => {
  vi.useFakeTimers();
  asker = new Asker();
  required.value = 5000;
  scope = effectScope();
  scope.run(() => {
    const choice = computed(() => ({ method: 'FAIREST' as const, policy: 'MEAN' as const, step: 50 }));
    proposals = useProposals({ problem: computed(() => problem(required.value)), choice }, asker);
  });
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

async function answered(at: number): Promise<void> {
  asker.questions[at]?.answer();
  await vi.advanceTimersByTimeAsync(0);
}

describe('proposals that take a while', () => {
  it('say how far they are, but not before one would ask', async () => {
    proposals.propose();
    asker.questions[0]?.tell(0.25);
    expect([proposals.busy.value, proposals.progress.value]).toEqual([true, null]);
    await vi.advanceTimersByTimeAsync(500);
    expect(proposals.progress.value).toBe(0.25);
    asker.questions[0]?.tell(0.5);
    expect(proposals.progress.value).toBe(0.5);
    await answered(0);
    expect([proposals.busy.value, proposals.progress.value]).toEqual([false, null]);
    expect(proposals.byCode.get('1')?.percent).toBe(5000);
  });

  it('are stopped: what was there stays, what comes late is not taken, and the next change asks again', async () => {
    proposals.propose();
    await answered(0);
    required.value = 6000;
    await vi.advanceTimersByTimeAsync(600);
    expect([asker.questions.length, proposals.progress.value]).toEqual([2, 0]);
    proposals.stop();
    expect([asker.stopped, proposals.busy.value, proposals.progress.value]).toEqual([1, false, null]);
    await answered(1);
    expect(proposals.byCode.get('1')?.percent).toBe(5000);
    required.value = 7000;
    await vi.advanceTimersByTimeAsync(200);
    await answered(2);
    expect(proposals.byCode.get('1')?.percent).toBe(7000);
  });

  it('are stopped before there were any: nothing is asked until one asks again', async () => {
    proposals.propose();
    await vi.advanceTimersByTimeAsync(500);
    proposals.stop();
    required.value = 6000;
    await vi.advanceTimersByTimeAsync(500);
    expect([asker.questions.length, proposals.outcome.value]).toEqual([1, null]);
    proposals.propose();
    await answered(1);
    expect(proposals.byCode.get('1')?.percent).toBe(6000);
  });

  it('that are hidden while one is on its way leave nothing waiting', async () => {
    proposals.propose();
    proposals.dismiss();
    await answered(0);
    expect([proposals.busy.value, proposals.outcome.value]).toEqual([false, null]);
  });
});

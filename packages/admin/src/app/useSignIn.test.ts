import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, nextTick, type EffectScope } from 'vue';
import { useSignIn } from './useSignIn.ts';

let scope: EffectScope;
let asked: number;
beforeEach(() => {
  vi.useFakeTimers();
  [scope, asked] = [effectScope(), 0];
  vi.stubGlobal('fetch', () => {
    asked++;
    return Promise.resolve(new Response('{}', { status: 429, headers: { 'retry-after': '60' } }));
  });
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('counts down after too many tries, sends nothing meanwhile, and takes the next try when it is over', async () => {
  const form = scope.run(useSignIn);
  if (!form) throw new Error('no form');
  [form.username.value, form.password.value] = ['admin', 'sai'];
  await form.submit();
  expect([form.wait.value, form.problem.value]).toEqual([60, 'Đã thử quá nhiều lần. Hãy chờ 60 giây rồi thử lại.']);

  await vi.advanceTimersByTimeAsync(17_250);
  expect(form.wait.value).toBe(43);
  expect(await form.submit()).toBe(false);
  expect(asked).toBe(1);

  await vi.advanceTimersByTimeAsync(42_750);
  await nextTick();
  expect([form.wait.value, form.problem.value]).toEqual([0, '']);
  await form.submit();
  expect(asked).toBe(2);
});

import type { CascadeOutcome } from '@chi-tieu/shared/domain/cascade/cascade';
import type { CascadeMethod, CascadeProblem } from '@chi-tieu/shared/domain/cascade/problem';
import { onScopeDispose } from 'vue';

/** Asks a method; a newer question drops the one on its way, whose answer then never comes. */
export type AskCascade = (problem: CascadeProblem, method: CascadeMethod) => Promise<CascadeOutcome>;

/**
 * The methods in a worker, so that typing never waits for them. The worker is started with the first question and ended
 * with the page; a question that is still being answered when another comes ends its worker, whatever it was at.
 */
export function useCascade(): AskCascade {
  let worker: Worker | undefined;
  let busy = false;
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  onScopeDispose(end);

  return (problem, method) => {
    if (busy) end();
    const asked = (worker ??= new Worker(new URL('./cascade.worker.ts', import.meta.url), { type: 'module' }));
    busy = true;
    return new Promise((resolve, reject) => {
      asked.onmessage = ({ data }: MessageEvent<CascadeOutcome>) => {
        busy = false;
        resolve(data);
      };
      asked.onerror = (event) => {
        busy = false;
        end();
        reject(new Error(event.message));
      };
      asked.postMessage({ problem, method });
    });
  };
}

import type { CascadeOutcome } from '@chi-tieu/shared/domain/cascade/cascade';
import type { CascadeMethod, CascadeProblem } from '@chi-tieu/shared/domain/cascade/problem';
import { onScopeDispose } from 'vue';
import type { FromWorker } from './cascade.worker.ts';

/** Asks methods away from the thread that types. */
export interface CascadeAsker {
  /** Asks a method; a newer question drops the one on its way, whose answer then never comes. `progress` hears a share of 0 to 1. */
  readonly ask: (
    problem: CascadeProblem,
    method: CascadeMethod,
    progress: (share: number) => void,
  ) => Promise<CascadeOutcome>;
  /** Drops the question on its way. */
  readonly stop: () => void;
}

/**
 * The methods in a worker, so that typing never waits for them. The worker is started with the first question and ended
 * with the page; a question that is still being answered when another comes ends its worker, whatever it was at.
 */
export function useCascade(): CascadeAsker {
  let worker: Worker | undefined;
  let busy = false;
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
    busy = false;
  };
  onScopeDispose(end);

  return {
    stop: () => busy && end(),
    ask(problem, method, progress) {
      if (busy) end();
      const asked = (worker ??= new Worker(new URL('./cascade.worker.ts', import.meta.url), { type: 'module' }));
      busy = true;
      return new Promise((resolve, reject) => {
        asked.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          if ('share' in data) {
            progress(data.share);
            return;
          }
          busy = false;
          resolve(data.outcome);
        };
        asked.onerror = (event) => {
          end();
          reject(new Error(event.message));
        };
        asked.postMessage({ problem, method });
      });
    },
  };
}

import { cascade, type CascadeOutcome } from '@chi-tieu/shared/domain/cascade/cascade';
import type { CascadeMethod, CascadeProblem } from '@chi-tieu/shared/domain/cascade/problem';

/** What the worker says: how much of a long search is done, 0 to 1, and at last the answer. */
export type FromWorker = { readonly share: number } | { readonly outcome: CascadeOutcome };

const say = (message: FromWorker): void => self.postMessage(message);

/** Answers each question in turn, away from the thread that types. */
self.onmessage = ({ data }: MessageEvent<{ problem: CascadeProblem; method: CascadeMethod }>): void => {
  say({ outcome: cascade(data.problem, data.method, (share) => say({ share })) });
};

import { cascade } from '@chi-tieu/shared/domain/cascade/cascade';
import type { CascadeMethod, CascadeProblem } from '@chi-tieu/shared/domain/cascade/problem';

/** Answers each question in turn, away from the thread that types. */
self.onmessage = ({ data }: MessageEvent<{ problem: CascadeProblem; method: CascadeMethod }>): void => {
  self.postMessage(cascade(data.problem, data.method));
};

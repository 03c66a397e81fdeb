import { shallowReactive } from 'vue';
import { bodyTypeOf } from './bodyType.ts';
import { readReceipt, type Receipt } from './receipt.ts';
import { sendBody, type BodyAnswer } from './sendBody.ts';

export type ImportKind = 'dossiers' | 'procedures';
/** A file is checked first (nothing is stored), then taken in. */
export type ImportStep = 'check' | 'take';

/** Why an import did not come through; told in words by ImportFailed.vue. */
export type ImportFailure = 'type' | 'unreadable' | 'fileGone' | 'signedOut' | 'forbidden' | 'network' | 'server';

/** Where an import stands. `sent` is the share of the file that has left; at 1 the server reads on its own. */
export type ImportState =
  | { phase: 'none' }
  | { phase: 'running'; step: ImportStep; file: File; sent: number; since: number }
  | { phase: 'checked'; file: File; receipt: Receipt }
  | { phase: 'taken'; file: File; receipt: Receipt }
  | { phase: 'failed'; step: ImportStep; file: File; failure: ImportFailure };

/** An import that goes on while one looks at other pages. */
export interface ImportJob {
  readonly kind: ImportKind;
  state: ImportState;
  /** Whether a page shows the import now; else its end is worth a message. */
  watched: boolean;
}

const jobs: Record<ImportKind, ImportJob> = {
  dossiers: shallowReactive<ImportJob>({ kind: 'dossiers', state: { phase: 'none' }, watched: false }),
  procedures: shallowReactive<ImportJob>({ kind: 'procedures', state: { phase: 'none' }, watched: false }),
};
const running = new Map<ImportKind, AbortController>();

/** The one import of a kind: left with its page, it is found again here. */
export const importJob = (kind: ImportKind): ImportJob => jobs[kind];

/** Sends a file to be checked or taken in; settles when the import stands still again, with how it ended. */
export async function runImport(job: ImportJob, step: ImportStep, file: File): Promise<ImportState> {
  running.get(job.kind)?.abort();
  const body = bodyTypeOf(file.name);
  if (!body) return settle(job, { phase: 'failed', step, file, failure: 'type' });
  const stop = new AbortController();
  running.set(job.kind, stop);
  job.state = { phase: 'running', step, file, sent: 0, since: Date.now() };
  const url = `/ingest/${job.kind}?name=${encodeURIComponent(file.name)}${step === 'check' ? '&dryRun=true' : ''}`;
  const onSent = (share: number): void => {
    if (job.state.phase === 'running' && !stop.signal.aborted) job.state = { ...job.state, sent: share };
  };
  try {
    const answer = await sendBody({ url, file, body, signal: stop.signal, onSent });
    return settle(job, outcomeOf(answer, step, file));
  } catch {
    // Cancelled: another run or `cancelImport` has said where the import stands.
    if (stop.signal.aborted) return job.state;
    const failure = (await isReadable(file)) ? 'network' : 'fileGone';
    return settle(job, { phase: 'failed', step, file, failure });
  } finally {
    if (running.get(job.kind) === stop) running.delete(job.kind);
  }
}

/** Ends what is running and forgets the file. */
export function cancelImport(job: ImportJob): void {
  running.get(job.kind)?.abort();
  job.state = { phase: 'none' };
}

function settle(job: ImportJob, state: ImportState): ImportState {
  job.state = state;
  return state;
}

function outcomeOf({ status, json }: BodyAnswer, step: ImportStep, file: File): ImportState {
  const receipt = status === 200 ? readReceipt(json) : null;
  if (receipt) return { phase: step === 'check' ? 'checked' : 'taken', file, receipt };
  return { phase: 'failed', step, file, failure: failureOf(status) };
}

function failureOf(status: number): ImportFailure {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 415) return 'type';
  return status === 400 || status === 413 ? 'unreadable' : 'server';
}

/** A file that was changed, moved or deleted since it was chosen can no longer be read. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

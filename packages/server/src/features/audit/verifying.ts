import type { DataSource } from 'typeorm';
import type { Actor } from '../../app/audit/event.ts';
import { recordEvent } from '../../app/audit/record.ts';
import type { App } from '../../app/context.ts';
import { connectDatabase, Snapshot } from '../../app/database.ts';
import { ownerUrlOf } from '../../app/pool.ts';
import { verifyChain, type Verified } from './verify-chain.service.ts';

interface Running {
  checked: number;
  ending: AbortController;
  done: Promise<void>;
}

/** One at a time a process: whoever asks meanwhile hears of that one. */
const running = new WeakMap<App, Running>();

/** How many rows the one that runs has behind it; null where none runs. */
export function rowsChecked(app: App): number | null {
  return running.get(app)?.checked ?? null;
}

/**
 * Begins to recompute the whole chain unless that is done already, by the very code of `npm run audit:verify`. What comes out is
 * an event of the trail itself, so that it is known after the next start, too.
 */
export function beginVerifying(app: App, actor: Actor): void {
  if (running.has(app)) return;
  const job: Running = { checked: 0, ending: new AbortController(), done: Promise.resolve() };
  running.set(app, job);
  job.done = verifyInBackground(app, actor, job).finally(() => running.delete(app));
}

/** Waits for the one that runs; `end` breaks it off. */
export async function verifyingEnded(app: App, { end = false } = {}): Promise<void> {
  const job = running.get(app);
  if (end) job?.ending.abort();
  await job?.done;
}

async function verifyInBackground(app: App, actor: Actor, job: Running): Promise<void> {
  try {
    const verified = await verifyAll(app, job);
    const { broken } = verified;
    if (broken) app.log.error({ row: broken.seq, fault: broken.fault }, 'the audit trail is broken');
    await recordVerified(app.db, actor, verified);
  } catch (error) {
    if (!job.ending.signal.aborted) app.log.error({ err: error }, 'the audit trail could not be verified');
  }
}

/** Over a connection of its own: it may take long, and nobody who asks something else waits for it. */
async function verifyAll(app: App, job: Running): Promise<Verified> {
  const db = await connectDatabase(ownerUrlOf(app), [], 1);
  const snapshot = new Snapshot(db, 0, job.ending.signal);
  try {
    return await verifyChain(snapshot, null, undefined, (seq) => (job.checked = seq));
  } finally {
    await snapshot.close();
    await db.destroy();
  }
}

/** Tells the trail how it was found: that is when it was verified last, whoever did it. */
export async function recordVerified(db: DataSource, actor: Actor, { head, broken }: Verified): Promise<void> {
  const result = broken === null ? 'WHOLE' : 'BROKEN';
  await recordEvent(db, actor, {
    what: 'AUDIT_VERIFIED',
    about: { kind: 'INSTALLATION', id: 'audit' },
    unitId: null,
    after: { rows: head.seq, head: `${head.seq}:${head.hash}`, result, ...(broken && { broken }) },
  });
}

import { recordEvent } from '../../app/audit/record.ts';
import type { Actor } from '../../app/audit/event.ts';
import type { App, Context } from '../../app/context.ts';
import { connectDatabase, Snapshot } from '../../app/database.ts';
import { ownerUrlOf } from '../../app/pool.ts';
import { newestOf, storedHead } from './audit.queries.ts';
import { readBody } from './event-text.ts';
import { verifyChain, type Fault, type Verified } from './verify-chain.service.ts';

/** A chain that was recomputed: when, up to which row, and the first one that was not as it was written. */
export interface LastVerified {
  at: Date;
  rows: number;
  broken: { seq: number; fault: Fault } | null;
}

/** The audit trail's chain: how long it is, where it ends, and what is known of its soundness. */
export interface ChainState {
  rows: number;
  /** `SEQ:HASH`; null where it was taken away. */
  head: string | null;
  verified: LastVerified | null;
  /** How many rows the one that runs now has behind it; null where none runs. */
  checking: number | null;
}

interface Running {
  checked: number;
  ending: AbortController;
  done: Promise<void>;
}

/** One at a time a process: whoever asks meanwhile hears of that one. */
const running = new WeakMap<App, Running>();

export async function chainState(ctx: Context): Promise<ChainState> {
  const head = await storedHead(ctx.read);
  const newest = await newestOf(ctx.read, 'AUDIT_VERIFIED');
  return {
    rows: head?.seq ?? 0,
    head: head && `${head.seq}:${head.hash}`,
    verified: newest && readVerified(newest),
    checking: running.get(ctx.app)?.checked ?? null,
  };
}

/**
 * Begins to recompute the whole chain, by the very code of `npm run audit:verify`; the answer does not wait for its end. What
 * comes out is an event of the trail itself, so that it is known after the next start, too.
 */
export async function beginVerifying(ctx: Context): Promise<ChainState> {
  const { app, actor } = ctx;
  if (!running.has(app)) {
    const job: Running = { checked: 0, ending: new AbortController(), done: Promise.resolve() };
    running.set(app, job);
    job.done = verifyInBackground(app, actor, job).finally(() => running.delete(app));
  }
  return chainState(ctx);
}

/** Waits for the one that runs; `end` breaks it off. */
export async function verifyingEnded(app: App, { end = false } = {}): Promise<void> {
  const job = running.get(app);
  if (end) job?.ending.abort();
  await job?.done;
}

async function verifyInBackground(app: App, actor: Actor, job: Running): Promise<void> {
  try {
    await recordVerified(app, actor, await verifyAll(app, job));
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

async function recordVerified(app: App, actor: Actor, { head, broken }: Verified): Promise<void> {
  const result = broken === null ? 'WHOLE' : 'BROKEN';
  if (broken) app.log.error({ row: broken.seq, fault: broken.fault }, 'the audit trail is broken');
  await recordEvent(app.db, actor, {
    what: 'AUDIT_VERIFIED',
    about: { kind: 'INSTALLATION', id: 'audit' },
    unitId: null,
    after: { rows: head.seq, head: `${head.seq}:${head.hash}`, result, ...(broken && { broken }) },
  });
}

function readVerified({ at, body }: { at: Date; body: string }): LastVerified {
  const after = readBody(body).after as { rows: number; broken?: LastVerified['broken'] };
  return { at, rows: after.rows, broken: after.broken ?? null };
}

import type { Context } from '../../app/context.ts';
import { newestOf, storedHead } from './audit.queries.ts';
import { readBody } from './event-text.ts';
import type { Fault } from './verify-chain.service.ts';
import { beginVerifying, rowsChecked } from './verifying.ts';

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

export async function chainState(ctx: Context): Promise<ChainState> {
  const checking = rowsChecked(ctx.app);
  // One that has just ended told the trail how: a snapshot from before would know of neither.
  if (checking === null) await ctx.close();
  const head = await storedHead(ctx.read);
  const newest = await newestOf(ctx.read, 'AUDIT_VERIFIED');
  return {
    rows: head?.seq ?? 0,
    head: head && `${head.seq}:${head.hash}`,
    verified: newest && readVerified(newest),
    checking,
  };
}

/** Begins to recompute the whole chain, or hears of the one that runs; the answer does not wait for its end. */
export async function verifyNow(ctx: Context): Promise<ChainState> {
  beginVerifying(ctx.app, ctx.actor);
  return chainState(ctx);
}

function readVerified({ at, body }: { at: Date; body: string }): LastVerified {
  const after = readBody(body).after as { rows: number; broken?: LastVerified['broken'] };
  return { at, rows: after.rows, broken: after.broken ?? null };
}

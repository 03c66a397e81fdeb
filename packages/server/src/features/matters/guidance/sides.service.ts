import type { Context } from '../../../app/context.ts';
import { isNumberKey } from '../../../app/connection.ts';
import { answeredFor, forbidden, reached } from '../../accounts/reach.service.ts';
import { unseen } from '../log/log.service.ts';
import { guidanceById, type GuidanceRow } from './guidance.queries.ts';

/** What somebody may do about guidance, today. */
export interface Hands {
  /** They give it: in the name of its unit. */
  gives(row: Pick<GuidanceRow, 'leadUnitId'>): boolean;
  /** They take note for a receiver, and ask. */
  speaksFor(unitId: number): boolean;
}

/** On which sides the caller is; asked once a request. */
export function handsOfCaller(ctx: Context): Promise<Hands> {
  return ctx.once('guidance hands', async () => {
    await reached(ctx, 'matter.read');
    const [issues, speaks] = [await reached(ctx, 'guidance.issue'), await answeredFor(ctx)];
    return {
      gives: ({ leadUnitId }) => issues === 'ALL' || issues.has(leadUnitId),
      speaksFor: (unitId) => speaks !== 'ALL' && speaks.has(unitId),
    };
  });
}

/** Guidance that is about to be changed, within sight: FORBIDDEN where it is not, to who sees everything NOT_FOUND. */
export async function seenGuidance(ctx: Context, id: string): Promise<GuidanceRow> {
  await handsOfCaller(ctx);
  const row = isNumberKey(id) ? (await guidanceById(ctx.read, ctx.provinceId, [id]))[0] : undefined;
  if (!row) throw await unseen(ctx);
  return row;
}

/** FORBIDDEN for who does not give it. */
export async function needToGive(ctx: Context, row: Pick<GuidanceRow, 'leadUnitId'>): Promise<void> {
  if (!(await handsOfCaller(ctx)).gives(row)) throw forbidden('guidance.issue');
}

import { randomUUID } from 'node:crypto';
import type { Context } from '../../app/context.ts';
import { conflict } from '../../app/errors.ts';
import { keepFigures } from '../figures/figures.service.ts';
import { needProvince } from '../accounts/reach.service.ts';
import { checkSaid } from '../plans/talk/said.service.ts';
import { indicatorOf } from '../rates/indicator-of.service.ts';
import { audited, drawnUp, lockedReport, recordStep } from './draw.service.ts';
import { replacedBy } from './replaced.service.ts';
import { insertReport, type ReportRow } from './reports.queries.ts';
import { existingReport } from './reports.service.ts';

/** How a published report is replaced. */
export interface Replacing {
  why: string;
  /** The figures of now, though the period is closed: publishing closes it anew. Else those of the closing that stands. */
  takesNewFigures: boolean;
}

/**
 * Draws up the report that is to replace a published one: of the same kind and period, with its words, and what differs from it. The old one
 * stays, and is the official one until the new one is published. Each is replaced once: CONFLICT.
 */
export async function replaceReport(ctx: Context, id: string, { why, takesNewFigures }: Replacing): Promise<ReportRow> {
  await needProvince(ctx, 'report.draft');
  const old = await existingReport(ctx, id);
  if (old.state !== 'PUBLISHED') throw conflict('report.notPublished', { state: old.state });
  if (old.replacedById !== null) throw conflict('report.alreadyReplaced');
  const reason = checkSaid('reason', why);
  const { template, templateVersion, written, kind, indicatorId, from, to } = old;
  const { code } = await indicatorOf(ctx, indicatorId);
  const { drawn, figures } = await drawnUp(
    ctx,
    { code, indicatorId, kind, days: { from, to }, knownAt: null, takesNewFigures },
    { template, templateVersion, written },
    (facts) => replacedBy(old, reason, facts),
  );
  const fresh = randomUUID();
  await ctx.write('drawReport', async (tx) => {
    // What differs was worked out from the version that was read.
    await lockedReport(tx, ctx, id, old.version);
    const head = {
      id: fresh,
      kind,
      indicatorId,
      from,
      to,
      replacesId: id,
      replacesWhy: reason,
      takesNewFigures,
      written,
    };
    await insertReport(tx, ctx.provinceId, head, drawn);
    await keepFigures(tx, ctx.provinceId, figures);
    const told = { ...audited(drawn, figures.length), replaces: old.reference };
    await recordStep(tx, ctx, { id: fresh, act: 'DRAWN', what: 'REPORT_REPLACEMENT_DRAWN' }, told);
  });
  return existingReport(ctx, fresh);
}

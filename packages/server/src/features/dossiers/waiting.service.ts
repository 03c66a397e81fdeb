import type { Context } from '../../app/context.ts';
import { gathered, type Waiting } from '../../app/waiting.ts';
import { reached } from '../accounts/reach.service.ts';
import { today } from '../units/units.service.ts';
import { rowsWithin } from './ingest/quarantine.service.ts';
import { heldImports, openRowsWaiting } from './waiting.queries.ts';

/** Bad rows that the caller may mend, and imports that are held until somebody like the caller decides. */
export async function waitingDossiers(ctx: Context): Promise<Waiting[]> {
  const mends = await reached(ctx, 'quarantine.mend');
  const within = await rowsWithin(ctx, 'quarantine.mend');
  if (mends !== 'ALL' && mends.size === 0 && !within.procedures) return [];
  const rows = await openRowsWaiting(ctx.read, ctx.provinceId, within);
  const held = await heldImports(ctx.read, ctx.provinceId, within.units);
  const day = today(ctx);
  const bad: Waiting = {
    ...{ kind: 'QUARANTINE', count: rows.count, overdue: 0, oldest: rows.oldest, due: null, path: '/ho-so?tab=desk' },
    things: [],
  };
  return [
    ...(rows.count > 0 ? [bad] : []),
    ...gathered(
      'HELD_IMPORT',
      '/ho-so?tab=receipts',
      held.map(({ unitId, about, since }) => ({ unitId, about, since, due: null, path: '/ho-so?tab=receipts' })),
      day,
    ),
  ];
}

import { outlasts, type ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import { STANDING_RIGHTS, type Right } from '@chi-tieu/shared/domain/access/rights';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { Sql } from '../../app/sql.ts';
import { today } from '../units/units.service.ts';
import { grantsOf } from './grants.queries.ts';
import { endsOf, reached } from './reach.service.ts';

/** Whose accounts the caller manages: at which units, and until when they may decide about others there. */
export interface Managing {
  units: ReachedUnits;
  endOf: (right: Right, unitId: number) => Day | null;
}

/** To be asked before a change, and used within it. */
export async function managing(ctx: Context): Promise<Managing> {
  const units = await reached(ctx, 'account.manage');
  const ends = new Map<Right, (unitId: number) => Day | null>();
  for (const right of STANDING_RIGHTS) ends.set(right, await endsOf(ctx, right));
  return { units, endOf: (right, unitId) => ends.get(right)?.(unitId) ?? null };
}

/** Those of some accounts, open or closed, who may decide about others for longer than the caller may there. */
export async function outlasting(
  sql: Sql,
  ctx: Context,
  ids: number[],
  { endOf }: Pick<Managing, 'endOf'>,
): Promise<ReadonlySet<number>> {
  const grants = (await grantsOf(sql, ids)).filter(({ delegatedFrom }) => delegatedFrom === null);
  const longer = grants.filter((grant) => outlasts([{ ...grant, via: null }], today(ctx), endOf));
  return new Set(longer.map(({ accountId }) => accountId));
}

import {
  lastDayOf,
  Reach,
  reachOf,
  type HeldGrant,
  type ReachedUnits,
  type Within,
} from '@chi-tieu/shared/domain/access/reach';
import type { Right } from '@chi-tieu/shared/domain/access/rights';
import { dayInVietnam, type Day } from '@chi-tieu/shared/domain/days';
import { unitTreeOn } from '@chi-tieu/shared/domain/unit-tree';
import { isFullySignedIn, type App, type Context } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import { AppError } from '../../app/errors.ts';
import { unitSuccessions, unitVersions } from '../units/units.queries.ts';
import { today, unitTree } from '../units/units.service.ts';
import { heldGrants } from './grants.queries.ts';

/** How often each request asked for each right: the rules make sure that a service they trust does ask (app/access). */
const asked = new WeakMap<Context, Map<Right, number>>();

/** What the caller may do, and for which units, today; asked once a request. UNAUTHENTICATED for nobody. */
export function reachOfCaller(ctx: Context): Promise<Reach> {
  if (ctx.isProcess) return Promise.resolve(Reach.ofAll());
  const account = ctx.signedIn();
  if (!isFullySignedIn(account)) return Promise.resolve(new Reach(new Map(), new Map()));
  return ctx.once('reach', async () => {
    const grants = await grantsOfCaller(ctx);
    const day = today(ctx);
    const reach =
      grants.length === 0
        ? new Reach(new Map(), new Map())
        : reachOf(grants, await unitTree(ctx, day), ctx.provinceId, day);
    await ctx.reaches(reach);
    return reach;
  });
}

function grantsOfCaller(ctx: Context): Promise<HeldGrant[]> {
  return ctx.once('held grants', () => heldGrants(ctx.read, ctx.signedIn().id));
}

/** Until when the caller holds a right for a unit; null: without an end. To be asked before a change, and used within it. */
export async function endsOf(ctx: Context, right: Right): Promise<(unitId: number) => Day | null> {
  const day = today(ctx);
  const on = { tree: await unitTree(ctx, day), provinceId: ctx.provinceId, day };
  const grants = await grantsOfCaller(ctx);
  return (unitId) => lastDayOf(grants, on, right, unitId);
}

/** What an account may do today, for what is no question to a snapshot: a body that is about to be taken in. */
export function reachOfAccount(app: App, accountId: number): Promise<Reach> {
  return withClient(app.db, async (sql) => {
    const day = dayInVietnam(app.now());
    const grants = await heldGrants(sql, accountId);
    const versions = await unitVersions(sql, app.provinceId, null);
    const successions = await unitSuccessions(sql, app.provinceId, null);
    return reachOf(grants, unitTreeOn(versions, successions, day), app.provinceId, day);
  });
}

/**
 * The units that the caller speaks for: those of their grants and what these succeeded. Nobody speaks from above for those below, the
 * province for none but itself.
 */
export async function spokenFor(ctx: Context): Promise<ReachedUnits> {
  return reached(ctx, 'plan.answer');
}

/** The units in whose name the caller takes note of what these are sent, and asks about it: who watches over figures there may too. */
export async function answeredFor(ctx: Context): Promise<ReachedUnits> {
  return reached(ctx, 'reminder.answer');
}

/** FORBIDDEN unless the caller speaks for this unit. */
export async function needToSpeakFor(ctx: Context, unitId: number): Promise<void> {
  await need(ctx, 'plan.answer', [unitId]);
}

/** The units for which the caller holds a right: what is shown of a list. */
export async function reached(ctx: Context, right: Right): Promise<ReachedUnits> {
  note(ctx, right);
  return (await reachOfCaller(ctx)).unitsOf(right);
}

/** The caller's bounds by a right; FORBIDDEN where it is not held at all. */
export async function boundsOf(ctx: Context, right: Right): Promise<Within> {
  await needAnywhere(ctx, right);
  return (await reachOfCaller(ctx)).within(right);
}

/** FORBIDDEN unless the caller holds a right for every one of these units. */
export async function need(ctx: Context, right: Right, unitIds: readonly number[]): Promise<void> {
  note(ctx, right);
  if (!(await reachOfCaller(ctx)).covers(right, unitIds)) throw forbidden(right);
}

/** FORBIDDEN unless the caller holds a right for the whole province. */
export async function needProvince(ctx: Context, right: Right): Promise<void> {
  note(ctx, right);
  if ((await reachOfCaller(ctx)).unitsOf(right) !== 'ALL') throw forbidden(right);
}

/** FORBIDDEN unless the caller holds a right somewhere. */
export async function needAnywhere(ctx: Context, right: Right): Promise<void> {
  note(ctx, right);
  if (!(await reachOfCaller(ctx)).holds(right)) throw forbidden(right);
}

/** How often a request has asked for a right until now. */
export function timesAsked(ctx: Context, right: Right): number {
  return asked.get(ctx)?.get(right) ?? 0;
}

export function forbidden(right: Right): AppError {
  return new AppError('FORBIDDEN', 'auth.forbidden', {}, { facts: { right } });
}

function note(ctx: Context, right: Right): void {
  const counts = asked.get(ctx) ?? new Map<Right, number>();
  asked.set(ctx, counts.set(right, (counts.get(right) ?? 0) + 1));
}

/** The units that the caller's grants of today name, with those that these succeeded: what is theirs, and not only within their reach. */
export async function ownUnits(ctx: Context): Promise<ReadonlySet<number>> {
  if (ctx.isProcess) return new Set();
  const day = today(ctx);
  const tree = await unitTree(ctx, day);
  const live = (await grantsOfCaller(ctx))
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    .flatMap(({ unitId }) => tree.liveUnitOf(unitId) ?? []);
  return new Set(live.flatMap((id) => [id, ...tree.receivedBy(id)]));
}

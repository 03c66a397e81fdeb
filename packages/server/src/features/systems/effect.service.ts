import { daysTouched } from '@chi-tieu/shared/domain/connected/availability';
import { daysBeside, effectOf, fewerTimes, type EffectOfUnit } from '@chi-tieu/shared/domain/connected/effect';
import { addDays, daysBetween, previousDay, type Day } from '@chi-tieu/shared/domain/days';
import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import { badInput } from '../../app/errors.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { sourcesWithin } from '../dossiers/sources/sources.queries.ts';
import { indicatorByCode, needAdditive } from '../rates/rates.service.ts';
import { countsByUnitAndTime } from '../rates/totals.queries.ts';
import { today, unitTree } from '../units/units.service.ts';
import type { OutageRow } from './outages/outages.queries.ts';
import { outagesOf, sourcesOf } from './systems.service.ts';

/** So far around an outage its days are looked for (domain/connected/effect). */
const AROUND_DAYS = 56;
const MOST_DAYS = 92;

/** What units had on the days of an outage and beside it. */
export interface Effect {
  from: Day;
  to: Day;
  days: number;
  beside: Day[];
  each: number;
  /** Whether these are the units that the system's sources speak for; else all. */
  ofSources: boolean;
  units: EffectOfUnit[];
  during: Counts;
  around: Counts;
}

/** What an outage did to the figures of whom; null while no day of it is over, and where it lasted longer than anything can be held against. */
export async function effectOfOutage(ctx: Context, outage: OutageRow, code: string): Promise<Effect | null> {
  const indicator = needAdditive(await indicatorByCode(ctx, code), 'indicator');
  // Of such an indicator nothing is known by day: who counts is decided at a period's end.
  if (indicator.eligibilityDate === 'PERIOD_END') throw badInput('indicator', 'indicator.notAdditive', { code });
  const on = today(ctx);
  const touched = daysTouched(outage, ctx.app.now());
  const period = { from: touched.from, to: touched.to < on ? touched.to : previousDay(on) };
  const days = daysBetween(period.from, period.to) + 1;
  if (days < 1 || days > MOST_DAYS) return null;
  const window = { from: addDays(period.from, -AROUND_DAYS), to: addDays(period.to, AROUND_DAYS) };
  const others = (await outagesOf(ctx, outage.systemId, { from: null, to: null }))
    .filter(({ id }) => id !== outage.id)
    .map((other) => daysTouched(other, ctx.app.now()));
  const isCovered = (day: Day): boolean => others.some(({ from, to }) => day >= from && day <= to);
  const beside = daysBeside(period, { isCovered, today: on });
  const tree = await unitTree(ctx, period.to);
  const rows = await countsByUnitAndTime(ctx.read, ctx.provinceId, indicator, { ...window, knownAt: null }, 'DAY');
  const counts = new Map<string, Counts>();
  for (const { unitId, at, numerator, denominator } of rows) {
    const key = `${tree.liveUnitOf(unitId) ?? unitId} ${at}`;
    counts.set(key, addCounts(counts.get(key) ?? { numerator: 0, denominator: 0 }, { numerator, denominator }));
  }
  const { units, ofSources } = await unitsFed(ctx, outage.systemId, tree);
  const found = effectOf(units, period, beside, (unitId, day) => counts.get(`${unitId} ${day}`) ?? null);
  const sum = (of: (unit: EffectOfUnit) => Counts): Counts =>
    found.reduce((all, unit) => addCounts(all, of(unit)), { numerator: 0, denominator: 0 });
  return {
    ...{ ...period, days, beside: [...beside.days].sort(), each: beside.each, ofSources },
    units: [...found].sort((a, b) => fewerTimes(b, beside.each) - fewerTimes(a, beside.each) || a.unitId - b.unitId),
    ...{ during: sum(({ during }) => during), around: sum((unit) => unit.beside) },
  };
}

/** The units that receive for themselves and that a system's sources speak for; all where it feeds none. */
async function unitsFed(
  ctx: Context,
  systemId: number,
  tree: UnitTree,
): Promise<{ units: number[]; ofSources: boolean }> {
  const all = tree.alive().map(({ unitId }) => unitId);
  const fed = new Set((await sourcesOf(ctx, systemId)).map(({ id }) => id));
  if (fed.size === 0) return { units: all, ofSources: false };
  // Whoever sees the system is told whom it feeds, also where its sources lie beyond their reach: what follows are counts.
  const sources = (await withClient(ctx.app.db, (sql) => sourcesWithin(sql, ctx.provinceId, null), EVERYTHING)).filter(
    ({ id }) => fed.has(id),
  );
  const spoken = new Set(
    sources.flatMap(({ unitIds }) => unitIds.flatMap((id) => [id, ...tree.below(tree.liveUnitOf(id) ?? id)])),
  );
  return { units: all.filter((id) => spoken.has(id)), ofSources: true };
}

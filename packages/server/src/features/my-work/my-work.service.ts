import type { Context } from '../../app/context.ts';
import type { Waiting } from '../../app/waiting.ts';
import { waitingCatalogue } from '../catalogue/waiting.service.ts';
import { difficultiesByUnit, waitingDifficulties } from '../difficulties/waiting.service.ts';
import { waitingDossiers } from '../dossiers/waiting.service.ts';
import { waitingFindings } from '../inspections/waiting.service.ts';
import { waitingGuidance, waitingMeasures, waitingTasks } from '../matters/waiting.service.ts';
import { waitingDuties, waitingPlans, waitingProposals } from '../plans/waiting.service.ts';
import { waitingSystems } from '../systems/waiting.service.ts';
import { waitingReports } from '../reports/waiting.service.ts';
import { showUnit, type Unit } from '../units/units.types.ts';
import { today, unitByCode, unitTree } from '../units/units.service.ts';
import { urgedByUnit, waitingReminders } from '../urging/waiting.service.ts';
import type { UnitMatters, WaitingMatter } from './my-work.types.ts';

/** What each feature offers, in the order in which it is told. */
const OFFERS: readonly ((ctx: Context) => Promise<Waiting[]>)[] = [
  waitingReminders,
  waitingDuties,
  waitingPlans,
  waitingProposals,
  waitingDifficulties,
  waitingFindings,
  waitingTasks,
  waitingGuidance,
  waitingMeasures,
  waitingReports,
  waitingSystems,
  waitingDossiers,
  waitingCatalogue,
];

/** All that waits for the caller: what is overdue first, then what is due first, then as features offer it. */
export async function myWork(ctx: Context): Promise<WaitingMatter[]> {
  const found: Waiting[] = [];
  for (const offer of OFFERS) found.push(...(await offer(ctx)));
  const tree = await unitTree(ctx, today(ctx));
  const unitOf = (id: number | null): Unit | null => {
    const version = id === null ? undefined : tree.byId(tree.liveUnitOf(id) ?? id);
    return version ? showUnit({ version, tree, on: today(ctx) }) : null;
  };
  const far = '9999';
  return found
    .sort(
      (a, b) =>
        Number(b.overdue > 0) - Number(a.overdue > 0) ||
        ((a.due ?? far) < (b.due ?? far) ? -1 : (a.due ?? far) > (b.due ?? far) ? 1 : 0),
    )
    .map(({ things, ...matter }) => {
      return { ...matter, items: things.map(({ unitId, ...thing }) => ({ ...thing, unit: unitOf(unitId) })) };
    });
}

/** What goes on about the units directly below one, each with all below it and what they succeeded; those alone of which there is something. */
export async function mattersBelow(ctx: Context, code: string): Promise<UnitMatters[]> {
  const on = today(ctx);
  const { unitId } = (await unitByCode(ctx, code)).version;
  const tree = await unitTree(ctx, on);
  const [urged, troubled] = [await urgedByUnit(ctx), await difficultiesByUnit(ctx)];
  return tree.children(unitId).flatMap((version): UnitMatters[] => {
    const isHere = (id: number): boolean => {
      const live = tree.liveUnitOf(id);
      return live !== null && tree.isWithin(live, version.unitId);
    };
    const letters = urged.filter((row) => isHere(row.unitId));
    const difficulties = troubled.filter((row) => isHere(row.unitId)).reduce((sum, { open }) => sum + open, 0);
    if (letters.length === 0 && difficulties === 0) return [];
    return [
      {
        unit: showUnit({ version, tree, on }),
        reminders: letters.reduce((sum, { open }) => sum + open, 0),
        lastTold: latest(letters.map(({ lastTold }) => lastTold)),
        lastAnswered: latest(letters.map(({ lastAnswered }) => lastAnswered)),
        difficulties,
      },
    ];
  });
}

function latest(days: readonly (string | null)[]): string | null {
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}

import type { Reach, ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import type { Right } from '@chi-tieu/shared/domain/access/rights';

/**
 * The second wall from this side (docs/decisions/0007-second-wall.md, migrations/0020-second-wall.sql): what a transaction
 * sees of the guarded tables is said in `app.*` settings that end with it.
 */

/** The areas of the wall, and the rights by any of which something is seen in each. */
const AREAS = {
  dossiers: ['dossier.read'],
  quarantine: ['quarantine.read', 'quarantine.mend'],
  plans: ['plan.read', 'plan.draft', 'plan.approve'],
  reports: ['report.read', 'report.draft', 'report.approve'],
  reminders: ['reminder.read', 'reminder.send'],
  answers: ['plan.answer'],
  accounts: ['account.read', 'account.manage', 'token.manage'],
  audit: ['audit.read'],
  catalogue: ['catalogue.edit'],
  connected: ['connected.read', 'connected.report', 'connected.keep'],
  difficulties: ['difficulty.read', 'difficulty.report', 'difficulty.handle'],
  handling: ['difficulty.handle'],
  inspections: ['inspection.read', 'inspection.lead'],
  matters: ['matter.read'],
  guiding: ['guidance.issue'],
  inspecting: ['inspection.work'],
  sources: ['source.read', 'source.edit'],
} as const satisfies Record<string, readonly Right[]>;

export type Area = keyof typeof AREAS;
const NAMES = Object.keys(AREAS) as readonly Area[];

/** What a transaction sees: as which account, and the units of each area; none where an area is not there. */
export interface Sight {
  readonly caller: number | null;
  readonly units: ReadonlyMap<Area, ReachedUnits>;
}

/** Of guarded tables nothing at all: what is not told otherwise. */
export const NOTHING: Sight = { caller: null, units: new Map() };

/** For the process's own work, and for what merges and books: figures need all dossiers, whoever sent them. */
export const EVERYTHING: Sight = { caller: null, units: new Map(NAMES.map((area) => [area, 'ALL'])) };

/** Somebody's own account and no more, until their reach is known. */
export function sightOfCaller(caller: number | null): Sight {
  return { ...NOTHING, caller };
}

/** What somebody's reach lets them see. */
export function sightOf(reach: Reach, caller: number | null): Sight {
  return { caller, units: new Map(NAMES.map((area) => [area, unitsOfAny(reach, AREAS[area])])) };
}

/** The same with all of some areas. */
export function withAllOf(sight: Sight, areas: readonly Area[]): Sight {
  return { ...sight, units: new Map([...sight.units, ...areas.map((area) => [area, 'ALL'] as const)]) };
}

function unitsOfAny(reach: Reach, rights: readonly Right[]): ReachedUnits {
  const found = rights.map((right) => reach.unitsOf(right));
  const some = found.flatMap((units) => (units === 'ALL' ? [] : [...units]));
  return found.includes('ALL') ? 'ALL' : new Set(some);
}

/** Statements that let the transaction in which they run see this; each begins with a semicolon, to follow another one. */
export function settingsOf(sight: Sight): string {
  const settings = NAMES.map((area) => settingOf(area, sight.units.get(area)));
  return `; set local app.caller = '${sight.caller === null ? '' : whole(sight.caller)}'${settings.join('')}`;
}

/** The same for one area. */
export function settingOf(area: Area, units: ReachedUnits | undefined): string {
  const value = units === 'ALL' ? 'all' : units === undefined ? '' : `{${[...units].map(whole).join()}}`;
  return `; set local app.${area} = '${value}'`;
}

/** Written into a statement: nothing but a number may get there. */
function whole(id: number): string {
  if (!Number.isSafeInteger(id)) throw new TypeError('not the number of a row');
  return String(id);
}

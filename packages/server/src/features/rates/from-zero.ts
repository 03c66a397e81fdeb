import { monthStart, type Day } from '@chi-tieu/shared/domain/days';
import {
  bookingDay,
  eligibilityDay,
  verdict,
  type CatalogueFacts,
  type CountableDossier,
} from '@chi-tieu/shared/domain/eligibility';
import { periodOn, periodsFromChanges, type ForceChange, type ForcePeriod } from '@chi-tieu/shared/domain/force';
import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import {
  entriesFromChanges,
  levelFor,
  type EntriesOfProcedure,
  type ListChange,
  type ListEntry,
  type ServiceLevel,
} from '@chi-tieu/shared/domain/service-list';
import { tierOfKind, type Tier, type UnitKind } from '@chi-tieu/shared/domain/tier';
import { unitTreeOn, type UnitTree, type UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import { ruleOf, type DefinitionId, type DefinitionTerms } from './indicators.queries.ts';

/** One line of a decision, with the list, procedure and tier that it is about, and the unit where it names one. */
export interface StatedChange extends ListChange {
  listId: number;
  procedureId: number;
  tier: Tier;
  unitId: number | null;
}

/** Who received a dossier. */
export interface Receiver {
  unitId: number;
  tier: Tier;
}

/** One line about a procedure's being in force. */
export interface StatedForce extends ForceChange {
  procedureId: number;
}

/** A dossier with what the rule needs to know of it. */
export interface ReceivedDossier extends CountableDossier {
  unitId: number;
  procedureId: number;
}

/** What a list says of a procedure at a tier or for a unit: the key of its entries. */
export function entryKey(row: { listId: number; procedureId: number; tier: string; unitId: number | null }): string {
  return `${row.listId}|${row.procedureId}|${row.tier}${row.unitId === null ? '' : `|${row.unitId}`}`;
}

/** The catalogue as it follows from what decisions and procedures said, not from what was stored of it later. */
export class CatalogueFromZero {
  readonly entries = new Map<string, ListEntry[]>();
  readonly periods = new Map<number, ForcePeriod[]>();
  private readonly ofUnits = new Map<string, Map<number, ListEntry[]>>();
  private readonly units: readonly UnitVersionRow[];
  private readonly trees = new Map<Day, UnitTree>();

  /** `units` are all versions of all units: what stands below a unit that a line names follows from them. */
  constructor(changes: StatedChange[], force: StatedForce[], units: readonly UnitVersionRow[]) {
    for (const [key, group] of groupBy(changes, entryKey)) this.enter(key, group);
    for (const [id, group] of groupBy(force, ({ procedureId }) => procedureId))
      this.periods.set(id, periodsFromChanges(group).periods);
    this.units = units;
  }

  /** Of a procedure, for who received it, on a day. */
  factsOn(listId: number | null, procedureId: number, receiver: Receiver, day: Day): CatalogueFacts {
    return {
      tier: receiver.tier,
      inForce: periodOn(this.periods.get(procedureId) ?? [], day) !== null,
      level: listId === null ? null : this.levelOf(listId, procedureId, receiver, day),
    };
  }

  private enter(key: string, group: StatedChange[]): void {
    const { entries } = entriesFromChanges(group);
    this.entries.set(key, entries);
    const { listId = 0, procedureId = 0, unitId = null } = group[0] ?? {};
    if (unitId === null) return;
    const named = this.ofUnits.get(`${listId}|${procedureId}`) ?? new Map<number, ListEntry[]>();
    this.ofUnits.set(`${listId}|${procedureId}`, named.set(unitId, entries));
  }

  private levelOf(listId: number, procedureId: number, { unitId, tier }: Receiver, day: Day): ServiceLevel | null {
    const of: EntriesOfProcedure = {
      tier: (asked) => this.entries.get(entryKey({ listId, procedureId, tier: asked, unitId: null })) ?? [],
      units: this.ofUnits.get(`${listId}|${procedureId}`) ?? NO_UNITS,
    };
    return levelFor(of, tier, of.units.size === 0 ? [] : this.lineOf(unitId, day), day);
  }

  /** A unit and what stood above it on the day; itself alone where it was not there. */
  private lineOf(unitId: number, day: Day): readonly number[] {
    const tree = this.trees.get(day) ?? unitTreeOn(this.units, [], day);
    this.trees.set(day, tree);
    const line = tree.lineOf(unitId);
    return line.length === 0 ? [unitId] : line;
  }
}

const NO_UNITS: ReadonlyMap<number, readonly ListEntry[]> = new Map();

/** Where a count belongs. `day` is a month's first day in counts by month. */
export interface Place {
  definitionId: DefinitionId;
  unitId: number;
  day: Day;
}

/** Counts by place; what is not there is 0 of 0. */
export class CountsByPlace {
  private readonly counts = new Map<string, Counts>();

  add({ definitionId, unitId, day }: Place, counts: Counts): void {
    const key = `${definitionId}|${unitId}|${day}`;
    this.counts.set(key, addCounts(this.counts.get(key) ?? { numerator: 0, denominator: 0 }, counts));
  }

  at({ definitionId, unitId, day }: Place): Counts {
    return this.counts.get(`${definitionId}|${unitId}|${day}`) ?? { numerator: 0, denominator: 0 };
  }

  has({ definitionId, unitId, day }: Place): boolean {
    return this.counts.has(`${definitionId}|${unitId}|${day}`);
  }

  /** All places, in a fixed order. */
  places(): Place[] {
    return [...this.counts.keys()].sort().map((key) => {
      const [definitionId, unitId, day = ''] = key.split('|');
      return { definitionId: Number(definitionId) as DefinitionId, unitId: Number(unitId), day };
    });
  }

  /** The same counts, added up by month. */
  byMonth(): CountsByPlace {
    const months = new CountsByPlace();
    for (const place of this.places()) months.add({ ...place, day: monthStart(place.day) }, this.at(place));
    return months;
  }
}

/** A definition, as far as dossiers are counted by it. */
export interface CountedDefinition extends DefinitionTerms {
  definitionId: DefinitionId;
  /** Whether a dossier is left out, because it still has to be computed. */
  isLeft?: (dossier: ReceivedDossier) => boolean;
}

/**
 * Counts dossiers by the rule of domain/eligibility.ts, one after the other, as nothing but the rule and the catalogue say.
 * Definitions whose period's end decides who counts are booked nowhere: they are left out, and so are those of services.
 */
export function countFromZero(
  counts: CountsByPlace,
  dossiers: ReceivedDossier[],
  definitions: readonly CountedDefinition[],
  catalogue: CatalogueFromZero,
  kindOf: (unitId: number) => UnitKind | undefined,
): void {
  const booked = definitions.filter((one) => one.counts === 'DOSSIERS');
  for (const dossier of dossiers) {
    const kind = kindOf(dossier.unitId);
    if (kind === undefined) continue;
    for (const definition of booked) {
      if (definition.isLeft?.(dossier)) continue;
      const receiver = { unitId: dossier.unitId, tier: tierOfKind(kind) };
      const counted = contribution(dossier, receiver, definition, catalogue);
      if (counted)
        counts.add({ definitionId: definition.definitionId, unitId: dossier.unitId, day: counted.day }, counted);
    }
  }
}

/** What one dossier adds by a definition, and on which day; null where it does not count. */
function contribution(
  dossier: ReceivedDossier,
  receiver: Receiver,
  definition: DefinitionTerms,
  catalogue: CatalogueFromZero,
): (Counts & { day: Day }) | null {
  const rule = ruleOf(definition);
  const day = rule.eligibilityDate === 'PERIOD_END' ? null : bookingDay(rule, dossier);
  if (day === null) return null;
  const asked = eligibilityDay(rule, dossier, day);
  const facts =
    asked === null
      ? { tier: receiver.tier, inForce: false, level: null }
      : catalogue.factsOn(definition.listId, dossier.procedureId, receiver, asked);
  const { countedAs } = verdict(rule, dossier, facts, { from: day, to: day });
  return countedAs === 'NOT_COUNTED' ? null : { day, numerator: countedAs === 'NUMERATOR' ? 1 : 0, denominator: 1 };
}

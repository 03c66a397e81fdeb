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
import { entriesFromChanges, levelOn, type ListChange, type ListEntry } from '@chi-tieu/shared/domain/service-list';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { tierOfKind, type Tier, type UnitKind } from '@chi-tieu/shared/domain/tier';
import { ruleOf, type IndicatorRow } from './indicators.queries.ts';

/** One line of a decision, with the list, procedure and tier that it is about. */
export interface StatedChange extends ListChange {
  listId: number;
  procedureId: number;
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

/** What a list says of a procedure at a tier: the key of its entries. */
export function entryKey({ listId, procedureId, tier }: { listId: number; procedureId: number; tier: string }): string {
  return `${listId}|${procedureId}|${tier}`;
}

/** The catalogue as it follows from what decisions and procedures said, not from what was stored of it later. */
export class CatalogueFromZero {
  readonly entries = new Map<string, ListEntry[]>();
  readonly periods = new Map<number, ForcePeriod[]>();

  constructor(changes: StatedChange[], force: StatedForce[]) {
    for (const [key, group] of groupBy(changes, entryKey)) this.entries.set(key, entriesFromChanges(group).entries);
    for (const [id, group] of groupBy(force, ({ procedureId }) => procedureId))
      this.periods.set(id, periodsFromChanges(group).periods);
  }

  /** Of a procedure, for a tier, on a day. */
  factsOn(listId: number | null, procedureId: number, tier: Tier, day: Day): CatalogueFacts {
    const entries = listId === null ? [] : (this.entries.get(entryKey({ listId, procedureId, tier })) ?? []);
    return {
      inForce: periodOn(this.periods.get(procedureId) ?? [], day) !== null,
      level: levelOn(entries, day),
    };
  }
}

/** Where a count belongs. `day` is a month's first day in counts by month. */
export interface Place {
  indicatorId: number;
  unitId: number;
  day: Day;
}

/** Counts by place; what is not there is 0 of 0. */
export class CountsByPlace {
  private readonly counts = new Map<string, Counts>();

  add({ indicatorId, unitId, day }: Place, counts: Counts): void {
    const key = `${indicatorId}|${unitId}|${day}`;
    this.counts.set(key, addCounts(this.counts.get(key) ?? { numerator: 0, denominator: 0 }, counts));
  }

  at({ indicatorId, unitId, day }: Place): Counts {
    return this.counts.get(`${indicatorId}|${unitId}|${day}`) ?? { numerator: 0, denominator: 0 };
  }

  has({ indicatorId, unitId, day }: Place): boolean {
    return this.counts.has(`${indicatorId}|${unitId}|${day}`);
  }

  /** All places, in a fixed order. */
  places(): Place[] {
    return [...this.counts.keys()].sort().map((key) => {
      const [indicatorId, unitId, day = ''] = key.split('|');
      return { indicatorId: Number(indicatorId), unitId: Number(unitId), day };
    });
  }

  /** The same counts, added up by month. */
  byMonth(): CountsByPlace {
    const months = new CountsByPlace();
    for (const place of this.places()) months.add({ ...place, day: monthStart(place.day) }, this.at(place));
    return months;
  }
}

/**
 * Counts dossiers by the rule of domain/eligibility.ts, one after the other, as nothing but the rule and the catalogue say.
 * Indicators whose period's end decides who counts are booked nowhere: they are left out.
 */
export function countFromZero(
  counts: CountsByPlace,
  dossiers: ReceivedDossier[],
  indicators: IndicatorRow[],
  catalogue: CatalogueFromZero,
  kindOf: (unitId: number) => UnitKind | undefined,
): void {
  for (const dossier of dossiers) {
    const kind = kindOf(dossier.unitId);
    if (kind === undefined) continue;
    for (const indicator of indicators) {
      const counted = contribution(dossier, tierOfKind(kind), indicator, catalogue);
      if (counted) counts.add({ indicatorId: indicator.id, unitId: dossier.unitId, day: counted.day }, counted);
    }
  }
}

/** What one dossier adds to an indicator, and on which day; null where it does not count. */
function contribution(
  dossier: ReceivedDossier,
  tier: Tier,
  indicator: IndicatorRow,
  catalogue: CatalogueFromZero,
): (Counts & { day: Day }) | null {
  const rule = ruleOf(indicator);
  const day = rule.eligibilityDate === 'PERIOD_END' ? null : bookingDay(rule, dossier);
  if (day === null) return null;
  const asked = eligibilityDay(rule, dossier, day);
  const facts =
    asked === null
      ? { inForce: false, level: null }
      : catalogue.factsOn(indicator.listId, dossier.procedureId, tier, asked);
  const { countedAs } = verdict(rule, dossier, facts, { from: day, to: day });
  return countedAs === 'NOT_COUNTED' ? null : { day, numerator: countedAs === 'NUMERATOR' ? 1 : 0, denominator: 1 };
}

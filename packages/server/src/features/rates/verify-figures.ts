import { dayInVietnam, monthStart } from '@chi-tieu/shared/domain/days';
import { bookingDay, isInNumerator } from '@chi-tieu/shared/domain/eligibility';
import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import { tierOfKind, type UnitKind } from '@chi-tieu/shared/domain/tier';
import type { Sql } from '../../app/sql.ts';
import { countFromZero, CountsByPlace, type CatalogueFromZero, type ReceivedDossier } from './from-zero.ts';
import { ruleOf } from './indicators.queries.ts';
import {
  dossiersOf,
  ledgerSums,
  serviceLedgerSums,
  storedServiceTotals,
  storedTotals,
  type StoredCount,
  type StoredDossier,
  type StoredServices,
  type VerifiedDefinition,
} from './verify.queries.ts';

/** Definitions whose figures are looked at as known at one instant (null: now). */
export interface VerifiedGroup {
  definitions: VerifiedDefinition[];
  knownAt: Date | null;
}

/**
 * Which definitions are looked at, as known when: for an instant those that answered then; now those that are kept up to date, and
 * each that retired as known when it did, for it is booked no further.
 */
export function groupsToVerify(definitions: readonly VerifiedDefinition[], knownAt: Date | null): VerifiedGroup[] {
  if (knownAt !== null) {
    const answered = definitions.filter(({ state, activatedAt, retiredAt }) => {
      if (state !== 'ACTIVE' && state !== 'RETIRED') return false;
      return (activatedAt === null || activatedAt <= knownAt) && (retiredAt === null || retiredAt > knownAt);
    });
    return [{ definitions: answered, knownAt }];
  }
  const kept = definitions.filter(({ state }) => state !== 'RETIRED');
  const retired = definitions.filter(({ state }) => state === 'RETIRED');
  return [
    { definitions: kept, knownAt: null },
    ...retired.map((one) => ({ definitions: [one], knownAt: one.retiredAt })),
  ];
}

interface Asked extends VerifiedGroup {
  provinceId: number;
  catalogue: CatalogueFromZero;
  kinds: ReadonlyMap<number, UnitKind>;
  /** `definition|procedure|month` of what still has to be computed. */
  left: ReadonlySet<string>;
  /** Whether totals are looked at: they say only what is now. */
  isOfNow: boolean;
}

interface Told {
  compare: (what: string, where: string, stored: string, expected: string) => void;
  progress?: (dossiers: number) => void;
}

interface Sums {
  ledgerSums: number;
  dayTotals: number;
  monthTotals: number;
  serviceTotals: number;
}

/** So many units are held at a time: what is held grows with their days, not with their dossiers. */
const UNITS_AT_ONCE = 16;

/** Compares the stored figures of some definitions with those that are counted from the dossiers, some units at a time. */
export class FigureVerification {
  private readonly sql: Sql;
  private readonly asked: Asked;
  private readonly told: Told;
  private readonly sums: Sums;

  constructor(sql: Sql, asked: Asked, told: Told, sums: Sums) {
    this.sql = sql;
    this.asked = asked;
    this.told = told;
    this.sums = sums;
  }

  async run(unitIds: readonly number[]): Promise<void> {
    for (let at = 0; at < unitIds.length; at += UNITS_AT_ONCE)
      await this.compareUnits(unitIds.slice(at, at + UNITS_AT_ONCE));
  }

  /** The figures of some units, counted from their dossiers, and those that are stored. */
  private async compareUnits(unitIds: number[]): Promise<void> {
    const { sql, sums } = this;
    const { provinceId, knownAt, catalogue, definitions, kinds, isOfNow } = this.asked;
    const [days, services] = [new CountsByPlace(), new Map<string, Counts>()];
    const counted = definitions.map((one) => ({ ...one, isLeft: this.leftOf(one) }));
    for await (const some of dossiersOf(sql, provinceId, unitIds, knownAt)) {
      for (const dossier of some) this.checkDays(dossier);
      countFromZero(days, some, counted, catalogue, (unitId) => kinds.get(unitId));
      for (const dossier of some) this.countServices(services, dossier, counted);
      this.told.progress?.(some.length);
    }
    const of = { unitIds, definitionIds: definitions.map(({ definitionId }) => definitionId) };
    sums.ledgerSums += this.compareCounts('ledger', await ledgerSums(sql, provinceId, of, knownAt), days);
    const ledger = await serviceLedgerSums(sql, provinceId, of, knownAt);
    sums.serviceTotals += this.compareServices('service_ledger', ledger, services);
    if (!isOfNow) return;
    const daily = await storedTotals(sql, provinceId, of, 'day_total');
    sums.dayTotals += this.compareCounts('day_total', daily, days);
    const monthly = await storedTotals(sql, provinceId, of, 'month_total');
    sums.monthTotals += this.compareCounts('month_total', monthly, days.byMonth());
    const totals = await storedServiceTotals(sql, provinceId, of);
    sums.serviceTotals += this.compareServices('service_total', totals, services);
  }

  private leftOf({ definitionId }: VerifiedDefinition): (dossier: ReceivedDossier) => boolean {
    const { left } = this.asked;
    if (left.size === 0) return () => false;
    return ({ procedureId, receivedDay }) => left.has(`${definitionId}|${procedureId}|${monthStart(receivedDay)}`);
  }

  private countServices(
    services: Map<string, Counts>,
    dossier: StoredDossier,
    definitions: readonly (VerifiedDefinition & { isLeft: (dossier: ReceivedDossier) => boolean })[],
  ): void {
    for (const definition of definitions) {
      const kind = this.asked.kinds.get(dossier.unitId);
      if (definition.counts !== 'SERVICES_USED' || kind === undefined || definition.isLeft(dossier)) continue;
      const rule = ruleOf(definition);
      const day = bookingDay(rule, dossier);
      if (day === null || (rule.tiers !== null && !rule.tiers.includes(tierOfKind(kind)))) continue;
      if (rule.numerator === 'ON_TIME' && dossier.dueAt === null) continue;
      const key = [definition.definitionId, dossier.unitId, dossier.procedureId, monthStart(day)].join('|');
      const counts = { numerator: isInNumerator(rule, dossier) ? 1 : 0, denominator: 1 };
      services.set(key, addCounts(services.get(key) ?? { numerator: 0, denominator: 0 }, counts));
    }
  }

  /** The days under which a dossier is counted are those of its instants, in Vietnam. */
  private checkDays({ code, receivedAt, receivedDay, finishedAt, finishedDay }: StoredDossier): void {
    const { compare } = this.told;
    compare('dossier received_day', code, receivedDay, dayInVietnam(receivedAt));
    compare('dossier finished_day', code, finishedDay ?? '–', finishedAt === null ? '–' : dayInVietnam(finishedAt));
  }

  private compareCounts(what: string, stored: StoredCount[], expected: CountsByPlace): number {
    const found = new CountsByPlace();
    for (const row of stored) found.add(row, row);
    const missing = expected.places().filter((place) => !found.has(place));
    for (const place of [...found.places(), ...missing]) {
      const where = `${this.nameOf(place.definitionId)}, unit ${place.unitId}, ${place.day}`;
      this.told.compare(what, where, fraction(found.at(place)), fraction(expected.at(place)));
    }
    return stored.length;
  }

  private compareServices(what: string, stored: StoredServices[], expected: ReadonlyMap<string, Counts>): number {
    const found = new Map(stored.map(({ key, ...counts }) => [key, counts]));
    for (const key of new Set([...found.keys(), ...expected.keys()])) {
      const [is, should] = [found.get(key) ?? NOTHING, expected.get(key) ?? NOTHING];
      this.told.compare(what, `definition|unit|procedure|month ${key}`, fraction(is), fraction(should));
    }
    return stored.length;
  }

  private nameOf(definitionId: number): string {
    const found = this.asked.definitions.find((one) => one.definitionId === definitionId);
    return found ? (found.version === 1 ? found.code : `${found.code} ${found.version}`) : String(definitionId);
  }
}

const NOTHING: Counts = { numerator: 0, denominator: 0 };

function fraction({ numerator, denominator }: Counts): string {
  return `${numerator}/${denominator}`;
}

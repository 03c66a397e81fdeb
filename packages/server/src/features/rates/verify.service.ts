import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { ForcePeriod } from '@chi-tieu/shared/domain/force';
import type { ListEntry } from '@chi-tieu/shared/domain/service-list';
import type { UnitKind } from '@chi-tieu/shared/domain/tier';
import type { Sql } from '../../app/sql.ts';
import { brokenHistories, historySizes } from '../dossiers/history.queries.ts';
import { CatalogueFromZero, countFromZero, CountsByPlace, entryKey } from './from-zero.ts';
import { indicators, type IndicatorRow } from './indicators.queries.ts';
import {
  dossiersOf,
  ledgerSums,
  provinceIds,
  statedChanges,
  statedForce,
  storedEntries,
  storedPeriods,
  storedTotals,
  unitsToVerify,
  type StoredCount,
  type StoredDossier,
} from './verify.queries.ts';

/** Something stored that is not what follows from the dossiers, decisions and procedures. */
export interface Difference {
  /** Which table, or which part of a row. */
  what: string;
  /** Which row: indicator, unit and day; or a dossier. */
  where: string;
  stored: string;
  expected: string;
}

/** How much was looked at. */
export interface Verified {
  dossiers: number;
  versions: number;
  units: number;
  indicators: number;
  entries: number;
  periods: number;
  ledgerSums: number;
  dayTotals: number;
  monthTotals: number;
  differences: number;
}

export interface VerifyOptions {
  /** Looks at the figures as known at an instant instead of now; totals of now are left out then. */
  knownAt?: Date | null;
  tell: (difference: Difference) => void;
  progress?: (dossiers: number) => void;
}

/** So many units are held at a time: what is held grows with their days, not with their dossiers. */
const UNITS_AT_ONCE = 16;

/**
 * Recomputes everything from zero, by the pure rules, and tells each difference to what is stored: list entries from the
 * decisions, days from the instants, every figure of ledger, day and month totals from the dossiers, and the chains of
 * versions. Give it one snapshot (app/database.ts): a writer in between would look like a difference.
 */
export async function verifyEverything(sql: Sql, options: VerifyOptions): Promise<Verified> {
  const sums: Verified = { ...NOTHING };
  const tell = (difference: Difference): void => {
    sums.differences += 1;
    options.tell(difference);
  };
  const told = { ...options, tell };
  for (const provinceId of await provinceIds(sql)) await new Verification(sql, provinceId, told, sums).run();
  return sums;
}

const NOTHING: Verified = {
  dossiers: 0,
  versions: 0,
  units: 0,
  indicators: 0,
  entries: 0,
  periods: 0,
  ledgerSums: 0,
  dayTotals: 0,
  monthTotals: 0,
  differences: 0,
};

/** The verification of one province. */
class Verification {
  private readonly sql: Sql;
  private readonly provinceId: number;
  private readonly options: VerifyOptions;
  private readonly sums: Verified;
  private readonly knownAt: Date | null;
  private indicators: IndicatorRow[] = [];
  private kinds = new Map<number, UnitKind>();

  constructor(sql: Sql, provinceId: number, options: VerifyOptions, sums: Verified) {
    this.sql = sql;
    this.provinceId = provinceId;
    this.options = options;
    this.sums = sums;
    this.knownAt = options.knownAt ?? null;
  }

  async run(): Promise<void> {
    const { sql, provinceId, knownAt, sums } = this;
    this.indicators = await indicators(sql, provinceId);
    const changes = await statedChanges(sql, provinceId, knownAt);
    const catalogue = new CatalogueFromZero(changes, await statedForce(sql, provinceId, knownAt));
    await this.compareEntries(catalogue);
    await this.comparePeriods(catalogue);
    await this.checkHistories();
    const units = await unitsToVerify(sql, provinceId);
    for (const { id, kind } of units) if (kind !== null) this.kinds.set(id, kind);
    sums.units += units.length;
    sums.indicators += this.indicators.length;
    for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
      await this.compareFigures(
        units.slice(at, at + UNITS_AT_ONCE).map(({ id }) => id),
        catalogue,
      );
    }
  }

  /** The entries that follow from the decisions, and those that are stored. */
  private async compareEntries(catalogue: CatalogueFromZero): Promise<void> {
    const stored = new Map<string, string[]>();
    for (const entry of await storedEntries(this.sql, this.provinceId, this.knownAt)) {
      stored.set(entryKey(entry), [...(stored.get(entryKey(entry)) ?? []), written(entry)]);
      this.sums.entries += 1;
    }
    for (const key of new Set([...stored.keys(), ...catalogue.entries.keys()])) {
      const expected = (catalogue.entries.get(key) ?? []).map(written).join('; ');
      this.compare('service_list_entry', `list|procedure|tier ${key}`, (stored.get(key) ?? []).join('; '), expected);
    }
  }

  /** The periods in force that follow from what was said, and those that are stored. */
  private async comparePeriods(catalogue: CatalogueFromZero): Promise<void> {
    const stored = new Map<number, string[]>();
    for (const period of await storedPeriods(this.sql, this.provinceId, this.knownAt)) {
      stored.set(period.procedureId, [...(stored.get(period.procedureId) ?? []), lasting(period)]);
      this.sums.periods += 1;
    }
    for (const id of new Set([...stored.keys(), ...catalogue.periods.keys()])) {
      const expected = (catalogue.periods.get(id) ?? []).map(lasting).join('; ');
      this.compare('procedure_period', `procedure ${id}`, (stored.get(id) ?? []).join('; '), expected);
    }
  }

  private async checkHistories(): Promise<void> {
    const { dossiers, versions } = await historySizes(this.sql, this.provinceId);
    this.sums.dossiers += dossiers;
    this.sums.versions += versions;
    for (const { what, code, stored, expected } of await brokenHistories(this.sql, this.provinceId)) {
      this.options.tell({ what: `dossier_version ${what}`, where: code, stored, expected });
    }
  }

  /** The figures of some units, counted from their dossiers, and those that are stored. */
  private async compareFigures(unitIds: number[], catalogue: CatalogueFromZero): Promise<void> {
    const { sql, provinceId, knownAt, sums } = this;
    const days = new CountsByPlace();
    for await (const some of dossiersOf(sql, provinceId, unitIds, knownAt)) {
      for (const dossier of some) this.checkDays(dossier);
      countFromZero(days, some, this.indicators, catalogue, (unitId) => this.kinds.get(unitId));
      this.options.progress?.(some.length);
    }
    sums.ledgerSums += this.compareCounts('ledger', await ledgerSums(sql, provinceId, unitIds, knownAt), days);
    if (knownAt !== null) return;
    const months = days.byMonth();
    sums.dayTotals += this.compareCounts('day_total', await storedTotals(sql, provinceId, unitIds, 'day_total'), days);
    sums.monthTotals += this.compareCounts(
      'month_total',
      await storedTotals(sql, provinceId, unitIds, 'month_total'),
      months,
    );
  }

  /** The days under which a dossier is counted are those of its instants, in Vietnam. */
  private checkDays({ code, receivedAt, receivedDay, finishedAt, finishedDay }: StoredDossier): void {
    this.compare('dossier received_day', code, receivedDay, dayInVietnam(receivedAt));
    this.compare(
      'dossier finished_day',
      code,
      finishedDay ?? '–',
      finishedAt === null ? '–' : dayInVietnam(finishedAt),
    );
  }

  private compareCounts(what: string, stored: StoredCount[], expected: CountsByPlace): number {
    const found = new CountsByPlace();
    for (const row of stored) found.add(row, row);
    const missing = expected.places().filter((place) => !found.has(place));
    for (const place of [...found.places(), ...missing]) {
      const code = this.indicators.find((indicator) => indicator.id === place.indicatorId)?.code ?? place.indicatorId;
      this.compare(
        what,
        `${code}, unit ${place.unitId}, ${place.day}`,
        fraction(found.at(place)),
        fraction(expected.at(place)),
      );
    }
    return stored.length;
  }

  private compare(what: string, where: string, stored: string, expected: string): void {
    if (stored !== expected) this.options.tell({ what, where, stored, expected });
  }
}

function fraction({ numerator, denominator }: Counts): string {
  return `${numerator}/${denominator}`;
}

function written({ level, from, to, openedBy, closedBy }: ListEntry): string {
  return `${level} ${from}…${to ?? ''} (decisions ${openedBy}, ${closedBy ?? 'none'})`;
}

function lasting({ from, to, openedBy, closedBy }: ForcePeriod): string {
  return `${from ?? ''}…${to ?? ''} (decisions ${openedBy ?? 'none'}, ${closedBy ?? 'none'})`;
}

import type { ForcePeriod } from '@chi-tieu/shared/domain/force';
import type { ListEntry } from '@chi-tieu/shared/domain/service-list';
import type { UnitKind } from '@chi-tieu/shared/domain/tier';
import type { Sql } from '../../app/sql.ts';
import { unitVersions } from '../units/units.queries.ts';
import { brokenHistories, historySizes } from '../dossiers/history.queries.ts';
import { CatalogueFromZero, entryKey } from './from-zero.ts';
import { disorderedBookings, strayStandings } from './verify-standings.queries.ts';
import { FigureVerification, groupsToVerify } from './verify-figures.ts';
import {
  definitionsToVerify,
  provinceIds,
  slicesLeft,
  statedChanges,
  statedForce,
  storedEntries,
  storedPeriods,
  strayCauses,
  unitsToVerify,
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
  /** Of services: ledger and totals together. */
  serviceTotals: number;
  differences: number;
}

export interface VerifyOptions {
  /** Looks at the figures as known at an instant instead of now; totals of now are left out then. */
  knownAt?: Date | null;
  tell: (difference: Difference) => void;
  progress?: (dossiers: number) => void;
}

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
  serviceTotals: 0,
  differences: 0,
};

/** The verification of one province. */
class Verification {
  private readonly sql: Sql;
  private readonly provinceId: number;
  private readonly options: VerifyOptions;
  private readonly sums: Verified;
  private readonly knownAt: Date | null;

  constructor(sql: Sql, provinceId: number, options: VerifyOptions, sums: Verified) {
    this.sql = sql;
    this.provinceId = provinceId;
    this.options = options;
    this.sums = sums;
    this.knownAt = options.knownAt ?? null;
  }

  async run(): Promise<void> {
    const { knownAt } = this;
    const catalogue = await this.catalogueAt(knownAt);
    await this.compareEntries(catalogue);
    await this.comparePeriods(catalogue);
    await this.checkHistories();
    await this.checkCauses();
    await this.checkStandings();
    await this.verifyFigures(catalogue);
  }

  /** What decisions and procedures said, as known at an instant. */
  private async catalogueAt(knownAt: Date | null): Promise<CatalogueFromZero> {
    const { sql, provinceId } = this;
    const changes = await statedChanges(sql, provinceId, knownAt);
    const force = await statedForce(sql, provinceId, knownAt);
    return new CatalogueFromZero(changes, force, await unitVersions(sql, provinceId, knownAt));
  }

  /** What is kept up to date now (or answered then), and now also what retired, each as known when it did. */
  private async verifyFigures(catalogue: CatalogueFromZero): Promise<void> {
    const { sql, provinceId, knownAt, sums, options } = this;
    const units = await unitsToVerify(sql, provinceId);
    const kinds = new Map<number, UnitKind>();
    for (const { id, kind } of units) if (kind !== null) kinds.set(id, kind);
    const definitions = await definitionsToVerify(sql, provinceId);
    const left = await slicesLeft(sql, provinceId);
    sums.units += units.length;
    const told = { ...options, compare: this.compare.bind(this) };
    for (const group of groupsToVerify(definitions, knownAt)) {
      sums.indicators += group.definitions.length;
      const then = group.knownAt === knownAt ? catalogue : await this.catalogueAt(group.knownAt);
      const unitIds = units.map(({ id }) => id);
      const asked = { provinceId, catalogue: then, kinds, left, isOfNow: knownAt === null };
      await new FigureVerification(sql, { ...asked, ...group }, told, sums).run(unitIds);
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
      this.compare(
        'service_list_entry',
        `list|procedure|tier|unit ${key}`,
        (stored.get(key) ?? []).join('; '),
        expected,
      );
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

  /** Dossiers are booked by imports, lists and being in force by steps of the catalogue: a cause says what its moment did. */
  private async checkCauses(): Promise<void> {
    for (const { cause, momentId } of await strayCauses(this.sql, this.provinceId))
      this.options.tell({
        what: 'ledger cause',
        where: `moment ${momentId}`,
        stored: cause,
        expected: 'another cause',
      });
  }

  /** How months stood after each booking is the sum of what was booked until then, in the order of the moments. */
  private async checkStandings(): Promise<void> {
    const { tell } = this.options;
    for (const { where, stored, expected } of await strayStandings(this.sql, this.provinceId))
      tell({ what: 'month_standing', where, stored: stored ?? '–', expected: expected ?? '–' });
    for (const { number } of await disorderedBookings(this.sql, this.provinceId))
      tell({
        what: 'booked_moment',
        where: `booking ${number}`,
        stored: 'before',
        expected: 'after the one before it',
      });
  }

  private compare(what: string, where: string, stored: string, expected: string): void {
    if (stored !== expected) this.options.tell({ what, where, stored, expected });
  }
}

function written({ level, from, to, openedBy, closedBy }: ListEntry): string {
  return `${level} ${from}…${to ?? ''} (decisions ${openedBy}, ${closedBy ?? 'none'})`;
}

function lasting({ from, to, openedBy, closedBy }: ForcePeriod): string {
  return `${from ?? ''}…${to ?? ''} (decisions ${openedBy ?? 'none'}, ${closedBy ?? 'none'})`;
}

import { compareDays, isBetween, yearEnd, yearStart, type Day } from './days.ts';
import { addCounts, type Counts } from './rate.ts';
import type { UnitKind } from './tier.ts';

/** What a unit was called, and what it stood under, from one day to another, both included; null is an open end. */
export interface UnitVersionRow {
  unitId: number;
  code: string;
  name: string;
  /** The official form: Huyện, Thị xã, Phường … */
  type: string;
  kind: UnitKind;
  parentId: number | null;
  from: Day | null;
  to: Day | null;
}

/** One unit took over from another on a day; after a split one successor is the main one. */
export interface SuccessionRow {
  predecessorId: number;
  successorId: number;
  on: Day;
  isMain: boolean;
}

/** OWN: what a unit, or one it succeeded, received. SUBTREE: that of the unit and of every unit below it. */
export type Scope = 'OWN' | 'SUBTREE';

/** When a code is asked for: on a day, or in the year of a plan or period; `today` is the caller's. */
export interface BearerQuestion {
  on?: Day | null;
  year?: number | null;
  today: Day;
}

const NONE: readonly number[] = [];

/** The units of one day, as they stood above each other then, and who had taken over from whom until then. */
export class UnitTree {
  readonly #units: readonly UnitVersionRow[];
  readonly #byId = new Map<number, UnitVersionRow>();
  readonly #byCode = new Map<string, UnitVersionRow>();
  readonly #children = new Map<number, UnitVersionRow[]>();
  readonly #mainSuccessor: ReadonlyMap<number, number>;
  readonly #received = new Map<number, number[]>();

  /** Use `unitTreeOn`: takes the versions that hold on the day, and for each unit its main successor until that day. */
  constructor(units: readonly UnitVersionRow[], mainSuccessor: ReadonlyMap<number, number>) {
    this.#units = units.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.unitId - b.unitId));
    this.#mainSuccessor = mainSuccessor;
    for (const unit of this.#units) {
      this.#byId.set(unit.unitId, unit);
      this.#byCode.set(unit.code, unit);
      if (unit.parentId !== null) append(this.#children, unit.parentId, unit);
    }
    for (const id of [...this.#byId.keys(), ...mainSuccessor.keys()]) {
      const live = this.liveUnitOf(id);
      if (live !== null && !(this.#received.get(live) ?? NONE).includes(id)) append(this.#received, live, id);
    }
  }

  /** The units of the day, in the order of their codes. */
  alive(): readonly UnitVersionRow[] {
    return this.#units;
  }

  /** The unit as it was on the day; undefined if there was none. */
  byId(id: number): UnitVersionRow | undefined {
    return this.#byId.get(id);
  }

  /** The unit that bore the code on the day; undefined if nobody did. */
  byCode(code: string): UnitVersionRow | undefined {
    return this.#byCode.get(code);
  }

  /** The units directly below, in the order of their codes. */
  children(id: number): readonly UnitVersionRow[] {
    return this.#children.get(id) ?? [];
  }

  /** Whether a unit is the other one or stands anywhere below it. False for units that did not exist on the day. */
  isWithin(id: number, ancestorId: number): boolean {
    return this.#byId.has(id) && this.lineOf(id).includes(ancestorId);
  }

  /** A unit and everything above it that existed on the day, from the unit upwards. */
  lineOf(id: number): readonly number[] {
    const line: number[] = [];
    for (let unit = this.#byId.get(id); unit !== undefined && !line.includes(unit.unitId);) {
      line.push(unit.unitId);
      unit = unit.parentId === null ? undefined : this.#byId.get(unit.parentId);
    }
    return line;
  }

  /** The ids of all units below one, without itself, each before those below it. */
  below(id: number): readonly number[] {
    const found = new Set<number>();
    const collect = (parent: number): void => {
      for (const child of this.children(parent)) {
        if (child.unitId === id || found.has(child.unitId)) continue;
        found.add(child.unitId);
        collect(child.unitId);
      }
    };
    collect(id);
    return [...found];
  }

  /**
   * The unit of the day that answers for what a unit received: itself while it exists, else whoever succeeded it, by the main
   * successor where there were several, and so on. Null if nobody does.
   */
  liveUnitOf(receivingUnitId: number): number | null {
    const seen = new Set<number>();
    let id: number | undefined = receivingUnitId;
    while (id !== undefined && !this.#byId.has(id) && !seen.has(id)) {
      seen.add(id);
      id = this.#mainSuccessor.get(id);
    }
    return id !== undefined && this.#byId.has(id) ? id : null;
  }

  /** The units whose dossiers a unit of the day answers for: itself first, and all that it succeeded. */
  receivedBy(liveUnitId: number): readonly number[] {
    return this.#received.get(liveUnitId) ?? NONE;
  }
}

/** The tree of one day, from all dated versions and successions. Successions count from their own day on. */
export function unitTreeOn(
  versions: Iterable<UnitVersionRow>,
  successions: Iterable<SuccessionRow>,
  day: Day,
): UnitTree {
  const units = [...versions].filter((version) => isBetween(day, version.from, version.to));
  const until = [...successions].filter((succession) => succession.isMain && succession.on <= day);
  const byDay = until.toSorted((a, b) => compareDays(a.on, b.on) || a.successorId - b.successorId);
  return new UnitTree(units, new Map(byDay.map((succession) => [succession.predecessorId, succession.successorId])));
}

/**
 * Which unit a code means. With `on`, only its bearer on that day, null if there was none. Else its bearer in the year, or today
 * where no year is told (the latest, if it moved meanwhile); else its last bearer until today, even one that is gone; else the
 * first one to come. Null for a code that nobody ever bore.
 */
export function findBearer(
  versions: Iterable<UnitVersionRow>,
  code: string,
  question: BearerQuestion,
): UnitVersionRow | null {
  const bearers = [...versions].filter((version) => version.code === code).toSorted(byBeginning);
  if (question.on) return lastWithin(bearers, question.on, question.on) ?? null;
  const { year, today } = question;
  const first = year ? yearStart(year) : today;
  const last = year ? yearEnd(year) : today;
  const begun = bearers.findLast((bearer) => bearer.from === null || bearer.from <= today);
  return lastWithin(bearers, first, last) ?? begun ?? bearers[0] ?? null;
}

/**
 * The counts of every unit of the day, zeros included, from what each receiving unit received. OWN of a unit adds up what it
 * answers for; SUBTREE is the sum of OWN over the unit and all below it. What nobody answers for is in no sum.
 */
export function rollUp(tree: UnitTree, ownCounts: ReadonlyMap<number, Counts>, scope: Scope): Map<number, Counts> {
  const totals = new Map(tree.alive().map((unit) => [unit.unitId, { numerator: 0, denominator: 0 }]));
  for (const [receivingId, counts] of ownCounts) {
    const live = tree.liveUnitOf(receivingId);
    if (live === null) continue;
    for (const id of scope === 'OWN' ? [live] : tree.lineOf(live)) {
      totals.set(id, addCounts(totals.get(id) ?? { numerator: 0, denominator: 0 }, counts));
    }
  }
  return totals;
}

function append<Item>(lists: Map<number, Item[]>, key: number, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function byBeginning(a: UnitVersionRow, b: UnitVersionRow): number {
  return compareDays(a.from ?? '', b.from ?? '');
}

function lastWithin(bearers: readonly UnitVersionRow[], first: Day, last: Day): UnitVersionRow | undefined {
  return bearers.findLast((bearer) => (bearer.from ?? first) <= last && (bearer.to ?? last) >= first);
}

import { fold } from '../fold.ts';
import { editDistance } from './edit-distance.ts';

/** A unit as far as it can be meant. */
export interface KnownUnit {
  readonly unitId: number;
  readonly code: string;
  /** Its name and what else it is called. */
  readonly names: readonly string[];
  readonly parentId: number | null;
  /** Its organisation identifiers in their comparable form. */
  readonly organisations: readonly string[];
}

/** What is known of rows whose unit nobody knows. */
export interface UnknownUnit {
  /** The organisation identifier in their codes, in its comparable form. */
  readonly organisation: string;
  /** What they call the unit, most frequent first. */
  readonly names: readonly string[];
  /** Where other rows of the same senders went, with how many of them. */
  readonly others: ReadonlyMap<number, number>;
}

/** Why a unit is suggested. */
export type UnitGround =
  /** It bears the name that the rows say, but for marks. */
  | { readonly kind: 'NAME'; readonly said: string }
  /** Its name differs in so many letters from the one that the rows say. */
  | { readonly kind: 'CLOSE_NAME'; readonly said: string; readonly letters: number }
  /** Units whose identifiers differ in the last part alone lie below the same unit. */
  | { readonly kind: 'NEIGHBOUR'; readonly organisation: string; readonly neighbours: number }
  /** Its identifier differs in one digit. */
  | { readonly kind: 'CLOSE_CODE'; readonly organisation: string }
  /** So many of a hundred other rows of the same senders are of it. */
  | { readonly kind: 'SENDER'; readonly share: number };

export interface UnitSuggestion {
  readonly unitId: number;
  readonly code: string;
  /** Of a hundred: how much speaks for it. */
  readonly weight: number;
  readonly grounds: readonly UnitGround[];
}

const WEIGHTS = { NAME: 60, CLOSE_NAME: 45, NEIGHBOUR: 25, CLOSE_CODE: 20, SENDER: 30 } as const;
/** Who has an identifier of its own already is less likely to be meant by another one. */
const KNOWN_OTHERWISE = 15;
const LEAST = 20;
const MOST_LETTERS = 3;

/**
 * Which units rows may mean whose organisation identifier nobody knows, the likeliest first, at most `most`: by the names that they
 * say (marks and a few letters apart), by units whose identifiers stand beside the unknown one, and by where other rows of the same
 * senders went. Each comes with its grounds; one with hardly any is not suggested. The same facts always give the same answer.
 */
export function suggestUnits(unknown: UnknownUnit, known: readonly KnownUnit[], most = 3): UnitSuggestion[] {
  const around = neighboursOf(unknown.organisation, known);
  const said = unknown.names.map((name) => ({ name, bare: bareName(name) })).filter(({ bare }) => bare !== '');
  const all = [...unknown.others.values()].reduce((sum, count) => sum + count, 0);
  const found = known.flatMap((unit) => {
    const share = all === 0 ? 0 : Math.floor((100 * (unknown.others.get(unit.unitId) ?? 0)) / all);
    const grounds = [nameGround(unit, said), ...codeGrounds(unknown.organisation, unit, around)].filter(
      (ground): ground is UnitGround => ground !== null,
    );
    if (share >= 50) grounds.push({ kind: 'SENDER', share });
    const weight = weigh(grounds, unit);
    return weight < LEAST ? [] : [{ unitId: unit.unitId, code: unit.code, weight, grounds }];
  });
  return found.sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1)).slice(0, most);
}

function weigh(grounds: readonly UnitGround[], unit: KnownUnit): number {
  const sum = grounds.reduce((total, ground) => total + weightOf(ground), 0);
  const less = unit.organisations.length > 0 ? KNOWN_OTHERWISE : 0;
  return Math.max(0, Math.min(99, sum - less));
}

function weightOf(ground: UnitGround): number {
  if (ground.kind === 'CLOSE_NAME') return WEIGHTS.CLOSE_NAME - 8 * (ground.letters - 1);
  if (ground.kind === 'SENDER') return Math.round((WEIGHTS.SENDER * ground.share) / 100);
  return WEIGHTS[ground.kind];
}

/** Names as people write them for the same office: `UBND xã X`, `Bộ phận một cửa xã X` and `Xã X` are one. */
const OFFICE =
  /^(?:(?:ubnd|uy ban nhan dan|bo phan|trung tam|mot cua|phuc vu|hanh chinh cong|tiep nhan|va|tra|ket qua) )+/;
/** What stands in brackets says something of the unit, and is no part of its name: `(mới)`, `(sau sáp nhập)`. */
const BRACKETED = /\([^()]*\)|\[[^\][]*\]/g;
const bareName = (name: string): string => fold(name.replace(BRACKETED, ' ')).replace(OFFICE, '');

function nameGround(unit: KnownUnit, said: readonly { name: string; bare: string }[]): UnitGround | null {
  const names = unit.names.map(bareName);
  const same = said.find(({ bare }) => names.includes(bare));
  if (same) return { kind: 'NAME', said: same.name };
  let closest: { said: string; letters: number } | null = null;
  for (const { name, bare } of said)
    for (const other of names) {
      const letters = editDistance(bare, other, Math.min(MOST_LETTERS, Math.floor(bare.length / 5)));
      const isClose = letters <= Math.min(MOST_LETTERS, Math.floor(bare.length / 5));
      if (isClose && letters < (closest?.letters ?? Infinity)) closest = { said: name, letters };
    }
  return closest && { kind: 'CLOSE_NAME', ...closest };
}

interface Around {
  /** Parents of units whose identifiers have the same head, with one of these and how many there are. */
  parents: ReadonlyMap<number, { organisation: string; neighbours: number }>;
}

const headOf = (organisation: string): string => organisation.replace(/\.[^.]+$/, '');

function neighboursOf(organisation: string, known: readonly KnownUnit[]): Around {
  const head = headOf(organisation);
  const parents = new Map<number, { organisation: string; neighbours: number }>();
  if (head === organisation) return { parents };
  for (const { parentId, organisations } of known) {
    const beside = organisations.find((one) => headOf(one) === head);
    if (parentId === null || beside === undefined) continue;
    const before = parents.get(parentId);
    parents.set(parentId, { organisation: before?.organisation ?? beside, neighbours: (before?.neighbours ?? 0) + 1 });
  }
  return { parents };
}

function codeGrounds(organisation: string, unit: KnownUnit, { parents }: Around): (UnitGround | null)[] {
  const beside = unit.parentId === null ? undefined : parents.get(unit.parentId);
  const close = unit.organisations.find((one) => editDistance(one, organisation, 1) === 1);
  return [
    beside && unit.organisations.length === 0 ? { kind: 'NEIGHBOUR', ...beside } : null,
    close === undefined ? null : { kind: 'CLOSE_CODE', organisation: close },
  ];
}

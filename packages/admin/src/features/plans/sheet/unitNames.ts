import { fold, foldMarked } from '@chi-tieu/shared/domain/fold';

/** A unit by its name and by what else it is called. */
export interface NamedUnit {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What a written name says, in keys to compare by: as a whole, without what kind of unit it is, and that kind. */
interface NameKeys {
  readonly whole: string;
  readonly bare: string;
  readonly kind: string;
}

const BODY = /^(?:ubnd|(?:ủy|uy) ban (?:nhân dân|nhan dan)) /;
const KINDS: readonly [kind: string, written: RegExp][] = [
  ['thi xa', /^(?:thị xã|thi xa|tx) /],
  ['thi tran', /^(?:thị trấn|thi tran|tt) /],
  ['thanh pho', /^(?:thành phố|thanh pho|tp) /],
  ['phuong', /^(?:phường|phuong|p) /],
  ['xa', /^(?:xã|xa|x) /],
  ['huyen', /^(?:huyện|huyen|h) /],
  ['quan', /^(?:quận|quan|q) /],
  ['tinh', /^(?:tỉnh|tinh) /],
];

function keysOf(folded: string): NameKeys {
  const whole = folded.replace(BODY, '');
  for (const [kind, written] of KINDS) {
    const bare = whole.replace(written, '');
    if (bare !== whole) return { whole, bare, kind };
  }
  return { whole, bare: whole, kind: '' };
}

/** Whether two names mean the same place: the same words, and not two kinds of unit. */
function isSame(a: NameKeys, b: NameKeys): boolean {
  return a.bare === b.bare && (a.kind === '' || b.kind === '' || a.kind === b.kind);
}

/**
 * Finds units by names as offices write them: with or without "UBND" and the kind of unit, by any of their names. With marks
 * first, as a whole before in part; without marks (`unmarked`) only where one unit alone can be meant. Gives the place of the
 * unit in the list, null for none and for several.
 */
export function unitFinder(units: readonly NamedUnit[]): (text: string) => { row: number; unmarked: boolean } | null {
  const known = units.map(({ name, aliases }) => {
    const names = [name, ...aliases];
    return { marked: names.map((one) => keysOf(foldMarked(one))), bare: names.map((one) => keysOf(fold(one))) };
  });
  const find = (written: NameKeys, how: 'marked' | 'bare'): number[] => {
    const whole = known.flatMap((unit, i) => (unit[how].some((keys) => keys.whole === written.whole) ? [i] : []));
    if (whole.length > 0) return whole;
    return known.flatMap((unit, i) => (unit[how].some((keys) => isSame(keys, written)) ? [i] : []));
  };
  return (text) => {
    const written = keysOf(foldMarked(text));
    if (written.whole === '') return null;
    const marked = find(written, 'marked');
    const found = marked.length > 0 ? marked : find(keysOf(fold(text)), 'bare');
    const [row] = found;
    return row === undefined || found.length > 1 ? null : { row, unmarked: marked.length === 0 };
  };
}

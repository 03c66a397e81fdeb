import { jumpsOf, joinJumps, type Jump } from '@chi-tieu/shared/domain/jumps/jumps';
import type { Writer } from '../../../app/database.ts';
import type { Watch } from '../ingest/merge.queries.ts';
import { storedRules, type StoredRules } from './jump-rules.queries.ts';
import { countsOf, shapeOf, withAdded } from './shape.queries.ts';
import { addToTally, lastHeldOf, NOTHING_YET, readSoFar, type TallyOf } from './tally.queries.ts';

/** Looks at a batch before it is written, and keeps why it is held. */
export interface JumpWatch extends Watch {
  /** Empty: it is not held. */
  jumps: Jump[];
  fresh: number;
  changed: number;
  /** The reading of which it is a page; null: of none. */
  reading: string | null;
  /** What is held of the same reading already: it joins that. */
  joins: string | null;
}

export interface Watched {
  provinceId: number;
  sourceId: number | null;
  /** The reading of which it is a page, by the one with which that began. */
  reading: string | null;
}

/** What watches over a batch where imports that jump are held; null where nothing is held. Asked under the dossier lock. */
export async function openWatch(tx: Writer, watched: Watched): Promise<JumpWatch | null> {
  const rules = await storedRules(tx, watched.provinceId);
  if (!rules.holds) return null;
  const { reading } = watched;
  const watch: JumpWatch = {
    jumps: [],
    fresh: 0,
    changed: 0,
    reading,
    joins: null,
    holds: () => Promise.resolve(false),
  };
  watch.holds = () => judge(tx, watched, rules, watch);
  return watch;
}

/**
 * A batch is held where it jumps, together with what was taken of its reading (or of its source on this day) before; and where it is
 * of a reading of which something is held or was refused: that is one thing to look at. What was released was looked at.
 */
async function judge(
  tx: Writer,
  { provinceId, sourceId, reading }: Watched,
  rules: StoredRules,
  watch: JumpWatch,
): Promise<boolean> {
  const tallied: TallyOf | null = sourceId === null ? null : { sourceId, reading };
  const last = reading === null ? null : await lastHeldOf(tx, reading);
  const own = await countsOf(tx, provinceId);
  const taken = tallied === null ? NOTHING_YET : await readSoFar(tx, tallied);
  const isWaiting = last !== null && last.settledAs === null;
  const soFar = isWaiting ? { ...taken, changed: taken.changed + last.changed } : taken;
  const jumps = jumpsOf(await shapeOf(tx, { provinceId, tallied }, rules, { own, soFar }), rules);
  const before = last === null || last.settledAs === 'RELEASED' ? [] : last.jumps;
  watch.jumps = joinJumps(isWaiting ? await withAdded(tx, before) : before, jumps);
  if (watch.jumps.length === 0) {
    if (tallied !== null) await addToTally(tx, tallied, own);
    return false;
  }
  watch.joins = isWaiting ? last.id : null;
  watch.changed = own.changed;
  watch.fresh = (await tx.row<{ n: number }>('select count(*)::int as n from fresh'))?.n ?? 0;
  return true;
}

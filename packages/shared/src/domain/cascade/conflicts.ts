import type { PreparedChild, Prepared } from './prepare.ts';
import { FULL, type CascadeProblem } from './problem.ts';

/**
 * What stands in the way: a ceiling, a lock, a target kept from the plan (CURRENT), no multiple of the step between the
 * limits or below 100 % (NO_STEP), the issuing unit's own dossiers, a ceiling below what FLOOR asks of every child
 * (FLOOR_POLICY), or a lock beyond the child's own limits (LOCK_BEYOND_LIMITS: told, not forbidden).
 */
export type ConflictKind =
  'CEILING' | 'LOCK' | 'CURRENT' | 'NO_STEP' | 'ISSUER' | 'FLOOR_POLICY' | 'LOCK_BEYOND_LIMITS';

/** One limit that stands in the way: whose, which, and its value in hundredths. */
export interface Conflict {
  code: string;
  kind: ConflictKind;
  limit: number;
}

/**
 * All conflicts in the order of the codes: those a child has in itself, and, where the mean is out of reach, a smallest set of
 * limits and locks that keeps it so (there is no smaller one). To reach the target at least one of that set must give.
 * `targets` are the children's, those that reach the most.
 */
export function conflictsOf(problem: CascadeProblem, prepared: Prepared, targets: readonly number[]): Conflict[] {
  const found = prepared.children.flatMap((child, index) => ownConflicts(problem, child, targets[index] ?? 0));
  for (const conflict of blockingSet(problem, prepared, targets)) {
    if (!found.some(({ code, limit }) => code === conflict.code && limit === conflict.limit)) found.push(conflict);
  }
  return found.sort((a, b) => (a.code === b.code ? compare(a.kind, b.kind) : compare(a.code, b.code)));
}

function ownConflicts({ required, policy }: CascadeProblem, child: PreparedChild, target: number): Conflict[] {
  const { code, floor, ceiling, heldFirst } = child;
  const found: Conflict[] = [];
  const isBelow = policy === 'FLOOR' && target < required;
  if (heldFirst === 'LOCK' && target < floor) found.push({ code, kind: 'LOCK_BEYOND_LIMITS', limit: floor });
  if (heldFirst === 'LOCK' && target > ceiling) found.push({ code, kind: 'LOCK_BEYOND_LIMITS', limit: ceiling });
  if (heldFirst === 'STEP') found.push({ code, kind: 'NO_STEP', limit: target });
  if (isBelow && (heldFirst === 'LOCK' || heldFirst === 'CURRENT')) found.push(obstacle(child, target));
  else if (isBelow && ceiling < required) found.push({ code, kind: 'FLOOR_POLICY', limit: ceiling });
  return found;
}

interface Weighed {
  conflict: Conflict;
  /** What it keeps from the sum, in dossiers × hundredths. */
  loss: number;
}

function blockingSet({ required }: CascadeProblem, prepared: Prepared, targets: readonly number[]): Conflict[] {
  const { children, issuer, volume } = prepared;
  const own = issuer ? issuer.volume * (FULL - issuer.rate) : 0;
  const limits = children
    .map((child, index): Weighed => {
      const target = targets[index] ?? 0;
      return { conflict: obstacle(child, target), loss: child.volume * (FULL - target) };
    })
    .filter(({ loss }) => loss > 0)
    .sort((a, b) => b.loss - a.loss);
  const allowed = (FULL - required) * volume;
  if (own + limits.reduce((sum, { loss }) => sum + loss, 0) <= allowed) return [];
  // The issuer's dossiers cannot be loosened, so they come first; then the fewest limits that suffice, the heaviest first.
  let [kept, lost] = [0, own];
  while (lost <= allowed) lost += limits[kept++]?.loss ?? 0;
  const blocking = limits.slice(0, kept).map(({ conflict }) => conflict);
  const needsIssuer = own > 0 && lost - own <= allowed;
  return issuer && needsIssuer ? [...blocking, { code: issuer.code, kind: 'ISSUER', limit: issuer.rate }] : blocking;
}

function obstacle({ code, ceiling, heldFirst }: PreparedChild, target: number): Conflict {
  if (heldFirst === 'LOCK' || heldFirst === 'CURRENT') return { code, kind: heldFirst, limit: target };
  if (heldFirst === 'STEP' || ceiling === FULL) return { code, kind: 'NO_STEP', limit: target };
  return { code, kind: 'CEILING', limit: ceiling };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

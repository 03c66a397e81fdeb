import { MAX_VOLUME, type FaultCode, type ProblemFault } from '@chi-tieu/shared/domain/cascade/problem';
import type { ErrorText } from '../../app/error-texts.ts';
import { badInputs, type ErrorParams, type FieldProblem } from '../../app/errors.ts';

/** What a caller told of one unit, and where among the options it stands. */
export interface ToldOfUnit {
  index: number;
  floor?: number | null | undefined;
  ceiling?: number | null | undefined;
}

/** Who told what: `child` is a child's place among those of the problem. */
export interface WhoTold {
  child(at: number): ToldOfUnit | undefined;
  issuer: ToldOfUnit | undefined;
}

/** Refuses a problem with faults, each told once and where the caller wrote it: on the unit's own line, else as an option. */
export function refuseFaults(faults: ProblemFault[], told: WhoTold): void {
  const problems = new Map<string, FieldProblem>();
  for (const { path, code } of faults) {
    const place = placeOf(path, code, told);
    problems.set(place, { path: place, ...wordsFor(code) });
  }
  if (problems.size > 0) throw badInputs([...problems.values()]);
}

function placeOf(path: string, code: FaultCode, told: WhoTold): string {
  const [, at, field = ''] = /^(?:children\.(\d+)|issuer)\.(\w+)$/.exec(path) ?? [];
  if (field === '') return path === 'children' ? 'plan' : `options.${path}`;
  const unit = at === undefined ? told.issuer : told.child(Number(at));
  if (unit && code === 'FLOOR_OVER_CEILING') {
    const own = [unit.floor, unit.ceiling].map((limit) => limit !== null && limit !== undefined);
    if (own[0]) return `options.units.${unit.index}.floor`;
    if (own[1]) return `options.units.${unit.index}.ceiling`;
    return 'options.floor';
  }
  return unit ? `options.units.${unit.index}.${field}` : `options.${field}`;
}

function wordsFor(code: FaultCode): { text: ErrorText; params: ErrorParams } {
  if (code === 'STEP_OUT_OF_RANGE') return { text: 'cascade.step', params: {} };
  if (code === 'VOLUME_OUT_OF_RANGE') return { text: 'cascade.volume', params: { most: MAX_VOLUME } };
  if (code === 'FLOOR_OVER_CEILING') return { text: 'cascade.limits', params: {} };
  if (code === 'PERCENT_OUT_OF_RANGE') return { text: 'scalar.percent', params: {} };
  if (code === 'EFFORT_NOT_CONVEX') return { text: 'cascade.effort', params: {} };
  if (code === 'NO_CHILDREN') return { text: 'cascade.noChildren', params: {} };
  return { text: 'cascade.problem', params: { what: code } };
}

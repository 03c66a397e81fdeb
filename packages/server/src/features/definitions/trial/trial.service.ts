import type { Context } from '../../../app/context.ts';
import type { CountedAs } from '../../../app/enums.ts';
import { badInput } from '../../../app/errors.ts';
import { checkPeriod } from '../../rates/rates.service.ts';
import { isAdditive } from '../../rates/indicators.queries.ts';
import { unitByCode, unitTree } from '../../units/units.service.ts';
import { definitionNumbered } from '../definitions.service.ts';
import { showDefinition } from '../definitions.types.ts';
import type { DefinitionRow } from '../definitions.queries.ts';
import { trialCells, trialExamples, type TrialAsked } from './trial.queries.ts';
import type { DefinitionTrial, TrialCell, TrialCounts } from './trial.types.ts';

export interface TrialQuestion {
  left: string;
  right: string;
  from: string;
  to: string;
  /** A unit's code with all below it; null: the whole province. */
  unit: string | null;
  every: number;
}

const SIDES: readonly CountedAs[] = ['NUMERATOR', 'DENOMINATOR', 'NOT_COUNTED'];
const MOST_EXAMPLES = 5;
const MOST_APART = 1_000;

/**
 * Counts the dossiers of a period by two definitions and tells how many are on which side of which. Counts are of everybody's
 * dossiers, as figures are; examples are those that the caller may see. It ends with the time that a question has.
 */
export async function tryDefinition(ctx: Context, question: TrialQuestion): Promise<DefinitionTrial> {
  const { from, to, every } = question;
  checkPeriod(from, to);
  if (every < 1 || every > MOST_APART) throw badInput('every', 'definition.every', { most: MOST_APART });
  const left = ofDossiers(await definitionNumbered(ctx, question.left), 'left');
  const right = ofDossiers(await definitionNumbered(ctx, question.right), 'right');
  const units = await receiversOf(ctx, question);
  const asked: TrialAsked = { left: left.id, right: right.id, units, from, to, every };
  const counted = await trialCells(ctx.figures, ctx.provinceId, asked);
  const seen = await trialExamples(ctx.read, ctx.provinceId, asked, MOST_EXAMPLES);
  const cells = SIDES.flatMap((one) =>
    SIDES.map((other): TrialCell => {
      const isHere = (cell: { left: CountedAs; right: CountedAs }) => cell.left === one && cell.right === other;
      const examples = seen.filter(isHere).map(({ code }) => code);
      return { left: one, right: other, count: counted.find(isHere)?.count ?? 0, examples };
    }),
  );
  return {
    leftDefinition: showDefinition(left),
    rightDefinition: showDefinition(right),
    left: countsBy(cells, 'left'),
    right: countsBy(cells, 'right'),
    looked: sum(cells, () => true),
    changing: sum(cells, (cell) => cell.left !== cell.right),
    every,
    cells,
  };
}

function ofDossiers(definition: DefinitionRow, path: string): DefinitionRow {
  if (!isAdditive(definition)) throw badInput(path, 'indicator.notDossiers', { code: definition.code });
  return definition;
}

function countsBy(cells: readonly TrialCell[], side: 'left' | 'right'): TrialCounts {
  return {
    numerator: sum(cells, (cell) => cell[side] === 'NUMERATOR'),
    denominator: sum(cells, (cell) => cell[side] !== 'NOT_COUNTED'),
  };
}

function sum(cells: readonly TrialCell[], isCounted: (cell: TrialCell) => boolean): number {
  return cells.filter(isCounted).reduce((total, { count }) => total + count, 0);
}

/** The receiving units that a unit answers for on the last day, with those below it. */
async function receiversOf(ctx: Context, { unit, to }: TrialQuestion): Promise<number[]> {
  const tree = await unitTree(ctx, to);
  const found = unit === null ? ctx.provinceId : tree.byCode(unit)?.unitId;
  const id = found ?? (await unitByCode(ctx, unit ?? '', { year: Number(to.slice(0, 4)) })).version.unitId;
  return [id, ...tree.below(id)].flatMap((one) => tree.receivedBy(one));
}

import { bridge, type Bridge } from '@chi-tieu/shared/domain/change/bridge';
import { explainChange, type Change, type ChangeGroup } from '@chi-tieu/shared/domain/change/change';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { badInput } from '../../../app/errors.ts';
import { latestMoment } from '../../../app/moments.ts';
import { unitOfFigure } from '../../rates/explain.service.ts';
import { attainmentTable, checkPeriod, needDossiers, type AttainmentQuestion } from '../../rates/rates.service.ts';
import { receivers, stepsAmong, type BridgeCause } from '../bridge/bridge.service.ts';
import { countsByGroup, type GroupCounts } from './groups.queries.ts';

/** A period as known at an instant; null: now. */
export interface PeriodKnown {
  from: string;
  to: string;
  knownAt: Date | null;
}

/** By what a change is told: by procedures, or by the units directly below and the unit itself. */
export type ChangeBy = 'PROCEDURE' | 'UNIT';

export interface ChangeAsked extends Pick<AttainmentQuestion, 'indicator' | 'scope'> {
  unit: string;
  a: PeriodKnown;
  b: PeriodKnown;
}

/** Dossiers of one procedure in the branch of one unit: what the change is decomposed by, however it is told. */
export interface ChangeCell extends ChangeGroup<number> {
  procedureId: number;
  unitId: number;
}

/** A change between two figures of a unit. */
export interface ChangeTold {
  unitId: number;
  tree: UnitTree;
  questions: { a: AttainmentQuestion; b: AttainmentQuestion };
  learned: Bridge<BridgeCause>;
  ends: { from: Counts; to: Counts };
  /** Null where there is no rate at either end. */
  change: Change<number> | null;
  groups: ReadonlyMap<number, ChangeCell>;
}

const NOTHING: Counts = { numerator: 0, denominator: 0 };

/** What the difference between a unit's figures in two periods, each as known at its instant, is made of. */
export async function changeBetween(ctx: Context, asked: ChangeAsked): Promise<ChangeTold> {
  const questions = { a: questionOf(asked, asked.a), b: questionOf(asked, asked.b) };
  checkPeriod(asked.a.from, asked.a.to);
  checkPeriod(asked.b.from, asked.b.to);
  const latest = (await latestMoment(ctx.read)) ?? ctx.app.now();
  const [first, second] = [asked.a.knownAt ?? latest, asked.b.knownAt ?? latest];
  if (second < first) throw badInput('b.knownAt', 'change.backwards', {});
  const table = await attainmentTable(ctx, questions.a);
  needDossiers(table.indicator, 'indicator');
  const { unitId } = (await unitOfFigure(ctx, asked.unit, questions.a)).version;
  const units = receivers(table.tree, unitId, asked.scope);
  const { from, to } = asked.a;
  const learning = { indicator: table.indicator, unitId, question: { from, to, scope: asked.scope }, first, second };
  const { steps, reached } = await stepsAmong(ctx, learning, units);
  const tableB = await attainmentTable(ctx, questions.b);
  const countIn = (period: PeriodKnown) =>
    countsByGroup(ctx.figures, ctx.provinceId, tableB.indicator, { ...period, units, knownAt: asked.b.knownAt });
  const groups = cellsOf(await countIn(asked.a), await countIn(asked.b), branchOf(table.tree, unitId));
  const [a, b] = [table.of(unitId), tableB.of(unitId)];
  const ends = { from: a, to: { ...reached, targetHundredths: a.targetHundredths } };
  return {
    ...{ unitId, tree: table.tree, questions },
    learned: bridge(ends, steps),
    ends: { from: a, to: b },
    change: explainChange({ from: a, learned: reached, groups: [...groups.values()], to: b }),
    groups,
  };
}

function questionOf({ indicator, scope }: ChangeAsked, { from, to, knownAt }: PeriodKnown): AttainmentQuestion {
  return { indicator, scope, from, to, knownAt };
}

/** The unit directly below, or the unit itself, that a receiving unit counts for. */
function branchOf(tree: UnitTree, unitId: number): (row: GroupCounts) => number {
  return (row) => {
    const line = tree.lineOf(tree.liveUnitOf(row.unitId) ?? row.unitId);
    const at = line.indexOf(unitId);
    return (at > 0 ? line[at - 1] : undefined) ?? unitId;
  };
}

function cellsOf(
  before: readonly GroupCounts[],
  after: readonly GroupCounts[],
  branch: (row: GroupCounts) => number,
): Map<number, ChangeCell> {
  const keyOf = (row: GroupCounts): string => `${row.procedureId} ${branch(row)}`;
  const [a, b] = [groupBy(before, keyOf), groupBy(after, keyOf)];
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort();
  return new Map(
    keys.map((name, key) => {
      const [procedureId = 0, unitId = 0] = name.split(' ').map(Number);
      const [mineA, mineB] = [a.get(name) ?? [], b.get(name) ?? []];
      const [inA, inB] = [mineA.reduce<Counts>(sum, NOTHING), mineB.reduce<Counts>(sum, NOTHING)];
      const leftOut = (rows: readonly GroupCounts[]) => rows.some((row) => row.leftOut > 0);
      const byCatalogue =
        (inA.denominator === 0 && inB.denominator > 0 && leftOut(mineA)) ||
        (inB.denominator === 0 && inA.denominator > 0 && leftOut(mineB));
      return [key, { key, procedureId, unitId, a: inA, b: inB, byCatalogue }] as const;
    }),
  );
}

function sum(counts: Counts, row: Counts): Counts {
  return addCounts(counts, row);
}

import { CHANGE_PARTS } from '@chi-tieu/shared/domain/change/change';
import { changeTable, sumOfRows, type ChangeRow } from '@chi-tieu/shared/domain/change/change-table';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { Scope } from '../../../app/enums.ts';
import { badInput } from '../../../app/errors.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Procedure } from '../../catalogue/catalogue.types.ts';
import { procedureById } from '../../catalogue/procedures.service.ts';
import { shownAttainment } from '../../rates/shown-attainment.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { Unit } from '../../units/units.types.ts';
import { explainDossier } from '../explain/explain.service.ts';
import { showBridge } from '../show-figure.service.ts';
import { changeBetween, type ChangeBy as By, type ChangeTold } from './change.service.ts';
import {
  ChangeBy,
  ChangeExplanation,
  DossierExplanation,
  PeriodKnownInput,
  type ChangeGroup,
  type ChangeSum,
} from './change.types.ts';

const MOST_GROUPS = 50;

@Resolver()
export class ChangeResolver {
  @Query(() => ChangeExplanation, {
    description:
      'What the difference between a unit’s figures in two periods is made of. The first one must not be known later than the second.',
  })
  async explainChange(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('scope', () => Scope, { nullable: true, description: 'SUBTREE unless told.' }) scope: Scope | null,
    @Arg('a', () => PeriodKnownInput, { description: 'The first period.' }) a: PeriodKnownInput,
    @Arg('b', () => PeriodKnownInput, { description: 'The second period.' }) b: PeriodKnownInput,
    @Arg('by', () => ChangeBy, {
      nullable: true,
      description: 'UNIT where units below have dossiers, else PROCEDURE, unless told.',
    })
    by: By | null,
    @Ctx() ctx: Context,
  ): Promise<ChangeExplanation> {
    const known = ({ from, to, knownAt }: PeriodKnownInput) => ({ from, to, knownAt: knownAt ?? null });
    const asked = { indicator, unit, scope: scope ?? 'SUBTREE', a: known(a), b: known(b) } as const;
    const told = await changeBetween(ctx, asked);
    return showChange(ctx, told, by ?? usualGrouping(told));
  }

  @Query(() => DossierExplanation, {
    nullable: true,
    description: 'Why a dossier within reach counts or not, rule by rule; null where there is none with this code.',
  })
  async dossierExplanation(
    @Arg('code', () => ID, { description: 'As it was received, in whichever form.' }) code: string,
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<DossierExplanation | null> {
    const row = await explainDossier(ctx, code, { indicator, from, to, knownAt: knownAt ?? null });
    return row && { code: row.code, countedAs: row.countedAs, rules: row.rules, row };
  }
}

@Resolver(() => DossierExplanation)
export class DossierExplanationResolver {
  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that it asks for.' })
  procedure(@Root() { row }: DossierExplanation, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, row.procedureId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that received it, as it was that day.' })
  unit(@Root() { row }: DossierExplanation, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.unitId, row.receivedDay);
  }
}

async function showChange(ctx: Context, told: ChangeTold, by: By): Promise<ChangeExplanation> {
  const { questions, unitId, change } = told;
  const a = await shownAttainment(ctx, questions.a, unitId);
  const b = await shownAttainment(ctx, questions.b, unitId);
  if (!a || !b) throw badInput('unit', 'unit.gone', { day: a ? questions.b.to : questions.a.to });
  const table =
    change && changeTable({ ...told.ends, change, groups: told.groups }, rowOf(told, by), orderOf(told, by));
  const rows = table?.rows ?? [];
  const left = rows.slice(MOST_GROUPS);
  return {
    a,
    b,
    by,
    points: table && table.hundredths / 100,
    parts: table ? CHANGE_PARTS.map((part) => ({ part, points: table.parts[part] / 100 })) : [],
    learned: showBridge(told.learned),
    groups: await Promise.all(rows.slice(0, MOST_GROUPS).map((row) => showGroup(ctx, told, row, by))),
    groupCount: rows.length,
    rest: left.length > 0 ? showSum(sumOfRows(left)) : null,
    total: showSum(sumOfRows(rows)),
  };
}

/** By units where any below has dossiers of either period. */
function usualGrouping({ groups, unitId }: ChangeTold): By {
  return [...groups.values()].some((cell) => cell.unitId !== unitId) ? 'UNIT' : 'PROCEDURE';
}

function rowOf({ groups }: ChangeTold, by: By): (key: number) => number {
  return (key) => (by === 'PROCEDURE' ? groups.get(key)?.procedureId : groups.get(key)?.unitId) ?? 0;
}

/** Units in the order of their codes, which everybody knows who tells the same change from sums alone. */
function orderOf({ tree }: ChangeTold, by: By): (id: number) => string {
  return (id) => (by === 'UNIT' ? tree.byId(id)?.code : undefined) ?? String(id).padStart(12, '0');
}

async function showGroup(ctx: Context, told: ChangeTold, row: ChangeRow<number>, by: By): Promise<ChangeGroup> {
  const { key } = row;
  const called = by === 'PROCEDURE' ? await procedureById(ctx, key) : await unitAsKnown(ctx, key, told.questions.a.to);
  return { code: called?.code ?? String(key), name: called?.name ?? '', ...showSum(row) };
}

/** What a sum tells, as a shape alone. */
type Sums = { [K in keyof ChangeSum]: ChangeSum[K] };

function showSum({ a, b, catalogue, rate, mix, hundredths }: Omit<ChangeRow<unknown>, 'key' | 'exact'>): Sums {
  return {
    ...{ numeratorA: a.numerator, denominatorA: a.denominator, numeratorB: b.numerator, denominatorB: b.denominator },
    ...{ catalogue: catalogue / 100, rate: rate / 100, mix: mix / 100, points: hundredths / 100 },
  };
}

import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { isNumberKey, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { Scope } from '../../app/enums.ts';
import { latestMoment } from '../../app/moments.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { Procedure } from '../catalogue/catalogue.types.ts';
import { procedureById } from '../catalogue/procedures.service.ts';
import { indicatorOf } from '../rates/indicator-of.service.ts';
import { attainmentTable } from '../rates/rates.service.ts';
import { Attainment, Indicator } from '../rates/rates.types.ts';
import { shownAttainment } from '../rates/shown-attainment.service.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { showUnit, Unit } from '../units/units.types.ts';
import { bridgeOf } from './bridge/bridge.service.ts';
import { changedDossiers } from './changed-dossiers.service.ts';
import { ChangeCause } from './figures.enums.ts';
import { citeFigure, figureOf, holds, questionOf } from './figures.service.ts';
import { ChangedDossier, ChangedDossierConnection, Figure, FigureBridge } from './figures.types.ts';
import { showBridge, showFigure } from './show-figure.service.ts';

function isKey(key: unknown): key is [string] {
  return Array.isArray(key) && key.length === 1 && isNumberKey(key[0]);
}

@Resolver(() => Figure)
export class FigureResolver {
  @Query(() => Figure, { nullable: true, description: 'The figure with a reference; null where there is none.' })
  async figure(
    @Arg('reference', () => ID, { description: 'As it was cited.' }) reference: string,
    @Ctx() ctx: Context,
  ): Promise<Figure | null> {
    const found = await figureOf(ctx, reference);
    return found && showFigure(found);
  }

  @Mutation(() => Figure, {
    description:
      'Keeps a figure, as known at the last sealed moment up to `knownAt`, under a reference that opens it for ever. The same question at the same moment has one reference.',
  })
  async citeFigure(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('scope', () => Scope, { nullable: true, description: 'SUBTREE unless told.' }) scope: Scope | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true, description: 'Now unless told.' }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<Figure> {
    const question = { indicator, from, to, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null } as const;
    return showFigure(await citeFigure(ctx, unit, question));
  }

  @Query(() => ChangedDossierConnection, {
    description: 'The dossiers because of which a cited figure is another one today, of the cause NEW or CORRECTED.',
  })
  changedDossiers(
    @Arg('figure', () => ID, { description: 'Its reference.' }) figure: string,
    @Arg('cause', () => ChangeCause, { description: 'NEW, CORRECTED or GONE.' }) cause: ChangeCause,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<ChangedDossier>> {
    return changedDossiers(ctx, figure, cause, readPage(first, after, isKey));
  }

  @FieldResolver(() => Indicator, { description: 'What it measures.' })
  indicator(@Root() { row }: Figure, @Ctx() ctx: Context): Promise<Indicator> {
    return indicatorOf(ctx, row.indicatorId, row.knownAt);
  }

  @FieldResolver(() => Unit, { description: 'As it was on the last day of the period, as known then.' })
  async unit(@Root() { row }: Figure, @Ctx() ctx: Context): Promise<Unit | null> {
    const { tree } = await attainmentTable(ctx, await questionOf(ctx, row));
    const version = tree.byId(row.unitId);
    return version ? showUnit({ version, tree, on: row.to }) : unitAsKnown(ctx, row.unitId, row.to);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether it is what was handed out: the hash fits, the audit trail says the same, and worked out again as known then it is the same.',
  })
  holds(@Root() { row }: Figure, @Ctx() ctx: Context): Promise<boolean> {
    return holds(ctx, row);
  }

  @FieldResolver(() => Attainment, {
    nullable: true,
    description:
      'The same question as known now; null where the unit is not there any more on the last day of the period.',
  })
  async now(@Root() { row }: Figure, @Ctx() ctx: Context): Promise<Attainment | null> {
    const question = { ...(await questionOf(ctx, row)), knownAt: null };
    return shownAttainment(ctx, question, row.unitId);
  }

  @FieldResolver(() => FigureBridge, {
    description: 'The way from it to what is known now, in steps that sum exactly.',
  })
  async bridge(@Root() { row }: Figure, @Ctx() ctx: Context): Promise<FigureBridge> {
    const { from, to, scope, unitId, knownAt: first } = row;
    const indicator = await indicatorOf(ctx, row.indicatorId);
    const second = (await latestMoment(ctx.read)) ?? first;
    return showBridge(await bridgeOf(ctx, { indicator, unitId, question: { from, to, scope }, first, second }));
  }
}

@Resolver(() => ChangedDossier)
export class ChangedDossierResolver {
  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that it asks for.' })
  procedure(@Root() { row }: ChangedDossier, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, row.after.procedureId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that received it.' })
  unit(@Root() { row }: ChangedDossier, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.after.unitId, dayInVietnam(row.after.receivedAt));
  }
}

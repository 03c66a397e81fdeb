import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { CountedAs, Scope } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { Procedure } from '../catalogue/catalogue.types.ts';
import { procedureById } from '../catalogue/procedures.service.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { showUnit, Unit } from '../units/units.types.ts';
import { dataStatus } from './data-status.queries.ts';
import { rowsWithin } from './ingest/quarantine.service.ts';
import { isDossierKey } from './drill-down.queries.ts';
import { dossiersBehind, type DossierPage } from './drill-down.service.ts';
import { DataStatus, Dossier, DossierConnection } from './dossiers.types.ts';

@Resolver(() => Dossier)
export class DossierResolver {
  @Query(() => DossierConnection, {
    description: 'The dossiers behind a figure, oldest first, each with the reason why it counts or not.',
  })
  dossiers(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('scope', () => Scope, { nullable: true }) scope: Scope | null,
    @Arg('countedAs', () => CountedAs, { nullable: true }) countedAs: CountedAs | null,
    @Arg('counted', () => Boolean, {
      nullable: true,
      description: 'Of all of them those alone that count, in the numerator or not: they are the denominator.',
    })
    counted: boolean | null,
    @Arg('procedure', () => ID, {
      nullable: true,
      description: "A procedure's code: its dossiers alone, and its part of the figure.",
    })
    procedure: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Dossier>> {
    const question = { indicator, from, to, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null } as const;
    const choice = {
      countedAs: countedAs ?? (counted === true ? 'COUNTED' : null),
      procedure: procedure ?? null,
    } as const;
    return dossiersBehind(ctx, unit, question, choice, readPage(first, after, isDossierKey));
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that it asks for.' })
  procedure(@Root() dossier: Dossier, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, dossier.procedureId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that received it, as it was that day.' })
  unit(@Root() dossier: Dossier, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, dossier.unitId, dossier.receivedDay);
  }
}

@Resolver(() => DossierConnection)
export class DossierConnectionResolver {
  @FieldResolver(() => Int, { description: 'Numerator of the figure that these dossiers stand behind.' })
  numerator(@Root() page: DossierPage): number {
    return page.numerator;
  }

  @FieldResolver(() => Int, { description: 'Denominator of the figure that these dossiers stand behind.' })
  denominator(@Root() page: DossierPage): number {
    return page.denominator;
  }
}

@Resolver(() => DataStatus)
export class DataStatusResolver {
  @Query(() => DataStatus, { description: 'What data there is, and of which province.' })
  async dataStatus(@Ctx() ctx: Context): Promise<DataStatus> {
    const status = await dataStatus(ctx.read, ctx.provinceId, await rowsWithin(ctx, 'quarantine.read'));
    return { ...status, latestYear: Number((status.lastDay ?? today(ctx)).slice(0, 4)) };
  }

  @FieldResolver(() => Unit, { description: 'The province that this installation is about.' })
  async province(@Root() status: DataStatus, @Ctx() ctx: Context): Promise<Unit | null> {
    const on = status.lastDay ?? today(ctx);
    const tree = await unitTree(ctx, on);
    const version = tree.byId(ctx.provinceId);
    return version ? showUnit({ version, tree, on }) : unitAsKnown(ctx, ctx.provinceId, on);
  }
}

import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { DateScalar } from '../../app/scalars.ts';
import { Effect } from '../rates/effect.types.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { Procedure, ServiceList, ServiceListAmendmentInput } from './catalogue.types.ts';
import { isCoverageKey, listCoverage } from './coverage.service.ts';
import { differenceByDecision, differenceOfDays, effectOfDifference } from './difference.service.ts';
import { AmendmentPreview, CoverageConnection, CoverageKind, CoverageRow, ServiceListDiff } from './lists.types.ts';
import { listById } from './lists.service.ts';
import { previewAmendment } from './preview-amendment.service.ts';
import { procedureById } from './procedures.service.ts';

@Resolver(() => ServiceListDiff)
export class ServiceListDiffResolver {
  @Query(() => ServiceListDiff, { description: 'How a list differs between two days.' })
  serviceListDiff(
    @Arg('list', () => ID) list: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Ctx() ctx: Context,
  ): Promise<ServiceListDiff> {
    return differenceOfDays(ctx, list, from, to);
  }

  @Query(() => ServiceListDiff, {
    description:
      'What a decision did to a list: the list on its effective day with its lines and without them; or, since another decision, as it stood after that one and after this one.',
  })
  serviceListDiffByDecision(
    @Arg('list', () => ID) list: string,
    @Arg('decision', () => ID, { description: "A decision's id." }) decision: string,
    @Arg('since', () => ID, { nullable: true, description: "An earlier decision's id." }) since: string | null,
    @Ctx() ctx: Context,
  ): Promise<ServiceListDiff> {
    return differenceByDecision(ctx, list, decision, since ?? null);
  }

  @Query(() => AmendmentPreview, {
    description: '`amendServiceList` with the same input, only tried: what is refused there is refused here.',
  })
  previewAmendment(
    @Arg('input', () => ServiceListAmendmentInput) input: ServiceListAmendmentInput,
    @Ctx() ctx: Context,
  ): Promise<AmendmentPreview> {
    return previewAmendment(ctx, input);
  }

  @Query(() => CoverageConnection, {
    description: 'Where a list and the dossiers of a period do not meet, most dossiers first.',
  })
  listCoverage(
    @Arg('list', () => ID) list: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('kind', () => CoverageKind) kind: CoverageKind,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<CoverageRow>> {
    return listCoverage(ctx, list, { kind, from, to }, readPage(first, after, isCoverageKey));
  }

  @FieldResolver(() => Effect, {
    description:
      'What the difference does to the figures of an indicator in a period. After is the list as it is; before, nothing more had been decided about what differs.',
  })
  effect(
    @Root() difference: ServiceListDiff,
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Ctx() ctx: Context,
  ): Promise<Effect> {
    return effectOfDifference(ctx, difference, { indicator, from, to });
  }

  @FieldResolver(() => ServiceList, { nullable: true, description: 'The list; null for one that is only being made.' })
  list(@Root() difference: ServiceListDiff, @Ctx() ctx: Context): Promise<ServiceList | null> {
    return listById(ctx, difference.listId);
  }
}

@Resolver(() => AmendmentPreview)
export class AmendmentPreviewResolver {
  @FieldResolver(() => Effect, { description: 'What that would do to the figures of an indicator in a period.' })
  effect(
    @Root() preview: AmendmentPreview,
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Ctx() ctx: Context,
  ): Promise<Effect> {
    return effectOfDifference(ctx, preview.difference, { indicator, from, to });
  }
}

@Resolver(() => CoverageRow)
export class CoverageRowResolver {
  @FieldResolver(() => Procedure, { description: 'What it is about.' })
  procedure(@Root() row: CoverageRow, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, row.procedureId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that a line names; null for the tier.' })
  async unit(@Root() row: CoverageRow, @Ctx() ctx: Context): Promise<Unit | null> {
    return row.unitId === null ? null : unitAsKnown(ctx, row.unitId, today(ctx));
  }
}

import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { ratePercent } from '@chi-tieu/shared/domain/rate';
import type { Context } from '../../app/context.ts';
import { DateScalar } from '../../app/scalars.ts';
import { checkPeriod, indicatorByCode } from '../rates/rates.service.ts';
import { Decision, Procedure } from './catalogue.types.ts';
import { listChanges, serviceLists } from './lists.queries.ts';
import { decisionMap } from './lists.service.ts';
import { dossierCounts, procedureCounts } from './procedure-figures.queries.ts';
import { DossierCount, ProcedureListLine, ProcedureRate } from './procedure-figures.types.ts';

/** What dossiers and decisions add to a procedure. Counts are open to whoever is signed in, as standings are. */
@Resolver(() => Procedure)
export class ProcedureFiguresResolver {
  @FieldResolver(() => [DossierCount], {
    description: 'Its dossiers received in a period, by month and channel, in the whole province.',
  })
  dossierCounts(
    @Root() procedure: Procedure,
    @Arg('from', () => DateScalar, { description: 'First day received.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'Last day received, included.' }) to: string,
    @Ctx() ctx: Context,
  ): Promise<DossierCount[]> {
    checkPeriod(from, to);
    return dossierCounts(ctx.figures, ctx.provinceId, procedure.id, { from, to });
  }

  @FieldResolver(() => ProcedureRate, {
    description: 'Its part of an indicator in a period, by the rule by which the totals of units are booked.',
  })
  async rate(
    @Root() procedure: Procedure,
    @Arg('indicator', () => ID, { description: "An indicator's code." }) indicator: string,
    @Arg('from', () => DateScalar, { description: 'First day of the period.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'Last day of the period, included.' }) to: string,
    @Ctx() ctx: Context,
  ): Promise<ProcedureRate> {
    checkPeriod(from, to);
    const asked = await indicatorByCode(ctx, indicator);
    const period = { procedureId: procedure.id, from, to };
    const counts = await procedureCounts(ctx.figures, ctx.provinceId, asked, period);
    return { indicator: asked, from, to, ...counts, rate: ratePercent(counts) };
  }

  @FieldResolver(() => [ProcedureListLine], {
    description: 'All that decisions said of it on lists, in the order in which it takes effect.',
  })
  async listLines(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<ProcedureListLine[]> {
    const changes = await listChanges(ctx.read, ctx.provinceId, { procedureIds: [procedure.id] });
    const lists = new Map((await serviceLists(ctx.read, ctx.provinceId)).map((list) => [list.id, list]));
    const decisions = await decisionMap(ctx);
    return changes.flatMap(({ listId, decisionId, action, tier, level }) => {
      const [list, decision] = [lists.get(listId), decisions.get(decisionId)];
      return list && decision ? [{ list, action, tier, level, decision }] : [];
    });
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: 'The decision that says this text, where one is known.',
  })
  async textDecision(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<Decision | null> {
    if (procedure.textDecisionId === null) return null;
    return (await decisionMap(ctx)).get(procedure.textDecisionId) ?? null;
  }
}

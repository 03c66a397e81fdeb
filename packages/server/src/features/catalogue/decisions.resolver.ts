import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { Unit } from '../units/units.types.ts';
import { amendmentsOfDecision } from './amendments.service.ts';
import { Decision, DecisionConnection, DecisionFile, Procedure, ServiceListAmendment } from './catalogue.types.ts';
import { filesOfDecisions } from './decisions.queries.ts';
import { DecisionForceLine, DecisionHeaderInput, ForceCounts } from './decisions.types.ts';
import { forceCounts, forceOfDecisions } from './force.queries.ts';
import { CatalogueStep } from './history.types.ts';
import { decisionYears, isDecisionKey, listDecisions } from './list-decisions.service.ts';
import { decisionMap } from './lists.service.ts';
import { procedureById } from './procedures.service.ts';
import { saveDecision } from './save-decision.service.ts';
import { stepsOfDecisions } from './steps.queries.ts';

@Resolver(() => Decision)
export class DecisionResolver {
  @Query(() => Decision, { nullable: true, description: 'By its id; null when there is none.' })
  async decision(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Decision | null> {
    return /^\d{1,9}$/.test(id) ? ((await decisionMap(ctx)).get(Number(id)) ?? null) : null;
  }

  @Query(() => DecisionConnection, { description: 'Every decision, the latest first.' })
  decisions(
    @Arg('search', () => String, {
      nullable: true,
      description: 'Words of its number, title and signer, without marks and in any order.',
    })
    search: string | null,
    @Arg('year', () => Int, { nullable: true, description: 'The year in which it was signed.' }) year: number | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Decision>> {
    const page = readPage(first, after, isDecisionKey);
    return listDecisions(ctx, { search: search ?? null, year: year ?? null }, page);
  }

  @Query(() => [Int], { description: 'The years in which decisions were signed, the latest first.' })
  decisionYears(@Ctx() ctx: Context): Promise<number[]> {
    return decisionYears(ctx);
  }

  @Mutation(() => Decision, {
    description: 'Records a decision or changes its header. Where its days move, lists and figures are derived anew.',
  })
  saveDecision(
    @Arg('input', () => DecisionHeaderInput) input: DecisionHeaderInput,
    @Ctx() ctx: Context,
  ): Promise<Decision> {
    return saveDecision(ctx, input);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that issued it, as it was on that day.' })
  async issuer(@Root() decision: Decision, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, decision.issuerId, decision.issuedOn);
  }

  @FieldResolver(() => [DecisionFile], { description: 'The files that belong to it, in their order.' })
  files(@Root() decision: Decision, @Ctx() ctx: Context): Promise<DecisionFile[]> {
    return ctx.loadAll('decision-files', { id: String(decision.id) }, async (asked) => {
      const rows = await filesOfDecisions(
        ctx.read,
        asked.map(({ id }) => Number(id)),
      );
      return rows.map((row) => ({ ...row, id: String(row.decisionId) }));
    });
  }

  @FieldResolver(() => [ServiceListAmendment], { description: 'What it changed, list by list.' })
  amendments(@Root() decision: Decision, @Ctx() ctx: Context): Promise<ServiceListAmendment[]> {
    return amendmentsOfDecision(ctx, Number(decision.id));
  }

  @FieldResolver(() => [CatalogueStep], {
    description: 'The steps by which its lines that stand were entered, the latest first: what undoStep takes back.',
  })
  async steps(@Root() decision: Decision, @Ctx() ctx: Context): Promise<CatalogueStep[]> {
    const found = await ctx.loadAll('decision-steps', { id: String(decision.id) }, async (asked) => {
      const rows = await stepsOfDecisions(
        ctx.read,
        asked.map(({ id }) => Number(id)),
      );
      return rows.map(({ decisionId, ...step }) => ({ id: String(decisionId), step }));
    });
    return found.map(({ step }) => step);
  }

  @FieldResolver(() => ForceCounts, { description: "How many procedures' being in force it speaks of." })
  async forceCounts(@Root() decision: Decision, @Ctx() ctx: Context): Promise<ForceCounts> {
    const [found] = await ctx.loadAll('decision-force-counts', { id: String(decision.id) }, (asked) =>
      forceCounts(
        ctx.read,
        asked.map(({ id }) => Number(id)),
      ),
    );
    return found ?? { enforced: 0, amended: 0, replaced: 0, repealed: 0 };
  }

  @FieldResolver(() => [DecisionForceLine], {
    description: "What it says of procedures' being in force, in the order in which it was entered.",
  })
  force(@Root() decision: Decision, @Ctx() ctx: Context): Promise<DecisionForceLine[]> {
    return ctx.loadAll('decision-force', { id: String(decision.id) }, (asked) =>
      forceOfDecisions(
        ctx.read,
        asked.map(({ id }) => Number(id)),
      ),
    );
  }
}

@Resolver(() => DecisionForceLine)
export class DecisionForceLineResolver {
  @FieldResolver(() => Procedure, { description: 'The procedure.' })
  procedure(@Root() line: DecisionForceLine, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, line.procedureId);
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure in its place.' })
  async successor(@Root() line: DecisionForceLine, @Ctx() ctx: Context): Promise<Procedure | null> {
    return line.replacedBy === null ? null : procedureById(ctx, line.replacedBy);
  }
}

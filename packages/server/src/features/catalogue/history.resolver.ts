import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { badInput, notFound } from '../../app/errors.ts';
import { DateScalar } from '../../app/scalars.ts';
import { Decision, Procedure } from './catalogue.types.ts';
import { forceChanges, replacements } from './force.queries.ts';
import { changeForce, decided } from './force.service.ts';
import { authorOf, changesIn, differenceOf, forceIn, historyOf, restoreVersion } from './history.service.ts';
import {
  CatalogueStep,
  CatalogueStepPage,
  FieldChange,
  ForceChangesInput,
  ForceLine,
  ForcePeriod,
  ProcedureRevision,
} from './history.types.ts';
import { decisionMap } from './lists.service.ts';
import { periodsOfProcedure } from './periods-of.ts';
import { findProcedure, procedureById } from './procedures.service.ts';
import { isStepId, latestSteps, stepById } from './steps.queries.ts';
import { textsOf } from './texts.queries.ts';
import { undoStep } from './undo.service.ts';

const STEPS_A_PAGE = 50;

@Resolver(() => Procedure)
export class ProcedureHistoryResolver {
  @FieldResolver(() => [ForcePeriod], { description: 'When it is in force, oldest first.' })
  periods(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<ForcePeriod[]> {
    return periodsOfProcedure(ctx, procedure.id);
  }

  @FieldResolver(() => [ForceLine], { description: 'All that counts of what was said of its being in force.' })
  async force(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<ForceLine[]> {
    const lines = await ofMany(ctx, 'force', procedure.id, (ids) => forceChanges(ctx.read, ids, 'CURRENT'));
    return lines.map((line) => ({ ...line, isTakenBack: false }));
  }

  @FieldResolver(() => [DateScalar], {
    description: 'The first days of its texts, past and to come, but for the first text.',
  })
  async textDays(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<string[]> {
    const texts = await ofMany(ctx, 'texts', procedure.id, (ids) => textsOf(ctx.read, ids, 'CURRENT'));
    return texts.flatMap(({ from }) => from ?? []);
  }

  @FieldResolver(() => [Procedure], { description: 'The procedures that decisions put in its place.' })
  replacedBy(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<Procedure[]> {
    return others(ctx, procedure.id, true);
  }

  @FieldResolver(() => [Procedure], { description: 'The procedures in whose place decisions put it.' })
  replaces(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<Procedure[]> {
    return others(ctx, procedure.id, false);
  }

  @FieldResolver(() => [ProcedureRevision], { description: 'All its versions, the latest first.' })
  revisions(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<ProcedureRevision[]> {
    return historyOf(ctx, procedure.id);
  }

  @FieldResolver(() => [FieldChange], {
    description: 'The fields in which two versions differ, as they read on a day.',
  })
  difference(
    @Root() procedure: Procedure,
    @Arg('from', () => Int) from: number,
    @Arg('to', () => Int) to: number,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<FieldChange[]> {
    return differenceOf(ctx, procedure, { from, to, on: on ?? null });
  }
}

/** What a version is, is asked with the page; what it changed and who made it only where somebody wants to know. */
@Resolver(() => ProcedureRevision)
export class ProcedureRevisionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who made it; null for the server itself.' })
  author(@Root() revision: ProcedureRevision, @Ctx() ctx: Context): Promise<string | null> {
    return authorOf(ctx, revision);
  }

  @FieldResolver(() => [FieldChange], { description: 'Field by field.' })
  changes(@Root() revision: ProcedureRevision, @Ctx() ctx: Context): Promise<FieldChange[]> {
    return changesIn(ctx, revision);
  }

  @FieldResolver(() => [ForceLine], { description: 'What it said, or took back, of its being in force.' })
  force(@Root() revision: ProcedureRevision, @Ctx() ctx: Context): Promise<ForceLine[]> {
    return forceIn(ctx, revision);
  }
}

/** What belongs to one of many procedures; that of a whole page is fetched at once. */
async function ofMany<Row extends { procedureId: number }>(
  ctx: Context,
  name: string,
  procedureId: number,
  fetch: (ids: number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found = await ctx.loadAll(`procedure-${name}`, { id: String(procedureId) }, async (questions) => {
    const rows = await fetch(questions.map(({ id }) => Number(id)));
    return rows.map((row) => ({ id: String(row.procedureId), row }));
  });
  return found.map(({ row }) => row);
}

async function others(ctx: Context, id: number, isSuccessor: boolean): Promise<Procedure[]> {
  const found = await ofMany(ctx, 'replacements', id, (ids) => replacements(ctx.read, ids));
  const ids = new Set(found.filter((row) => row.isSuccessor === isSuccessor).map((row) => row.otherId));
  const all = await Promise.all([...ids].map((other) => procedureById(ctx, other)));
  return all.filter((other) => other !== null);
}

@Resolver(() => ForceLine)
export class ForceLineResolver {
  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that says it; null for STATED.' })
  async decision(@Root() line: ForceLine, @Ctx() ctx: Context): Promise<Decision | null> {
    return decisionOf(ctx, line.decisionId);
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure in its place.' })
  async successor(@Root() line: ForceLine, @Ctx() ctx: Context): Promise<Procedure | null> {
    return line.replacedBy === null ? null : procedureById(ctx, line.replacedBy);
  }
}

@Resolver(() => ForcePeriod)
export class ForcePeriodResolver {
  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that began it, where one is known.' })
  openedBy(@Root() period: ForcePeriod, @Ctx() ctx: Context): Promise<Decision | null> {
    return decisionOf(ctx, period.openedById);
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that ended it, where one is known.' })
  closedBy(@Root() period: ForcePeriod, @Ctx() ctx: Context): Promise<Decision | null> {
    return decisionOf(ctx, period.closedById);
  }
}

async function decisionOf(ctx: Context, id: number | null): Promise<Decision | null> {
  return id === null ? null : ((await decisionMap(ctx)).get(id) ?? null);
}

@Resolver(() => CatalogueStep)
export class CatalogueStepResolver {
  @Query(() => CatalogueStep, { nullable: true, description: 'A step of the catalogue; null when there is none.' })
  catalogueStep(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<CatalogueStep | null> {
    return isStepId(id) ? stepById(ctx.read, ctx.provinceId, id) : Promise.resolve(null);
  }

  @Query(() => CatalogueStepPage, { description: 'Steps of the catalogue, the latest first, 50 at a time.' })
  async catalogueSteps(
    @Arg('before', () => ID, { nullable: true, description: 'The `next` of the page before.' }) before: string | null,
    @Ctx() ctx: Context,
  ): Promise<CatalogueStepPage> {
    if (before && !isStepId(before)) throw badInput('before', 'step.unknown');
    const found = await latestSteps(ctx.read, ctx.provinceId, before ?? null, STEPS_A_PAGE);
    const nodes = found.slice(0, STEPS_A_PAGE);
    return { nodes, next: found.length > STEPS_A_PAGE ? (nodes.at(-1)?.id ?? null) : null };
  }

  @Mutation(() => CatalogueStep, {
    description:
      'Takes a step back, as a step of its own: procedures read as before it, lines are taken back, figures follow. CONFLICT where something later stands on it.',
  })
  undoStep(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<CatalogueStep> {
    return undoStep(ctx, id);
  }

  @Mutation(() => [Procedure], {
    description: 'Enters what a decision says of procedures being in force, as one step; figures follow.',
  })
  changeForce(
    @Arg('input', () => ForceChangesInput) input: ForceChangesInput,
    @Ctx() ctx: Context,
  ): Promise<Procedure[]> {
    return changeForce(ctx, decided(input));
  }

  @Mutation(() => Procedure, {
    description: 'Has a procedure read, and be in force, as in an earlier version; a step that can be undone.',
  })
  async restoreProcedure(
    @Arg('code', () => ID) code: string,
    @Arg('version', () => Int) version: number,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Procedure> {
    const procedure = await findProcedure(ctx, code);
    if (!procedure) throw notFound('procedure.unknown', { code: code.slice(0, 60) });
    return restoreVersion(ctx, procedure, version, expectedVersion ?? null);
  }
}

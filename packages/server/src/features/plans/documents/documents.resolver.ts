import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { GraphQLJSON } from 'graphql-scalars';
import type { DocumentFacts } from '@chi-tieu/shared/domain/decision-document/facts';
import type { Context } from '../../../app/context.ts';
import { AppError } from '../../../app/errors.ts';
import { DecisionFile } from '../../catalogue/catalogue.types.ts';
import { planById } from '../plans.service.ts';
import { showPlan, TargetPlan } from '../plans.types.ts';
import { documentsOf, makePlanDocument, planDocument, readsDraftsOf, standingOf } from './documents.service.ts';
import {
  DecisionWordsInput,
  DocumentTemplate,
  DocumentTemplateVersion,
  PlanPaper,
  PlanPaperStanding,
  ScanInput,
  showDocument,
} from './documents.types.ts';
import { documentFacts } from './facts.service.ts';
import { attachScan, scansOf } from './scans.service.ts';
import { documentTemplate, saveDocumentTemplate, versionsOf, type TemplateInUse } from './templates.service.ts';

const SAW = 'The version that the caller saw; another one is a CONFLICT.';

/** Papers of plans, the words they are written with, and the scans of what was signed. */
@Resolver(() => PlanPaper)
export class PlanDocumentResolver {
  @Query(() => PlanPaper, {
    nullable: true,
    description: 'The paper with a reference; null where there is none to be read.',
  })
  async planDocument(
    @Arg('reference', () => ID, { description: 'As it is printed at the foot of the paper.' }) reference: string,
    @Ctx() ctx: Context,
  ): Promise<PlanPaper | null> {
    const found = await planDocument(ctx, reference);
    return found && showDocument(found);
  }

  @Query(() => DocumentTemplate, {
    description: "The words that a unit's decisions are written with, or those for all.",
  })
  async documentTemplate(
    @Arg('unit', () => ID, { nullable: true, description: "A unit's code; unless given the words for all." })
    unit: string | null,
    @Arg('version', () => Int, {
      nullable: true,
      description: 'Of which version the words are; the latest unless given.',
    })
    version: number | null,
    @Ctx() ctx: Context,
  ): Promise<DocumentTemplate> {
    return showTemplate(await documentTemplate(ctx, unit ?? null, version ?? null));
  }

  @Mutation(() => PlanPaper, { description: 'Makes out the paper of a plan as it is now, and keeps it.' })
  async makePlanDocument(
    @Arg('plan', () => ID) plan: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: SAW }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<PlanPaper> {
    return showDocument(await makePlanDocument(ctx, plan, expectedVersion ?? null));
  }

  @Mutation(() => DocumentTemplate, { description: "Keeps the next version of a unit's words, or of those for all." })
  async saveDocumentTemplate(
    @Arg('unit', () => ID, { nullable: true, description: "A unit's code; unless given the words are for all." })
    unit: string | null,
    @Arg('template', () => DecisionWordsInput, { description: 'All words.' }) template: DecisionWordsInput,
    @Arg('expectedVersion', () => Int, { nullable: true, description: SAW }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<DocumentTemplate> {
    return showTemplate(await saveDocumentTemplate(ctx, unit ?? null, template, expectedVersion ?? null));
  }

  @Mutation(() => TargetPlan, {
    description: 'The scan of the decision that issues a plan is these files from now on.',
  })
  async attachScan(
    @Arg('plan', () => ID) plan: string,
    @Arg('files', () => [ScanInput], { description: 'PDF, PNG or JPEG, at most 10.' }) files: ScanInput[],
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await attachScan(ctx, plan, files));
  }

  @FieldResolver(() => TargetPlan, { description: 'The plan that it tells.' })
  async plan(@Root() { row }: PlanPaper, @Ctx() ctx: Context): Promise<TargetPlan> {
    const plan = await planById(ctx, row.planId);
    if (!plan) throw new AppError('NOT_FOUND', 'plan.unknown');
    return showPlan(plan);
  }

  @FieldResolver(() => PlanPaperStanding, { description: 'Whether it still holds, and what replaced it.' })
  async standing(@Root() { row }: PlanPaper, @Ctx() ctx: Context): Promise<PlanPaperStanding> {
    const { successor, ...told } = await standingOf(ctx, row);
    return {
      ...told,
      replacedFrom: successor?.inForceFrom ?? null,
      replacedBy: successor && showPlan(successor),
    };
  }
}

function showTemplate({ unitCode, unitId, version, origin, words }: TemplateInUse): DocumentTemplate {
  return { unit: unitCode, unitId, version, origin, words };
}

/** What is asked of words besides what they are. */
@Resolver(() => DocumentTemplate)
export class DocumentTemplateResolver {
  @FieldResolver(() => [DocumentTemplateVersion], {
    description: 'All versions, the latest first; `documentTemplate` gives the words of one.',
  })
  async versions(@Root() { unitId }: DocumentTemplate, @Ctx() ctx: Context): Promise<DocumentTemplateVersion[]> {
    return (await versionsOf(ctx, unitId)).map(({ version, at, by }) => ({ version, madeAt: at, by }));
  }
}

/** What a plan shows of its papers. */
@Resolver(() => TargetPlan)
export class PlanPapersResolver {
  @FieldResolver(() => [PlanPaper], { description: 'Its papers that the caller may read, the latest first.' })
  async documents(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<PlanPaper[]> {
    return (await documentsOf(ctx, plan.row)).map(showDocument);
  }

  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description: 'Everything that its paper would say now; null for who reads no drafts of the issuer.',
  })
  async documentFacts(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<DocumentFacts | null> {
    return (await readsDraftsOf(ctx, plan.row)) ? documentFacts(ctx, plan.row) : null;
  }

  @FieldResolver(() => [DecisionFile], { description: 'The scan of the decision that issues it.' })
  async scans(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<DecisionFile[]> {
    return (await scansOf(ctx, plan.id)).map(({ sha256, name, mediaType, bytes }) => ({
      sha256,
      name,
      mediaType,
      bytes,
    }));
  }
}

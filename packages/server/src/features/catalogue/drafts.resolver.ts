import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connect, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { Procedure, ProcedureInput } from './catalogue.types.ts';
import { countDrafts, isDraftKey, latestDrafts, type DraftKey, type DraftRow } from './drafts.queries.ts';
import { dropDraft, findDraft, publishDraft, saveDraft } from './drafts.service.ts';
import { KeptDraft, ProcedureDraftConnection } from './drafts.types.ts';
import { findProcedure } from './procedures.service.ts';

const SEEN = 'The version of the draft that the caller saw; another one is a CONFLICT.';

@Resolver(() => KeptDraft)
export class ProcedureDraftResolver {
  @Query(() => KeptDraft, { nullable: true, description: 'The draft of a code; null when there is none.' })
  async procedureDraft(@Arg('code', () => ID) code: string, @Ctx() ctx: Context): Promise<KeptDraft | null> {
    const found = await findDraft(ctx, code);
    return found && show(found);
  }

  @Query(() => ProcedureDraftConnection, {
    description: 'All drafts: first those that the caller began or saved last, each time the latest first.',
  })
  async procedureDrafts(
    @Arg('first', () => Int, { nullable: true, description: '50 unless given, at most 500.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: "A cursor of this connection's." }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<KeptDraft>> {
    const page = readPage(first, after, isDraftKey);
    const rows = await latestDrafts(ctx.read, ctx.provinceId, ctx.account?.id ?? null, page);
    const keys = new Map(rows.map(({ code, isOwn, changedBy }): [string, DraftKey] => [code, [isOwn, changedBy]]));
    return connect(
      rows.map(show),
      page,
      ({ code }): DraftKey => keys.get(code) ?? [false, ''],
      () => countDrafts(ctx.read, ctx.provinceId),
    );
  }

  @Mutation(() => KeptDraft, {
    description:
      'Keeps what is being written, over what is published. `input.expectedVersion` is the version of the procedure from which it was made. A CONFLICT tells each field as it is published, as the draft has it now, and as it would be.',
  })
  async saveProcedureDraft(
    @Arg('input', () => ProcedureInput, { description: 'As for saveProcedures; the name may still be empty.' })
    input: ProcedureInput,
    @Arg('expectedVersion', () => Int, { nullable: true, description: `${SEEN} 0: there was none.` })
    expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<KeptDraft> {
    return show(await saveDraft(ctx, input, expectedVersion ?? null));
  }

  @Mutation(() => ID, { description: 'Forgets a draft, and gives its code; what is published stays as it is.' })
  dropProcedureDraft(
    @Arg('code', () => ID) code: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: SEEN }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<string> {
    return dropDraft(ctx, code, expectedVersion ?? null);
  }

  @Mutation(() => Procedure, {
    description:
      'Has a draft be what is published, as one step. What was published since it began stays where the draft did not touch it; a field that both changed is a CONFLICT, told as for saveProcedures.',
  })
  publishProcedureDraft(
    @Arg('code', () => ID) code: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: SEEN }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Procedure> {
    return publishDraft(ctx, code, expectedVersion ?? null);
  }

  @FieldResolver(() => Procedure, {
    nullable: true,
    description: 'What is published, as it reads on the day on which the draft is to hold; null for a new one.',
  })
  procedure(@Root() draft: KeptDraft, @Ctx() ctx: Context): Promise<Procedure | null> {
    return findProcedure(ctx, draft.code, { on: draft.textFrom });
  }
}

function show({ fields, ...row }: DraftRow): KeptDraft {
  const { decision, locator = null, ...said } = fields;
  return {
    ...row,
    ...said,
    locator,
    decision: decision
      ? { ...decision, effectiveOn: decision.effectiveOn ?? null, issuer: decision.issuer ?? null }
      : null,
  };
}

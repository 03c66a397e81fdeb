import { guidanceState, receiptState } from '@chi-tieu/shared/domain/matters/guidance';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, mapNodes, readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { reached } from '../../accounts/reach.service.ts';
import { Procedure } from '../../catalogue/catalogue.types.ts';
import { procedureById } from '../../catalogue/procedures.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today } from '../../units/units.service.ts';
import { Unit } from '../../units/units.types.ts';
import { stepsOfMatter } from '../log/log.service.ts';
import { MatterStep, showStep } from '../log/log.types.ts';
import type { GuidanceRow, QuestionRow } from './guidance.queries.ts';
import {
  earlierAnswersTo,
  editionsOfGuidance,
  guidanceWithId,
  pageOfGuidance,
  questionsOfGuidance,
  receiptsOf,
  receiversOfGuidance,
} from './guidance.service.ts';
import {
  Guidance,
  GuidanceConnection,
  GuidanceEdition,
  GuidanceQuestion,
  GuidanceReceipts,
  GuidanceReceiver,
  GuidanceState,
} from './guidance.types.ts';
import { messagesAbout } from '../telling/telling.service.ts';
import { handsOfCaller } from './sides.service.ts';

/** Guidance as GraphQL shows it. */
export function showGuidance(row: GuidanceRow): Guidance {
  const { id, version, edition, number, dated, title, body, acknowledgeBy, withdrawnOn, by, at } = row;
  const said = { number, dated, title, text: body, acknowledgeBy, withdrawnOn, by, at };
  return { id, version, edition, state: guidanceState(row), ...said, row };
}

@Resolver(() => Guidance)
export class GuidanceResolver {
  @Query(() => GuidanceConnection, { description: 'Guidance within reach, newest first.' })
  async guidanceList(
    @Arg('unit', () => ID, {
      nullable: true,
      description: 'A code: sent to it, to those that it succeeded and to all below, or given by these.',
    })
    unit: string | null,
    @Arg('procedure', () => ID, { nullable: true, description: 'About the procedure of this code alone.' })
    procedure: string | null,
    @Arg('state', () => GuidanceState, { nullable: true, description: 'In this state alone.' })
    state: GuidanceState | null,
    @Arg('overdue', () => Boolean, {
      defaultValue: false,
      description:
        'That alone of which somebody within reach did not take note in time: with `unit` a receiver of these, or any where one of these gives it.',
    })
    overdue: boolean,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Guidance>> {
    const inForce = state ? state === 'IN_FORCE' : null;
    const given = { unit: unit ?? null, procedure: procedure ?? null, inForce, overdue };
    return mapNodes(await pageOfGuidance(ctx, given, readPage(first, after, isNumberKey)), showGuidance);
  }

  @Query(() => Guidance, { nullable: true, description: 'One guidance; null where there is none within reach.' })
  async guidance(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Guidance | null> {
    const row = await guidanceWithId(ctx, id);
    return row && showGuidance(row);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit in whose name it is given.' })
  leadUnit(@Root() { row }: Guidance, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.leadUnitId, today(ctx));
  }

  @FieldResolver(() => [Procedure], { description: 'The procedures that it is about.' })
  async procedures(@Root() { row }: Guidance, @Ctx() ctx: Context): Promise<Procedure[]> {
    const found = await Promise.all(row.procedureIds.map((id) => procedureById(ctx, id)));
    return found.filter((one) => one !== null);
  }

  @FieldResolver(() => GuidanceReceipts, { description: 'How its receivers within reach stand to it.' })
  receipts(@Root() { row }: Guidance, @Ctx() ctx: Context): Promise<GuidanceReceipts> {
    return receiptsOf(ctx, row);
  }

  @FieldResolver(() => [GuidanceReceiver], { description: 'Its receivers within reach.' })
  async receivers(@Root() { id, row }: Guidance, @Ctx() ctx: Context): Promise<GuidanceReceiver[]> {
    const [hands, day] = [await handsOfCaller(ctx), today(ctx)];
    return Promise.all(
      (await receiversOfGuidance(ctx, id)).map(async ({ unitId, edition, acknowledgedOn, by }) => ({
        unit: await unitAsKnown(ctx, unitId, day),
        state: receiptState(row, edition, day),
        ...{ edition, acknowledgedOn, by, answers: hands.speaksFor(unitId) },
        messages: await messagesAbout(ctx, 'GUIDANCE', { id, unitId }),
      })),
    );
  }

  @FieldResolver(() => [GuidanceQuestion], {
    description: 'What was asked, what the caller may read of it, oldest first.',
  })
  async questions(@Root() { id, row }: Guidance, @Ctx() ctx: Context): Promise<GuidanceQuestion[]> {
    return Promise.all((await questionsOfGuidance(ctx, id)).map((one) => showQuestion(ctx, row, one)));
  }

  @FieldResolver(() => [GuidanceEdition], { description: 'Its editions, the latest first.' })
  async editions(@Root() { id }: Guidance, @Ctx() ctx: Context): Promise<GuidanceEdition[]> {
    return (await editionsOfGuidance(ctx, id)).map(({ body, ...one }) => ({ ...one, text: body }));
  }

  @FieldResolver(() => [MatterStep], { description: 'What was done, what the caller may read of it, oldest first.' })
  async steps(@Root() { id }: Guidance, @Ctx() ctx: Context): Promise<MatterStep[]> {
    return (await stepsOfMatter(ctx, 'GUIDANCE', id)).map(showStep);
  }

  @FieldResolver(() => Boolean, { description: 'The caller gives it: changes, withdraws and answers.' })
  async given(@Root() { row }: Guidance, @Ctx() ctx: Context): Promise<boolean> {
    return (await handsOfCaller(ctx)).gives(row);
  }
}

/** A question of another unit that is made public is read without who asked it. */
async function showQuestion(ctx: Context, guidance: GuidanceRow, row: QuestionRow): Promise<GuidanceQuestion> {
  const { id, version, body, askedOn, answer, answeredOn, isPublic, unitId } = row;
  const reads = await reached(ctx, 'matter.read');
  const knows = reads === 'ALL' || reads.has(unitId) || (await handsOfCaller(ctx)).gives(guidance);
  const unit = knows ? await unitAsKnown(ctx, unitId, today(ctx)) : null;
  const earlier = (await earlierAnswersTo(ctx, row)).map((one) => {
    return { edition: one.edition, text: one.body, answeredOn: one.answeredOn, public: one.isPublic };
  });
  return { id, version, text: body, askedOn, answer, answeredOn, public: isPublic, earlier, unit, row };
}

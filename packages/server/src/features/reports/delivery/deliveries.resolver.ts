import { attainmentStatus, ratePercent } from '@chi-tieu/shared/domain/rate';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { Report } from '../reports.types.ts';
import { showReport } from '../show-report.ts';
import { deliverReport } from './deliver.service.ts';
import { ReportDelivery } from './deliveries.types.ts';
import { deliveriesSeen, receiveReport, type DeliverySeen } from './receive.service.ts';

/** Who got a published report. */
@Resolver(() => Report)
export class ReportDeliveryResolver {
  @FieldResolver(() => [ReportDelivery], {
    description: 'Which units got it: all for who works on reports, else those that the caller speaks for.',
  })
  async deliveries(@Root() { row }: Report, @Ctx() ctx: Context): Promise<ReportDelivery[]> {
    return (await deliveriesSeen(ctx, row)).map(showDelivery);
  }

  @Mutation(() => Report, {
    description:
      'Delivers a published report to units, each in its own scope. Publishing does so for those right below the province and whoever got the one that it replaces; who has it gets it no second time, but at addresses that are new.',
  })
  async deliverReport(
    @Arg('id', () => ID) id: string,
    @Arg('units', () => [ID], {
      nullable: true,
      description: 'Their codes, 1 to 500; those right below the province and whoever got a replaced one unless told.',
    })
    units: string[] | null,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    return showReport(ctx, await deliverReport(ctx, id, units ?? null));
  }

  @Mutation(() => ReportDelivery, { description: 'Takes note of a report for the unit that got it.' })
  async receiveReport(
    @Arg('id', () => ID, { description: 'The number of the delivery.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<ReportDelivery> {
    return showDelivery(await receiveReport(ctx, id));
  }
}

function showDelivery({
  id,
  content,
  sha256,
  at,
  receivedAt,
  receivedBy,
  messages,
  isMine,
}: DeliverySeen): ReportDelivery {
  return {
    ...{ id, sha256, at, receivedAt, receivedBy },
    receivable: isMine && receivedAt === null,
    messages: messages.map(({ state, count }) => ({ state, count })),
    replaces: content.replaces ?? null,
    rows: content.rows.map(({ code, name, depth, reference, target, ...counts }) => ({
      ...{ code, name, depth, reference, ...counts },
      rate: ratePercent(counts),
      target: target === null ? null : target / 100,
      status: attainmentStatus(counts, target),
    })),
  };
}

import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { nameOfDays, periodName } from '@chi-tieu/shared/domain/periods/periods';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import { mapNodes, readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { publicPage } from '../../public-page/switch.service.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { indicatorOf } from '../../rates/indicator-of.service.ts';
import { Attainment, Indicator } from '../../rates/rates.types.ts';
import { ClosedPeriod, ClosedPeriodConnection, Figure, PeriodCorrection } from '../figures.types.ts';
import { showFigure } from '../show-figure.service.ts';
import type { ClosedPeriodRow } from './periods.queries.ts';
import { corrections } from './corrections.service.ts';
import { PUBLIC_PATH, publicPathOf } from './public-path.service.ts';
import {
  closedPeriods,
  closePeriod,
  differingUnits,
  isClosingId,
  publishedFigures,
  reopenPeriod,
} from './periods.service.ts';

function showClosing(ctx: Context, row: ClosedPeriodRow): ClosedPeriod {
  const { id, from, to, knownAt, closedAt, closedBy, reopenedAt, reopenedBy, reason, figures } = row;
  const named = nameOfDays({ from, to });
  const name = named ? periodName(named, ctx.locale) : `${formatDay(from)} – ${formatDay(to)}`;
  return { id, from, to, name, knownAt, closedAt, closedBy, reopenedAt, reopenedBy, reason, figures, row };
}

@Resolver(() => ClosedPeriod)
export class ClosedPeriodResolver {
  @Query(() => ClosedPeriodConnection, {
    description: 'Periods that were closed, the latest first; reopened ones too.',
  })
  async closedPeriods(
    @Arg('indicator', () => ID, { nullable: true }) indicator: string | null,
    @Arg('from', () => DateScalar, { nullable: true, description: 'Exactly this first day.' }) from: string | null,
    @Arg('to', () => DateScalar, { nullable: true, description: 'Exactly this last day.' }) to: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<ClosedPeriod>> {
    const asked = { indicator: indicator ?? null, from: from ?? null, to: to ?? null };
    const page = await closedPeriods(ctx, asked, readPage(first, after, isClosingId));
    return mapNodes(page, (row) => showClosing(ctx, row));
  }

  @Mutation(() => ClosedPeriod, {
    description:
      'Closes a period that is over: every unit’s figure, for itself and with those below, is kept as known now and published. Closed already: CONFLICT.',
  })
  async closePeriod(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Ctx() ctx: Context,
  ): Promise<ClosedPeriod> {
    return showClosing(ctx, await closePeriod(ctx, { indicator, from, to }));
  }

  @Mutation(() => ClosedPeriod, {
    description: 'Reopens a closed period. Its figures stay kept, and are published no more.',
  })
  async reopenPeriod(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: '1 to 1,000 characters.' }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<ClosedPeriod> {
    return showClosing(ctx, await reopenPeriod(ctx, id, reason));
  }

  @FieldResolver(() => Indicator, { description: 'What was published.' })
  indicator(@Root() { row }: ClosedPeriod, @Ctx() ctx: Context): Promise<Indicator> {
    return indicatorOf(ctx, row.indicatorId, row.knownAt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where anybody may see what was published; null where that is switched off, and once it was reopened.',
  })
  async publicPath(@Root() { row }: ClosedPeriod, @Ctx() ctx: Context): Promise<string | null> {
    if (row.reopenedAt || !(await publicPage(ctx)).isOn) return null;
    const { code } = await indicatorOf(ctx, row.indicatorId);
    return `${PUBLIC_PATH}/${publicPathOf(code, row)}`;
  }

  @FieldResolver(() => [PeriodCorrection], {
    description:
      'What came into it since, the latest first: what was booked, and where the definition was switched how it counts otherwise. Of a definition that books nothing (the period’s end decides, or services) what each cause makes, as of now. Whole, it sums to what the province counts more than it was published with.',
  })
  corrections(
    @Root() { row }: ClosedPeriod,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Ctx() ctx: Context,
  ): Promise<PeriodCorrection[]> {
    return corrections(ctx, row, readPage(first, null, (key): key is string => typeof key === 'string').first);
  }

  @FieldResolver(() => [Figure], {
    description:
      'What units were published with that have another figure today, each with those below it, in the order of the codes.',
  })
  async differing(@Root() { row }: ClosedPeriod, @Ctx() ctx: Context): Promise<Figure[]> {
    return (await differingUnits(ctx, row)).map(showFigure);
  }
}

@Resolver(() => Attainment)
export class PublishedResolver {
  @FieldResolver(() => Figure, {
    nullable: true,
    description:
      'What was published, where exactly this period is closed, as known at `knownAt`; null where it is not.',
  })
  async published(@Root() { question, unit }: Attainment, @Ctx() ctx: Context): Promise<Figure | null> {
    const found = (await publishedFigures(ctx, question)).get(unit.unitId);
    return found ? showFigure(found) : null;
  }
}

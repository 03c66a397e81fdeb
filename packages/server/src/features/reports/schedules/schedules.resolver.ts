import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { nameOfDays, periodName } from '@chi-tieu/shared/domain/periods/periods';
import type { ReportKind as KindName } from '@chi-tieu/shared/domain/report/facts';
import { dueDayOf, nextPeriod } from '@chi-tieu/shared/domain/report/schedule';
import type { Context } from '../../../app/context.ts';
import { errorText } from '../../../app/errors.ts';
import { ERROR_TEXTS, type ErrorText } from '../../../app/error-texts.ts';
import { allIndicators } from '../../rates/rates.service.ts';
import { Indicator } from '../../rates/rates.types.ts';
import { today } from '../../units/units.service.ts';
import { ReportKind } from '../reports.types.ts';
import type { RunRow } from './schedules.queries.ts';
import { deleteReportSchedule, reportSchedules, saveReportSchedule, type Schedule } from './schedules.service.ts';
import { ReportSchedule, type ReportRun } from './schedules.types.ts';

/** When reports are drawn up by themselves. */
@Resolver(() => ReportSchedule)
export class ReportScheduleResolver {
  @Query(() => [ReportSchedule], { description: 'When reports are drawn up by themselves, and what came of it.' })
  async reportSchedules(@Ctx() ctx: Context): Promise<ReportSchedule[]> {
    return (await reportSchedules(ctx)).map((row) => showSchedule(ctx, row));
  }

  @Mutation(() => ReportSchedule, {
    description:
      'Keeps when the reports of a kind are drawn up, from now on in the caller’s name. What failed by it is tried again.',
  })
  async saveReportSchedule(
    @Arg('kind', () => ReportKind, { description: 'Of which reports.' }) kind: KindName,
    @Arg('indicator', () => ID, { description: "An indicator's code." }) indicator: string,
    @Arg('daysAfter', () => Int, { description: 'So many days after the period’s last one, 60 at the most.' })
    daysAfter: number,
    @Arg('active', () => Boolean, { description: 'Whether it is on.' }) active: boolean,
    @Arg('expectedVersion', () => Int, {
      description: 'The version that the caller saw, 0 for none yet; another one is a CONFLICT.',
    })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<ReportSchedule> {
    return showSchedule(ctx, await saveReportSchedule(ctx, { kind, indicator, daysAfter, active }, expectedVersion));
  }

  @Mutation(() => Boolean, {
    description: 'Deletes a schedule, with what was due by it; the reports that it drew up stay.',
  })
  async deleteReportSchedule(
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that the caller saw; another one is a CONFLICT.' })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    await deleteReportSchedule(ctx, id, expectedVersion);
    return true;
  }

  @FieldResolver(() => Indicator, { description: 'Of which indicator.' })
  async indicator(@Root() { row }: ReportSchedule, @Ctx() ctx: Context): Promise<Indicator> {
    const found = (await allIndicators(ctx)).find(({ id }) => id === row.indicatorId);
    if (!found) throw new Error(`no indicator ${row.indicatorId}`);
    return found;
  }
}

function showSchedule(ctx: Context, row: Schedule): ReportSchedule {
  const { id, kind, daysAfter, active, version, keeper, runs } = row;
  const next = active ? nextPeriod(row, ctx.app.now(), today(ctx)) : null;
  return {
    ...{ id: String(id), kind, daysAfter, active, version, keeper, row },
    nextOn: next && dueDayOf(row, next),
    nextName: next && nameIn(ctx, next),
    runs: runs.map((run) => showRun(ctx, run)),
  };
}

function showRun(ctx: Context, run: RunRow): ReportRun {
  const { id, dueAt, state, failure, failureParams, reportId } = run;
  const isKnown = (text: string): text is ErrorText => Object.hasOwn(ERROR_TEXTS, text);
  const why = failure !== null && isKnown(failure) ? errorText(failure, failureParams, ctx.locale) : failure;
  return { id, name: nameIn(ctx, run), dueAt, state, failure: why, report: reportId };
}

function nameIn(ctx: Context, days: { from: string; to: string }): string {
  const period = nameOfDays(days);
  return period ? periodName(period, ctx.locale) : `${days.from} – ${days.to}`;
}

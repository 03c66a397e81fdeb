import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { REPORT_PLACES, TABLE_PLACES } from '@chi-tieu/shared/domain/report/places';
import type { ReportKind as KindName } from '@chi-tieu/shared/domain/report/facts';
import { mapNodes, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { DateScalar } from '../../app/scalars.ts';
import { allIndicators } from '../rates/rates.service.ts';
import { Indicator } from '../rates/rates.types.ts';
import { filesOfReport } from './files.queries.ts';
import { createReport, redrawReportAnew, wordReport } from './draw.service.ts';
import { ReportMoved } from './moved.types.ts';
import { moveReport, publishWhole } from './move.service.ts';
import { isWithdrawable, possibleMoves } from './possible.service.ts';
import { replaceReport } from './replace.service.ts';
import {
  existingReport,
  isReportId,
  movedSince,
  reportById,
  reportSteps,
  reportsWithinSight,
  standingClosing,
} from './reports.service.ts';
import {
  Report,
  ReportConnection,
  ReportContent,
  ReportFile,
  ReportInput,
  ReportKind,
  ReportState,
  ReportStep,
  type WayName,
} from './reports.types.ts';
import { ReportTemplate, ReportWordsInput } from './templates.types.ts';
import { showContent, showDifference, showReport } from './show-report.ts';
import { saveTemplate, templateInUse, type TemplateInUse } from './templates.service.ts';

const SAW = 'The version that the caller saw; another one is a CONFLICT.';

/** Reports to the chairman: drawn up, worded, approved, published. */
@Resolver(() => Report)
export class ReportResolver {
  @Query(() => [Report], {
    description:
      'Reports that the caller may read but drafts that were given up, that of the latest period first, 500 at the most; reportPages gives all of them.',
  })
  async reports(
    @Arg('year', () => Int, { nullable: true, description: 'Those of periods that end in this year alone.' })
    year: number | null,
    @Ctx() ctx: Context,
  ): Promise<Report[]> {
    const page = await reportsWithinSight(ctx, { year: year ?? null, indicator: null }, { first: 500, after: null });
    return mapNodes(page, (row) => showReport(ctx, row)).nodes;
  }

  @Query(() => ReportConnection, {
    description: 'The same by the page; what replaces another stands before it.',
  })
  async reportPages(
    @Arg('year', () => Int, { nullable: true, description: 'Those of periods that end in this year alone.' })
    year: number | null,
    @Arg('indicator', () => ID, { nullable: true, description: "An indicator's code: those of it alone." })
    indicator: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Report>> {
    const asked = { year: year ?? null, indicator: indicator ?? null };
    const page = await reportsWithinSight(ctx, asked, readPage(first, after, isReportId));
    return mapNodes(page, (row) => showReport(ctx, row));
  }

  @Query(() => Report, {
    nullable: true,
    description: 'One report; null where there is none that the caller may read.',
  })
  async report(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Report | null> {
    const row = await reportById(ctx, id);
    return row && showReport(ctx, row);
  }

  @Mutation(() => Report, {
    description:
      'Draws up the report of a period: its figures are cited at one sealed moment, that of its closing where it is closed. There is one of each: CONFLICT.',
  })
  async createReport(
    @Arg('input', () => ReportInput, { description: 'Of which period.' }) input: ReportInput,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    const { kind, from, to, indicator = null, knownAt = null, unit = null } = input;
    return showReport(ctx, await createReport(ctx, { kind, from, to, indicator, knownAt, unit }));
  }

  @Mutation(() => Report, {
    description: 'Draws a draft up anew at another moment; `content.redrawn` says what that changed.',
  })
  async redrawReport(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: SAW }) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    return showReport(ctx, await redrawReportAnew(ctx, id, expectedVersion));
  }

  @Mutation(() => Report, {
    description: 'Overwrites a sentence of a draft; a place that nobody knows is refused by name.',
  })
  async wordReport(
    @Arg('id', () => ID) id: string,
    @Arg('sentence', () => String, { description: 'Its key.' }) sentence: string,
    @Arg('text', () => String, { nullable: true, description: 'With named places; null: as the template says it.' })
    text: string | null,
    @Arg('expectedVersion', () => Int, { description: SAW }) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    return showReport(ctx, await wordReport(ctx, id, { sentence, text: text ?? null }, expectedVersion));
  }

  @Mutation(() => Report, {
    description:
      'Moves a report on, or back to be a draft. Publishing closes its period at its moment. Of a period that is not over, or of which there are no data, there are drafts alone. Who may not approve takes back what they wrote themselves alone.',
  })
  async moveReport(
    @Arg('id', () => ID) id: string,
    @Arg('to', () => ReportState, { description: 'Where to.' }) to: WayName,
    @Arg('expectedVersion', () => Int, { description: SAW }) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true, description: 'Why it goes back; needed there, but of one’s own.' })
    reason: string | null,
    @Arg('number', () => String, { nullable: true, description: 'Under which number it is published.' })
    number: string | null,
    @Arg('dated', () => DateScalar, { nullable: true, description: 'The day that it bears; today unless told.' })
    dated: string | null,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    const move = { to, expectedVersion, reason: reason ?? null, number: number ?? null, dated: dated ?? null };
    return showReport(ctx, await moveReport(ctx, id, move));
  }

  @Mutation(() => Report, {
    description:
      'Gives a draft up: it stays with its steps, is in no list, and another one of its period can be drawn up.',
  })
  async giveUpReport(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'Why.' }) reason: string,
    @Arg('expectedVersion', () => Int, { description: SAW }) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    const move = { to: 'GIVEN_UP', expectedVersion, reason, number: null, dated: null } as const;
    return showReport(ctx, await moveReport(ctx, id, move));
  }

  @Mutation(() => Report, {
    description:
      'Publishes an approved report, and closes its period at its moment; where duties are not separated it submits and approves it too, in one change. A number that another published report of its year bears is refused.',
  })
  async publishReport(
    @Arg('id', () => ID) id: string,
    @Arg('number', () => String, { nullable: true, description: 'Under which number it is published.' })
    number: string | null,
    @Arg('dated', () => DateScalar, { nullable: true, description: 'The day that it bears; today unless told.' })
    dated: string | null,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'The version that the caller saw; another one is a CONFLICT. Whichever it is unless told.',
    })
    expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    const told = { number: number ?? null, dated: dated ?? null, expectedVersion: expectedVersion ?? null };
    return showReport(ctx, await publishWhole(ctx, id, told));
  }

  @Mutation(() => Report, {
    description:
      'Draws up the report that is to replace a published one, of the same period and in its words: it says which one, why, and what differs. Each is replaced once: CONFLICT.',
  })
  async replaceReport(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'Why; it stands in the new report.' }) reason: string,
    @Arg('takesNewFigures', () => Boolean, {
      description:
        'The figures of now, though the period is closed: publishing opens that closing again and closes anew. Else those of the closing that stands.',
    })
    takesNewFigures: boolean,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    return showReport(ctx, await replaceReport(ctx, id, { why: reason, takesNewFigures }));
  }

  @FieldResolver(() => Report, { nullable: true, description: 'The published report that it replaces.' })
  async replaces(@Root() { row }: Report, @Ctx() ctx: Context): Promise<Report | null> {
    const found = row.replacesId === null ? null : await reportById(ctx, row.replacesId);
    return found && showReport(ctx, found);
  }

  @FieldResolver(() => Report, {
    nullable: true,
    description:
      'The report that replaces it; while that is no published one it still stands, and only who works on reports knows.',
  })
  async replacedBy(@Root() { row }: Report, @Ctx() ctx: Context): Promise<Report | null> {
    const found = row.replacedById === null ? null : await reportById(ctx, row.replacedById);
    return found && showReport(ctx, found);
  }

  @FieldResolver(() => Indicator, { description: 'What it tells of.' })
  async indicator(@Root() { row }: Report, @Ctx() ctx: Context): Promise<Indicator> {
    const found = (await allIndicators(ctx)).find(({ id }) => id === row.indicatorId);
    if (!found) throw new Error(`no indicator ${row.indicatorId}`);
    return found;
  }

  @FieldResolver(() => ReportContent, { description: 'Everything that it says.' })
  async content(@Root() { id }: Report, @Ctx() ctx: Context): Promise<ReportContent> {
    return showContent(await existingReport(ctx, id));
  }

  @FieldResolver(() => [ReportMoved], {
    description:
      'Which of its numbers read otherwise now, of all that it cites (own, year so far beside its mark, period before, form II.06a), the province first; the page of each figure explains why.',
  })
  async moved(@Root() { id }: Report, @Ctx() ctx: Context): Promise<ReportMoved[]> {
    const found = await movedSince(ctx, await existingReport(ctx, id));
    return found.map((one) => showDifference(one, true));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether its period stands closed at its own moment; null: it is not closed.',
  })
  async closedWithIt(@Root() { row }: Report, @Ctx() ctx: Context): Promise<boolean | null> {
    const closing = await standingClosing(ctx, row);
    return closing && closing.knownAt.getTime() === row.knownAt.getTime();
  }

  @FieldResolver(() => [ReportState], { description: 'Where the caller may move it by right.' })
  async possible(@Root() { row }: Report, @Ctx() ctx: Context): Promise<WayName[]> {
    return possibleMoves(ctx, row);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller takes it back as their own work, without a reason, when they make it a draft again.',
  })
  withdrawable(@Root() { row }: Report, @Ctx() ctx: Context): Promise<boolean> {
    return isWithdrawable(ctx, row);
  }

  @FieldResolver(() => [ReportStep], {
    description: 'What was done about it, oldest first; reasons are for who works on it.',
  })
  async steps(@Root() { row }: Report, @Ctx() ctx: Context): Promise<ReportStep[]> {
    return reportSteps(ctx, row);
  }

  @FieldResolver(() => [ReportFile], {
    description: 'Its files once it is published; GET /reports/ID.docx gives one, of drafts too.',
  })
  files(@Root() { id }: Report, @Ctx() ctx: Context): Promise<ReportFile[]> {
    return filesOfReport(ctx.read, id);
  }
}

function showTemplate({ words, ...told }: TemplateInUse): ReportTemplate {
  const { sections, superiorBody, body, recipients, signature, ...texts } = words;
  const shown = {
    ...texts,
    ...{ superiorBody: [...superiorBody], body: [...body], recipients: [...recipients], signature: [...signature] },
    sections: sections.map(({ heading, sentences }) => ({ heading, sentences: [...sentences] })),
  };
  return { ...told, words: shown, places: [...REPORT_PLACES], tables: [...TABLE_PLACES] };
}

/** The words that reports are drawn up with. */
@Resolver(() => ReportTemplate)
export class ReportTemplateResolver {
  @Query(() => ReportTemplate, { description: 'The words that reports of a kind are drawn up with.' })
  async reportTemplate(
    @Arg('kind', () => ReportKind, { description: 'Of which reports.' }) kind: KindName,
    @Ctx() ctx: Context,
  ): Promise<ReportTemplate> {
    return showTemplate(await templateInUse(ctx, kind));
  }

  @Mutation(() => ReportTemplate, {
    description: 'Keeps the next version of the words of a kind; a place that nobody knows is refused by name.',
  })
  async saveReportTemplate(
    @Arg('kind', () => ReportKind, { description: 'Of which reports.' }) kind: KindName,
    @Arg('words', () => ReportWordsInput, { description: 'All words.' }) words: ReportWordsInput,
    @Arg('expectedVersion', () => Int, { description: SAW }) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<ReportTemplate> {
    return showTemplate(await saveTemplate(ctx, kind, words, expectedVersion));
  }
}

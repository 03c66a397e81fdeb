import { randomUUID } from 'node:crypto';
import { isOver } from '@chi-tieu/shared/domain/periods/periods';
import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { needProvince } from '../../accounts/reach.service.ts';
import { attainmentTable, checkPeriod, indicatorByCode, type AttainmentQuestion } from '../../rates/rates.service.ts';
import { indicatorOf } from '../../rates/indicator-of.service.ts';
import { today } from '../../units/units.service.ts';
import { figuresOfClosing, insertFigures, type CitedFigure, type FigureRow } from '../figures.queries.ts';
import { digestOf, figureToKeep, SCOPES, sealed } from '../figures.service.ts';
import {
  bindFigures,
  countClosings,
  findClosing,
  holdStanding,
  insertClosing,
  listClosings,
  reopenClosing,
  type ClosedPeriodRow,
  type ClosingFilter,
} from './periods.queries.ts';

export type PeriodOfIndicator = Pick<AttainmentQuestion, 'indicator' | 'from' | 'to'>;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a cursor among closings holds. */
export const isClosingId = (key: unknown): key is string => typeof key === 'string' && UUID.test(key);

/** A page of the closings of an indicator, or of all, the latest first. */
export async function closedPeriods(
  ctx: Context,
  { indicator, ...days }: { indicator: string | null; from: string | null; to: string | null },
  page: Page<string>,
): Promise<Connection<ClosedPeriodRow>> {
  const indicatorId = indicator === null ? null : (await indicatorByCode(ctx, indicator)).id;
  const filter: ClosingFilter = { indicatorId, ...days };
  const rows = await listClosings(ctx.read, ctx.provinceId, filter, page);
  return connect(
    rows,
    page,
    ({ id }) => id,
    () => countClosings(ctx.read, ctx.provinceId, filter),
  );
}

/** The closing of exactly these days that stands now; null where they are not closed. */
export async function closingThatStands(
  ctx: Context,
  indicatorId: number,
  { from, to }: { from: string; to: string },
): Promise<ClosedPeriodRow | null> {
  const filter: ClosingFilter = { indicatorId, from, to, stoodAt: null };
  return findClosing(ctx.read, ctx.provinceId, filter);
}

/**
 * Closes a period that is over: keeps every unit's figure, for itself and with those below it, as known at one sealed moment. Who comes
 * second is refused.
 */
export async function closePeriod(ctx: Context, asked: PeriodOfIndicator): Promise<ClosedPeriodRow> {
  const prepared = await prepareClosing(ctx, asked, null);
  await ctx.write('closePeriod', (tx) => keepClosing(tx, ctx, prepared));
  return closingWith(ctx, prepared.id);
}

/** A period about to be closed, with the figures that it is published with. */
export interface PreparedClosing {
  id: string;
  asked: PeriodOfIndicator;
  figures: FigureRow[];
}

/** What closing a period that is over at a sealed moment (null: the last one) publishes; for who may close it. */
export async function prepareClosing(
  ctx: Context,
  asked: PeriodOfIndicator,
  knownAt: Date | null,
): Promise<PreparedClosing> {
  await needProvince(ctx, 'period.close');
  checkPeriod(asked.from, asked.to);
  if (!isOver(asked, today(ctx))) throw badInput('to', 'period.notOver', { to: asked.to });
  const figures = await figuresToPublish(ctx, asked, knownAt);
  if (figures.length === 0) throw badInput('to', 'period.noUnits', {});
  return { id: randomUUID(), asked, figures };
}

/** Closes it within a change. Who comes second is refused. */
export async function keepClosing(
  tx: Writer,
  { provinceId }: Pick<Context, 'provinceId'>,
  { id, asked, figures }: PreparedClosing,
): Promise<void> {
  const [first] = figures;
  if (!first) throw new Error('nothing to close a period with');
  const { indicatorId, from, to, knownAt } = first;
  const sha256 = digestOf(figures);
  await insertClosing(tx, provinceId, { id, indicatorId, from, to, knownAt, sha256 });
  await insertFigures(tx, provinceId, figures);
  await bindFigures(
    tx,
    id,
    figures.map(({ reference }) => reference),
  );
  tx.audit({
    what: 'PERIOD_CLOSED',
    about: { kind: 'PERIOD', id },
    unitId: provinceId,
    after: { ...asked, knownAt: knownAt.toISOString(), figures: figures.length, sha256 },
  });
}

async function figuresToPublish(ctx: Context, asked: PeriodOfIndicator, knownAt: Date | null): Promise<FigureRow[]> {
  const figures: FigureRow[] = [];
  for (const scope of SCOPES) {
    const question = await sealed(ctx, { ...asked, scope, knownAt });
    const table = await attainmentTable(ctx, question);
    for (const { unitId } of table.tree.alive()) figures.push(figureToKeep(ctx, table, question, unitId));
  }
  return figures;
}

const LONGEST_REASON = 1_000;

/** Reopens a closed period, with a reason. What was published with it stays kept, and is published no more. */
export async function reopenPeriod(ctx: Context, id: string, given: string): Promise<ClosedPeriodRow> {
  await needProvince(ctx, 'period.close');
  const reason = given.normalize('NFC').trim();
  if (reason === '' || reason.length > LONGEST_REASON || reason.includes('\0'))
    throw badInput('reason', 'period.reason', { most: LONGEST_REASON });
  const period = await closingWith(ctx, id);
  await ctx.write('reopenPeriod', (tx) => reopenWithin(tx, ctx, period, reason));
  return closingWith(ctx, id);
}

/** Reopens it within a change, for whoever was asked for the right to. */
export async function reopenWithin(
  tx: Writer,
  { provinceId }: Pick<Context, 'provinceId'>,
  { id, from, to }: Pick<ClosedPeriodRow, 'id' | 'from' | 'to'>,
  reason: string,
): Promise<void> {
  if (!(await reopenClosing(tx, provinceId, id, reason.slice(0, LONGEST_REASON))))
    throw conflict('period.reopened', {});
  tx.audit({ what: 'PERIOD_REOPENED', about: { kind: 'PERIOD', id }, unitId: provinceId, after: { from, to } });
}

/** A closing that goes on standing until the change is over; CONFLICT where it was opened again meanwhile. */
export async function holdClosing(tx: Writer, { provinceId }: Pick<Context, 'provinceId'>, id: string): Promise<void> {
  if (!(await holdStanding(tx, provinceId, id))) throw conflict('period.reopened', {});
}

async function closingWith(ctx: Context, id: string): Promise<ClosedPeriodRow> {
  const found = isClosingId(id) ? await findClosing(ctx.read, ctx.provinceId, { id }) : null;
  if (!found) throw notFound('period.unknown', {});
  return found;
}

/** How many units have another figure today than they were published with, each with those below it. */
export async function differingUnits(ctx: Context, period: ClosedPeriodRow): Promise<CitedFigure[]> {
  const { code } = await indicatorOf(ctx, period.indicatorId);
  const { from, to } = period;
  const now = await attainmentTable(ctx, { indicator: code, from, to, scope: 'SUBTREE', knownAt: null });
  const published = await ctx.once(`published ${period.id}`, () => figuresOfClosing(ctx.read, period.id));
  const found = published.filter((figure) => {
    const { numerator, denominator } = now.of(figure.unitId);
    return figure.scope === 'SUBTREE' && (numerator !== figure.numerator || denominator !== figure.denominator);
  });
  // From the province downwards, as the codes stand.
  const order = new Map(now.tree.alive().map(({ unitId }, at) => [unitId, at]));
  return found.sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0));
}

/**
 * What units were published with for exactly this question, where its period is closed (as known then); empty where it is not. Asked once
 * a request for all units.
 */
export function publishedFigures(ctx: Context, question: AttainmentQuestion): Promise<Map<number, CitedFigure>> {
  const { from, to, scope, knownAt } = question;
  const key = ['published', question.indicator, from, to, scope, knownAt?.toISOString() ?? 'now'].join('|');
  return ctx.once(key, async () => {
    const indicatorId = (await indicatorByCode(ctx, question.indicator)).id;
    const filter: ClosingFilter = { indicatorId, from, to, stoodAt: knownAt };
    const closing = await findClosing(ctx.read, ctx.provinceId, filter);
    const figures = closing ? await figuresOfClosing(ctx.read, closing.id) : [];
    return new Map(figures.filter((figure) => figure.scope === scope).map((figure) => [figure.unitId, figure]));
  });
}

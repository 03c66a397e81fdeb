import { verdict } from '@chi-tieu/shared/domain/eligibility';
import { connect, mapNodes, type Connection, type Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import type { CountedAs } from '../../app/enums.ts';
import { notFound } from '../../app/errors.ts';
import { need } from '../accounts/reach.service.ts';
import { procedurePart } from '../catalogue/procedure-part.service.ts';
import { findProcedure } from '../catalogue/procedures.service.ts';
import { receivingUnits, unitOfFigure } from '../rates/explain.service.ts';
import { ruleOf, type IndicatorRow } from '../rates/indicators.queries.ts';
import { attainmentTable, needDossiers, type AttainmentQuestion } from '../rates/rates.service.ts';
import {
  countDossiers,
  listDossiers,
  type DossierFacts,
  type DossierFilter,
  type DossierKey,
} from './drill-down.queries.ts';
import type { Dossier } from './dossiers.types.ts';
import { reasonText } from './reason-texts.ts';
import { statusText } from './status.service.ts';

/** A page of the dossiers behind a figure, with the figure's own totals. */
export type DossierPage = Connection<Dossier> & { numerator: number; denominator: number };

/** Which of the dossiers behind a figure are asked for; null: all of them. COUNTED: those of the denominator. */
export interface DossierChoice {
  countedAs: CountedAs | 'COUNTED' | null;
  /** A procedure's code: the figure is then what that procedure adds to it. */
  procedure: string | null;
}

/** The dossiers behind a figure: those counted so (or all three kinds), each with the reason. */
export async function dossiersBehind(
  ctx: Context,
  unit: string,
  question: AttainmentQuestion,
  { countedAs, procedure }: DossierChoice,
  page: Page<DossierKey>,
): Promise<DossierPage> {
  const found = await unitOfFigure(ctx, unit, question);
  const table = await attainmentTable(ctx, question);
  needDossiers(table.indicator, 'indicator');
  const units = await receivingUnits(ctx, found.version.unitId, question);
  await need(ctx, 'dossier.read', units.length > 0 ? units : [found.version.unitId]);
  const procedureId = procedure === null ? null : await requireProcedure(ctx, procedure);
  const { from, to, knownAt } = question;
  const filter: DossierFilter = { units, from, to, knownAt, countedAs, procedureId };
  const rows = await listDossiers(ctx.read, ctx.provinceId, table.indicator, filter, page);
  const shown = connect(
    rows,
    page,
    (row): DossierKey => [row.sortDay, row.id],
    () => countDossiers(ctx.read, ctx.provinceId, table.indicator, filter),
  );
  const { numerator, denominator } =
    procedureId === null
      ? table.of(found.version.unitId)
      : await procedurePart(ctx, procedureId, { ...question, unit });
  const show = (row: DossierFacts) => showDossier(ctx, row, table.indicator, question);
  return { ...mapNodes(shown, show), numerator, denominator };
}

async function requireProcedure(ctx: Context, code: string): Promise<number> {
  const found = await findProcedure(ctx, code);
  if (!found) throw notFound('procedure.unknown', { code: code.slice(0, 60) });
  return found.id;
}

function showDossier(
  ctx: Context,
  row: DossierFacts,
  indicator: IndicatorRow,
  { from, to }: AttainmentQuestion,
): Dossier {
  const { countedAs, reason } = verdict(
    ruleOf(indicator),
    row,
    { tier: row.tier, inForce: row.inForce, level: row.level },
    { from, to },
  );
  const { code, channel, status, receivedAt, dueAt, finishedAt, version, made, unitId, procedureId, receivedDay } = row;
  return {
    code,
    channel,
    status,
    receivedAt,
    dueAt,
    finishedAt,
    version,
    made,
    unitId,
    procedureId,
    receivedDay,
    countedAs,
    statusText: statusText(status, ctx.locale),
    reason: reasonText(reason, { locale: ctx.locale, indicator, row, from, to }),
  };
}

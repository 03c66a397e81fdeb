import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import { nameOfDays, periodName, type Days } from '@chi-tieu/shared/domain/periods/periods';
import { yearOf, yearStart } from '@chi-tieu/shared/domain/days';
import { attainmentStatus, missingToTarget, type AttainmentStatus, type Counts } from '@chi-tieu/shared/domain/rate';
import type { UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import type { Scope, UnitKind } from '../../app/enums.ts';
import { hasMadeDossiers } from '../dossiers/data-status.queries.ts';
import { listById } from '../catalogue/lists.service.ts';
import { figuresOfClosing, type CitedFigure } from '../figures/figures.queries.ts';
import { standingPeriods, type StandingPeriodRow } from '../figures/periods/periods.queries.ts';
import { publicPathOf } from '../figures/periods/public-path.service.ts';
import type { IndicatorRow } from '../rates/indicators.queries.ts';
import { allIndicators, attainmentTable } from '../rates/rates.service.ts';
import { ruleText } from '../rates/rule-text.service.ts';
import { unitTree } from '../units/units.service.ts';

/** A period that is published: its indicator, its days, what its address ends in. */
export interface PublishedPeriod {
  closing: StandingPeriodRow;
  indicator: { code: string; name: string };
  name: string;
  path: string;
}

/** What a unit was published with. */
export interface PublishedRow {
  reference: string;
  scope: Scope;
  code: string;
  name: string;
  kind: UnitKind;
  /** The code of the unit above; null: none. */
  parent: string | null;
  numerator: number;
  denominator: number;
  targetHundredths: number | null;
  status: AttainmentStatus;
  /** Dossiers that were missing to the target; null where there is none, or nothing to compare. */
  missing: number | null;
}

/** A published period with its figures, as anybody may see it. */
export interface PublishedTable {
  period: PublishedPeriod;
  /** The clause of the decision that the indicator implements, and its definition in a sentence. */
  clause: string | null;
  rule: string;
  /** What is counted: dossiers, or services and procedures once each. */
  counts: 'DOSSIERS' | 'SERVICES_USED' | 'SERVICES_OFFERED';
  /** The dossiers were made for a demonstration. */
  isMade: boolean;
  rows: PublishedRow[];
  /** What the province had counted from the year's beginning to the period's end, as known when it was closed; null where that is the period itself. */
  soFar: (Counts & { targetHundredths: number | null }) | null;
}

/** The periods that stand closed now, the one that ended last first; of those that end alike the longer one first. */
export async function publishedPeriods(ctx: Context): Promise<PublishedPeriod[]> {
  const [closings, indicators] = await Promise.all([standingPeriods(ctx.read, ctx.provinceId), allIndicators(ctx)]);
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return closings.flatMap((closing) => {
    const indicator = known.get(closing.indicatorId);
    return indicator ? [published(closing, indicator)] : [];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function published(closing: StandingPeriodRow, { code, name }: { code: string; name: string }): PublishedPeriod {
  return { closing, indicator: { code, name }, name: nameOf(closing), path: publicPathOf(code, closing) };
}

function nameOf({ from, to }: Days): string {
  const named = nameOfDays({ from, to });
  return named ? periodName(named, 'vi') : `${formatDay(from)} – ${formatDay(to)}`;
}

/** The figures of a published period, from the province downwards, with units as they were known when it was closed. */
export async function publishedTable(ctx: Context, period: PublishedPeriod): Promise<PublishedTable> {
  const { id, indicatorId, from, to, knownAt } = period.closing;
  const [tree, figures, definitions, isMade] = await Promise.all([
    unitTree(ctx, to, knownAt),
    figuresOfClosing(ctx.read, id),
    allIndicators(ctx, knownAt),
    hasMadeDossiers(ctx.figures, ctx.provinceId),
  ]);
  const definition = definitions.find((indicator) => indicator.id === indicatorId);
  if (!definition) throw new Error(`no definition of indicator ${indicatorId} was known when ${id} was closed`);
  const list = definition.listId === null ? null : await listById(ctx, definition.listId);
  const byUnit = new Map<number, CitedFigure[]>();
  // With all below first: it is the figure that is spoken of.
  for (const figure of figures.toSorted((a, b) => compare(b.scope, a.scope)))
    byUnit.set(figure.unitId, [...(byUnit.get(figure.unitId) ?? []), figure]);
  const rows = tree
    .alive()
    .flatMap((unit) =>
      (byUnit.get(unit.unitId) ?? []).map((figure) => rowOf(unit, figure, tree.byId(unit.parentId ?? 0)?.code ?? null)),
    );
  return {
    period,
    clause: definition.clause,
    counts: definition.counts,
    rule: ruleText(definition, list?.name ?? null, 'vi', { from, to }),
    isMade,
    rows,
    soFar: await soFarOf(ctx, period, definition),
  };
}

/** A year's target is no mark of one month: beside it stands what the year had brought. Nothing of what is not additive, which each period counts anew. */
async function soFarOf(
  ctx: Context,
  { closing: { from, to, knownAt }, indicator }: PublishedPeriod,
  definition: IndicatorRow,
): Promise<PublishedTable['soFar']> {
  const start = yearStart(yearOf(to));
  if (from <= start || definition.counts !== 'DOSSIERS') return null;
  const asked = { indicator: indicator.code, from: start, to, scope: 'SUBTREE', knownAt } as const;
  const { numerator, denominator, targetHundredths } = (await attainmentTable(ctx, asked)).of(ctx.provinceId);
  return { numerator, denominator, targetHundredths };
}

function rowOf(unit: UnitVersionRow, figure: CitedFigure, parent: string | null): PublishedRow {
  const { reference, scope, numerator, denominator, targetHundredths } = figure;
  const { code, name, kind } = unit;
  const compared = targetHundredths !== null && denominator > 0;
  return {
    ...{ reference, scope, code, name, kind, parent, numerator, denominator, targetHundredths },
    status: attainmentStatus(figure, targetHundredths),
    missing: compared ? missingToTarget(figure, targetHundredths) : null,
  };
}

import type { Day } from '@chi-tieu/shared/domain/days';
import { daysOf, nameOfDays, shifted } from '@chi-tieu/shared/domain/periods/periods';
import { movements, type Movement } from '@chi-tieu/shared/domain/ranking/movement';
import { rank, type Place } from '@chi-tieu/shared/domain/ranking/rank';
import type { Context } from '../../../app/context.ts';
import type { UnitKind } from '../../../app/enums.ts';
import { badInput } from '../../../app/errors.ts';
import { publishedFigures } from '../../figures/periods/periods.service.ts';
import {
  attainmentTable,
  attainmentUnits,
  type AttainmentQuestion,
  type AttainmentTable,
} from '../../rates/rates.service.ts';

/** What is to be ranked: units of one kind, by one indicator, in one period. */
export interface RankingQuestion extends AttainmentQuestion {
  kind: UnitKind;
  /** A code: those below it alone. */
  under: string | null;
  /** Units with fewer counted dossiers have no rank. */
  minimum: number;
}

/** A ranking, with the one of the period before. */
export interface Ranking {
  table: AttainmentTable;
  places: Place<number>[];
  /** The days of the period before, where there is one. */
  before: { from: Day; to: Day } | null;
  /** The ranks of then, of those that had one. */
  previous: ReadonlyMap<number, number>;
  movements: ReadonlyMap<number, Movement<number>>;
}

const MOST_MINIMUM = 1_000_000_000;

/**
 * The ranks of all units of a kind. Fractions are compared, never rounded; the rank before is that of the period before, with the figures with
 * which it was published where it is closed. Days that have no name have no period before.
 */
export async function rankingOf(ctx: Context, question: RankingQuestion): Promise<Ranking> {
  const { minimum } = question;
  if (minimum < 1 || minimum > MOST_MINIMUM) throw badInput('minimum', 'ranking.minimum', { most: MOST_MINIMUM });
  const { table, places } = await placesOf(ctx, question, false);
  const before = periodBefore(question);
  const earlier = before === null ? [] : (await placesOf(ctx, { ...question, ...before }, true)).places;
  const previous = new Map(earlier.flatMap(({ key, rank: was }) => (was === null ? [] : [[key, was] as const])));
  return { table, places, before, previous, movements: movements(earlier, places) };
}

async function placesOf(
  ctx: Context,
  question: RankingQuestion,
  asPublished: boolean,
): Promise<{ table: AttainmentTable; places: Place<number>[] }> {
  const { under, kind, minimum, to } = question;
  const table = await attainmentTable(ctx, question);
  const units = await attainmentUnits(ctx, table.tree, { under, kind, year: Number(to.slice(0, 4)), on: to });
  const published = asPublished ? await publishedFigures(ctx, question) : new Map<number, never>();
  const items = units.map((key) => {
    const { numerator, denominator } = published.get(key) ?? table.of(key);
    return { key, numerator, denominator };
  });
  return { table, places: rank(items, minimum) };
}

/** The days of the period of the same kind before. */
function periodBefore(days: { from: Day; to: Day }): { from: Day; to: Day } | null {
  const named = nameOfDays(days);
  if (named === null || named.year <= 3) return null;
  return daysOf(shifted(named, -1));
}

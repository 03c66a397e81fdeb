import { missingToTarget } from '@chi-tieu/shared/domain/rate';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { Outlook, OverviewQuery } from '@chi-tieu/shared/generated/graphql';

export type Child = NonNullable<NonNullable<OverviewQuery['unit']>['children']>[number];
export type YearForecast = NonNullable<Child['forecast']>;

/** A unit that somebody should speak to, and why. */
export interface Call {
  readonly unit: Pick<Child, 'code' | 'name'>;
  readonly outlook: Outlook;
  /** The month whose mark it is behind; null where it is not. */
  readonly month: number | null;
  /** How many dossiers are missing to that mark, else to the target. */
  readonly missing: number;
  /** Which unit below it takes most from it, and by how many dossiers; null where nothing below it does. */
  readonly drags: { readonly name: string; readonly gap: number } | null;
}

const BAD: readonly Outlook[] = ['IMPOSSIBLE', 'WILL_MISS', 'AT_RISK'];

/** Units behind their mark, and those whose year does not look well; those behind first, then the most dossiers missing. */
export function callsOf(children: readonly Child[]): Call[] {
  return children
    .flatMap(({ code, name, forecast }): Call[] => {
      if (!forecast) return [];
      const { milestone, outlook } = forecast;
      const isBehind = milestone?.behind === true;
      if (!isBehind && !BAD.includes(outlook)) return [];
      const missing = isBehind ? (milestone.missing ?? 0) : missingNow(forecast);
      return [
        { unit: { code, name }, outlook, month: isBehind ? milestone.month : null, missing, drags: dragsOf(forecast) },
      ];
    })
    .sort(
      (a, b) =>
        Number(b.month !== null) - Number(a.month !== null) ||
        b.missing - a.missing ||
        (a.unit.code < b.unit.code ? -1 : 1),
    );
}

function missingNow({ soFar }: YearForecast): number {
  return soFar.target == null ? 0 : missingToTarget(soFar, hundredthsOf(soFar.target) ?? 0);
}

function dragsOf({ contributions }: YearForecast): Call['drags'] {
  const [heaviest] = contributions.filter(({ own, gap }) => !own && gap > 0).sort((a, b) => b.gap - a.gap);
  return heaviest ? { name: heaviest.unit.name, gap: heaviest.gap } : null;
}

/** How many of some units are behind the mark of their last whole month; null where none has one. */
export function behindMarks(children: readonly Child[]): { behind: number; all: number; month: number } | null {
  const marked = children.flatMap(({ forecast }) => (forecast?.milestone ? [forecast.milestone] : []));
  const [first] = marked;
  if (!first) return null;
  return { behind: marked.filter(({ behind }) => behind).length, all: marked.length, month: first.month };
}

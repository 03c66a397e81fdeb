import type { Bridge } from '@chi-tieu/shared/domain/change/bridge';
import { shownRise } from '@chi-tieu/shared/domain/change/change-table';
import { hundredthsOf, sharedOut, sumOf, writeFraction } from '@chi-tieu/shared/domain/change/fraction';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import { attainmentStatus, ratePercent } from '@chi-tieu/shared/domain/rate';
import type { BridgeCause } from './bridge/bridge.service.ts';
import { isListed } from './changed-dossiers.service.ts';
import type { CitedFigure } from './figures.queries.ts';
import type { Figure, FigureBridge } from './figures.types.ts';

/** A kept figure as GraphQL shows it. */
export function showFigure(row: CitedFigure): Figure {
  const { reference, from, to, scope, knownAt, numerator, denominator, targetHundredths, sha256, at, by } = row;
  return {
    ...{ reference, from, to, scope, knownAt, numerator, denominator, sha256, by, row },
    citedAt: at,
    rate: ratePercent(row),
    target: targetHundredths === null ? null : percentOf(targetHundredths),
    status: attainmentStatus(row, targetHundredths),
  };
}

/** A bridge as GraphQL shows it: points are shared out so that what is shown sums too. */
export function showBridge({ parts, statusChangedBy }: Bridge<BridgeCause>): FigureBridge {
  const shares = parts.flatMap(({ share }) => (share === null ? [] : [share]));
  const isWhole = shares.length === parts.length;
  const whole = risenOver(parts) ?? hundredthsOf(sumOf(shares));
  const points = isWhole ? sharedOut(shares, whole) : [];
  return {
    points: isWhole ? whole / 100 : null,
    statusChangedBy,
    steps: parts.map(({ cause, numerator, denominator, after, share, status }, at) => ({
      ...{ cause, numerator, denominator },
      numeratorAfter: after.numerator,
      denominatorAfter: after.denominator,
      rateAfter: ratePercent(after),
      points: isWhole ? (points[at] ?? 0) / 100 : share && hundredthsOf(share) / 100,
      share: share && writeFraction(share),
      statusAfter: status,
      isListed: isListed(cause),
    })),
  };
}

/** What lies between both ends as they are shown. */
function risenOver(parts: Bridge<BridgeCause>['parts']): number | null {
  const [first, last] = [parts.at(0), parts.at(-1)];
  if (!first || !last) return null;
  const numerator = first.after.numerator - first.numerator;
  return shownRise({ numerator, denominator: first.after.denominator - first.denominator }, last.after);
}

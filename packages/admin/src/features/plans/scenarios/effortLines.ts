import { isConvexEffort, type EffortBand } from '@chi-tieu/shared/domain/cascade/effort';
import { readPercent, readWhole } from '@chi-tieu/shared/domain/vietnamese-format';
import './texts.ts';
import { t } from '../../../i18n/i18n.ts';
import { figure } from '../sheet/figure.ts';

/** A band of effort as it is typed; of the last one the points are open. */
export interface EffortLine {
  points: string;
  weight: string;
}

/** Bands as lines to be typed in. */
export function linesOf(bands: readonly EffortBand[]): EffortLine[] {
  return bands.map(({ points, weight }) => ({
    points: points === null ? '' : figure(points).replace(/[.,]00$/, ''),
    weight: String(weight),
  }));
}

/** The bands of typed lines, widths in hundredths; or why they are none. */
export function bandsOf(lines: readonly EffortLine[]): { bands: EffortBand[] } | { problem: string } {
  const bands: EffortBand[] = [];
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const points = isLast ? null : readPercent(line.points);
    const weight = readWhole(line.weight);
    if (weight === null || (!isLast && (points === null || points === 0)))
      return { problem: t('scenarios.effortUnreadable', { line: String(index + 1) }) };
    if (weight < (bands.at(-1)?.weight ?? 0))
      return { problem: t('scenarios.effortFalls', { line: String(index + 1) }) };
    bands.push({ points, weight });
  }
  return isConvexEffort(bands) ? { bands } : { problem: t('scenarios.effortTooHeavy') };
}

/** What a weighted dossier is, in words: how much one counts in each stretch of points. */
export function effortWords(bands: readonly EffortBand[]): string {
  const parts = bands.map(({ points, weight }, index) => {
    const counted = { points: points === null ? '' : figure(points).replace(/[.,]00$/, ''), weight: String(weight) };
    if (points !== null) return t(index === 0 ? 'scenarios.effortFirst' : 'scenarios.effortNext', counted);
    return t(index === 0 ? 'scenarios.effortAll' : 'scenarios.effortBeyond', { weight: counted.weight });
  });
  return t('scenarios.effortWords', { bands: parts.join('; ') });
}

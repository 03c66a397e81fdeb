import type { Counts } from '../rate.ts';
import type { History } from './history.ts';
import { shares, type ShareMethod } from './share.ts';
import { volumes, type VolumeOf } from './volume.ts';

/** Whole dossiers that a unit expects in each of the months to come, and how many of them in the numerator. */
export type Projection = ReadonlyMap<number, readonly Counts[]>;

/**
 * The next `ahead` months of every unit by the method of its group. Numbers are rounded so that what has been told up to any month is the
 * nearest whole number to what was expected up to it: no month loses what the others were rounded by.
 */
export function project(
  history: History,
  ahead: number,
  methodOf: (group: string) => ShareMethod,
  volumeOf: VolumeOf = volumes(history),
): Projection {
  const methods = new Set(history.groupNames.map(methodOf));
  const shareBy = new Map([...methods].map((method) => [method, shares(history, method)] as const));
  return new Map(
    history.series.map((unit) => {
      const shareOf = shareBy.get(methodOf(unit.group));
      const months = Array.from({ length: ahead }, (_nothing, index) => {
        const volume = volumeOf(unit, history.first + history.length + index);
        return { volume, online: volume * (shareOf?.(unit, index + 1) ?? 0) };
      });
      return [unit.id, rounded(months)] as const;
    }),
  );
}

/** Running totals are rounded, not months; never more online than there are, in any month. */
function rounded(months: readonly { volume: number; online: number }[]): Counts[] {
  let [volume, online, toldVolume, toldOnline] = [0, 0, 0, 0];
  return months.map((month) => {
    volume += month.volume;
    online += month.online;
    const denominator = Math.round(volume) - toldVolume;
    const numerator = Math.min(denominator, Math.max(0, Math.round(online) - toldOnline));
    toldVolume += denominator;
    toldOnline += numerator;
    return { numerator, denominator };
  });
}

import type { Locale } from '@chi-tieu/shared/domain/percent';
import type { Movement } from '@chi-tieu/shared/domain/ranking/movement';
import type { Place } from '@chi-tieu/shared/domain/ranking/rank';
import { formatWhole } from '@chi-tieu/shared/domain/rate';

/** So many of those who passed are named; the others are counted. */
const NAMED = 3;

/** Why a unit has no rank, or why its rank is another one than before, in a sentence; null where there is nothing to say. */
export function rankNote(
  { rank, unranked }: Place<number>,
  movement: Movement<number> | null,
  minimum: number,
  locale: Locale,
  nameOf: (key: number) => string,
): string | null {
  const vi = locale === 'vi';
  if (unranked === 'NO_DOSSIERS') return vi ? 'Không phát sinh hồ sơ: không xếp hạng.' : 'No dossiers: not ranked.';
  if (unranked === 'BELOW_MINIMUM') {
    const least = formatWhole(minimum, locale);
    return vi ? `Dưới ${least} hồ sơ: không xếp hạng.` : `Fewer than ${least} dossiers: not ranked.`;
  }
  if (rank === null || movement === null || movement.before === rank) return null;
  return [headline(movement.before - rank, vi), ...reasons(movement, vi, nameOf)].join(': ') + '.';
}

function headline(by: number, vi: boolean): string {
  const places = Math.abs(by);
  if (!vi) return `${by > 0 ? 'Up' : 'Down'} ${places}`;
  return `${by > 0 ? 'Lên' : 'Xuống'} ${places} bậc`;
}

function reasons(movement: Movement<number>, vi: boolean, nameOf: (key: number) => string): string[] {
  const { overtakenBy, overtook, level, entered, left, changedItself } = movement;
  const passed = overtook.filter((key) => !level.includes(key));
  const named = (keys: readonly number[], text: string): string | null => part(keys, text, nameOf, vi);
  const told = [
    named(passed, vi ? 'vượt {n} đơn vị' : 'overtook {n}'),
    named(level, vi ? 'đuổi kịp {n} đơn vị' : 'drew level with {n}'),
    named(overtakenBy, vi ? '{n} đơn vị vượt lên' : 'overtaken by {n}'),
    named(entered, vi ? '{n} đơn vị mới có hạng đứng trên' : '{n} ahead that had no rank'),
    named(left, vi ? '{n} đơn vị đứng trên không còn hạng' : '{n} that were ahead have no rank any more'),
    changedItself ? null : vi ? 'số của chính mình không đổi' : 'its own counts did not change',
  ].filter((one) => one !== null);
  return told.length === 0 ? [] : [told.join(', ')];
}

/** How many, and which: `vượt 5 đơn vị (Huyện A, Huyện B, Huyện C và 2 đơn vị khác)`. */
function part(keys: readonly number[], text: string, nameOf: (key: number) => string, vi: boolean): string | null {
  if (keys.length === 0) return null;
  const names = keys.slice(0, NAMED).map(nameOf).join(', ');
  const more = keys.length - NAMED;
  const others = more <= 0 ? '' : vi ? ` và ${more} đơn vị khác` : ` and ${more} more`;
  return `${text.replace('{n}', String(keys.length))} (${names}${others})`;
}

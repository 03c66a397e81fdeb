import type { Locale } from '@chi-tieu/shared/domain/percent';
import type { Movement } from '@chi-tieu/shared/domain/ranking/movement';
import type { Place } from '@chi-tieu/shared/domain/ranking/rank';
import { formatWhole } from '@chi-tieu/shared/domain/rate';

/** Why a unit has no rank, or why its rank is another one than before, in a sentence; null where there is nothing to say. */
export function rankNote(
  { rank, unranked }: Place<number>,
  movement: Movement<number> | null,
  minimum: number,
  locale: Locale,
): string | null {
  const vi = locale === 'vi';
  if (unranked === 'NO_DOSSIERS') return vi ? 'Không phát sinh hồ sơ: không xếp hạng.' : 'No dossiers: not ranked.';
  if (unranked === 'BELOW_MINIMUM') {
    const least = formatWhole(minimum, locale);
    return vi ? `Dưới ${least} hồ sơ: không xếp hạng.` : `Fewer than ${least} dossiers: not ranked.`;
  }
  if (rank === null || movement === null || movement.before === rank) return null;
  return [headline(movement.before - rank, vi), ...reasons(movement, vi)].join(': ') + '.';
}

function headline(by: number, vi: boolean): string {
  const places = Math.abs(by);
  if (!vi) return `${by > 0 ? 'Up' : 'Down'} ${places}`;
  return `${by > 0 ? 'Lên' : 'Xuống'} ${places} bậc`;
}

function reasons(movement: Movement<number>, vi: boolean): string[] {
  const { overtakenBy, overtook, drewLevel, entered, left, changedItself } = movement;
  const told = [
    part(overtook.length - drewLevel, vi ? 'vượt {n} đơn vị' : 'overtook {n}'),
    part(drewLevel, vi ? 'đuổi kịp {n} đơn vị' : 'drew level with {n}'),
    part(overtakenBy.length, vi ? '{n} đơn vị vượt lên' : 'overtaken by {n}'),
    part(entered.length, vi ? '{n} đơn vị mới có hạng đứng trên' : '{n} ahead that had no rank'),
    part(left.length, vi ? '{n} đơn vị đứng trên không còn hạng' : '{n} that were ahead have no rank any more'),
    changedItself ? null : vi ? 'số của chính mình không đổi' : 'its own counts did not change',
  ].filter((one) => one !== null);
  return told.length === 0 ? [] : [told.join(', ')];
}

function part(count: number, text: string): string | null {
  return count === 0 ? null : text.replace('{n}', String(count));
}

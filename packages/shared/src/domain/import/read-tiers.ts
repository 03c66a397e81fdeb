import { statedTiers, writtenTiers, type StatedTiers } from '../tier.ts';

const BETWEEN = /[|,;/+&\n]|\s+và\s+/u;

/** Names of one tier with a slash or a comma in them, as the national database writes them. */
const ONE_NAME: readonly [RegExp, string][] = [
  [/quận\s*[/,]\s*huyện|huyện\s*[/,]\s*quận/giu, 'huyện'],
  [/xã\s*[/,]\s*phường(?:\s*[/,]\s*thị trấn)?|phường\s*[/,]\s*xã/giu, 'xã'],
];

/**
 * Reads tiers as people write them: `PROVINCE|COMMUNE`, `Cấp tỉnh, cấp xã`, `Cấp Quận/huyện; Cấp Xã/phường`. Null where something
 * stands among them that names no tier.
 */
export function readTiers(text: string): StatedTiers | null {
  const codes = writtenTiers(text);
  if (codes !== null) return codes;
  const plain = ONE_NAME.reduce((left, [form, name]) => left.replace(form, name), text.normalize('NFC'));
  const names = plain
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const items = names.map((name) => (writtenTiers(name) === null ? { TENCAP: name } : name));
  const known = items.filter((item) => typeof item !== 'string');
  const stated = statedTiers(known.length > 0 ? known : null) ?? { tiers: [], droppedTiers: [] };
  if (typeof stated === 'string') return null;
  if (stated.droppedTiers.some((tier) => tier !== 'MINISTRY')) return null;
  const coded = writtenTiers(items.filter((item) => typeof item === 'string').join('|'));
  return coded === null ? null : joined(stated, coded);
}

function joined(a: StatedTiers, b: StatedTiers): StatedTiers {
  const all = new Set([...a.tiers, ...b.tiers]);
  return {
    tiers: (['PROVINCE', 'DISTRICT', 'COMMUNE'] as const).filter((tier) => all.has(tier)),
    droppedTiers: [...new Set([...a.droppedTiers, ...b.droppedTiers])],
  };
}

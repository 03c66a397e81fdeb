import { readOwnKey } from './dossier-key.ts';
import { organisationKey } from '../organisation.ts';

/** What of a dossier tells whether it is another one. */
export interface Likeness {
  /** The code in its comparable form. */
  codeKey: string;
  unitId: number;
  procedureId: number;
  receivedAt: Date;
}

/**
 * Why two dossiers may be one. SAME_SERIAL: day and number in the code are the same, the organisation is written otherwise. UNIT_BELOW:
 * one organisation is the other with a suffix. SAME_TIME: received at the same second. NEAR_TIME: within a quarter of an hour.
 */
export type LikenessGround = 'SAME_SERIAL' | 'UNIT_BELOW' | 'SAME_TIME' | 'NEAR_TIME' | 'SAME_PROCEDURE' | 'SAME_UNIT';

export interface Likely<T extends Likeness> {
  dossier: T;
  grounds: LikenessGround[];
}

const NEAR_MS = 15 * 60_000;
const WEIGHTS: Record<LikenessGround, number> = {
  SAME_SERIAL: 8,
  UNIT_BELOW: 4,
  SAME_TIME: 4,
  NEAR_TIME: 1,
  SAME_PROCEDURE: 0,
  SAME_UNIT: 0,
};

/**
 * The dossiers that may be the same as one, the likeliest first. They ask for the same procedure at the same unit, and either bear the
 * same day and number under another form of the organisation, or were received at the very second. What was split off is not offered again.
 */
export function sameDossiers<T extends Likeness>(one: Likeness, others: readonly T[]): Likely<T>[] {
  return others
    .map((dossier) => ({ dossier, grounds: groundsOf(one, dossier) }))
    .filter(({ grounds }) => grounds.includes('SAME_SERIAL') || grounds.includes('SAME_TIME'))
    .sort((a, b) => weigh(b.grounds) - weigh(a.grounds) || (a.dossier.codeKey < b.dossier.codeKey ? -1 : 1));
}

function weigh(grounds: readonly LikenessGround[]): number {
  return grounds.reduce((sum, ground) => sum + WEIGHTS[ground], 0);
}

function groundsOf(one: Likeness, other: Likeness): LikenessGround[] {
  if (withoutSource(one) === withoutSource(other)) return [];
  if (one.procedureId !== other.procedureId || one.unitId !== other.unitId) return [];
  const [mine, theirs] = [parts(one.codeKey), parts(other.codeKey)];
  const apart = Math.abs(one.receivedAt.getTime() - other.receivedAt.getTime());
  const isBelow = (a: string, b: string) => a.startsWith(`${b}.`);
  return [
    ...(mine.serial === theirs.serial ? (['SAME_SERIAL'] as const) : []),
    ...(isBelow(mine.organisation, theirs.organisation) || isBelow(theirs.organisation, mine.organisation)
      ? (['UNIT_BELOW'] as const)
      : []),
    ...(apart < 1000 ? (['SAME_TIME'] as const) : apart <= NEAR_MS ? (['NEAR_TIME'] as const) : []),
    'SAME_PROCEDURE',
    'SAME_UNIT',
  ];
}

const withoutSource = ({ codeKey }: Likeness): string => readOwnKey(codeKey)?.codeKey ?? codeKey;

/** The organisation of a code, and its day and number without zeros that only fill up. */
function parts(codeKey: string): { organisation: string; serial: string } {
  const found = /^(.*)-(\d{6}|\d{8})-(\d+)/.exec(codeKey);
  if (!found) return { organisation: codeKey, serial: codeKey };
  const [, organisation = '', day = '', number = ''] = found;
  return { organisation: organisationKey(organisation) ?? organisation, serial: `${day}-${Number(number)}` };
}

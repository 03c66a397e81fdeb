import { dayInVietnam, yearEnd, yearOf, type Day } from '@chi-tieu/shared/domain/days';
import type { Outlook } from '@chi-tieu/shared/generated/graphql';
import './texts.ts';
import { t } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';

/** All outlooks, what needs somebody most first: the order of rows and legends. */
export const OUTLOOKS: readonly Outlook[] = [
  'IMPOSSIBLE',
  'WILL_MISS',
  'AT_RISK',
  'ON_COURSE',
  'MET',
  'NO_TARGET',
  'NO_DOSSIERS',
];

const TONES: Record<Outlook, Tone> = {
  IMPOSSIBLE: 'miss',
  WILL_MISS: 'miss',
  AT_RISK: 'risk',
  ON_COURSE: 'met',
  MET: 'met',
  NO_TARGET: 'open',
  NO_DOSSIERS: 'none',
};

/** The mark and colour of an outlook. */
export const outlookTone = (outlook: Outlook): Tone => TONES[outlook];

/** Whether a year is spoken of that was over when the figures stood as they are shown: then nothing is to come, and how it ended is known. */
export function isYearOver({ to, knownAt }: { to: Day; knownAt: string | null }, today: Day): boolean {
  const known = knownAt === null ? today : dayInVietnam(new Date(knownAt));
  return to === yearEnd(yearOf(to)) && to < today && to < known;
}

/** How a year will end, or of one that is over how it ended. */
export const outlookText = (outlook: Outlook, isOver: boolean): string =>
  isOver && (outlook === 'MET' || outlook === 'IMPOSSIBLE')
    ? t(`monitoring.ended.${outlook}`)
    : t(`monitoring.outlook.${outlook}`);

import type { Outlook } from '@chi-tieu/shared/generated/graphql';
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

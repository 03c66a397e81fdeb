import type { AttainmentStatus } from '@chi-tieu/shared/generated/graphql';
import { rate, target } from '../../i18n/format.ts';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';
import type { Standing } from './standings.ts';

const TONES: Record<AttainmentStatus, Tone> = { MET: 'met', NOT_MET: 'miss', NO_DOSSIERS: 'none', NO_TARGET: 'open' };
const TEXTS: Record<AttainmentStatus, PlainKey> = {
  MET: 'rates.met',
  NOT_MET: 'rates.notMet',
  NO_DOSSIERS: 'rates.noDossiers',
  NO_TARGET: 'rates.noTarget',
};

/** All statuses, the best first: the order of legends. */
export const STATUSES: readonly AttainmentStatus[] = ['MET', 'NOT_MET', 'NO_DOSSIERS', 'NO_TARGET'];

/** The mark and colour of a status. */
export const toneOf = (status: AttainmentStatus): Tone => TONES[status];

/** A status in words: `Đạt`, `Chưa đạt`, `Không phát sinh hồ sơ`, `Chưa giao chỉ tiêu`. */
export const statusText = (status: AttainmentStatus): string => t(TEXTS[status]);

/** A standing in one line: unit, rate, status, target. */
export const aboutStanding = (standing: Standing): string =>
  [
    standing.unit.name,
    rate(standing, standing.target),
    statusText(standing.status),
    standing.target === null ? '' : t('rates.targetIs', { target: target(standing.target) }),
  ]
    .filter(Boolean)
    .join(' · ');

import { DIFFICULTY_CAUSES, DIFFICULTY_STATES } from '@chi-tieu/shared/domain/difficulties/states';
import type { DifficultyCause, DifficultyState } from '@chi-tieu/shared/generated/graphql';
import { t } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';
import './texts.ts';

const TONES: Record<DifficultyState, Tone> = { REPORTED: 'miss', TAKEN: 'risk', ANSWERED: 'met', CLOSED: 'none' };

/** The mark and colour of a state: what nobody owns needs somebody most. */
export const stateTone = (state: DifficultyState): Tone => TONES[state];
export const stateText = (state: DifficultyState): string => t(`difficulties.state.${state}`);
export const causeText = (cause: DifficultyCause): string => t(`difficulties.cause.${cause}`);
export const STATES: readonly DifficultyState[] = DIFFICULTY_STATES;
export const CAUSES: readonly DifficultyCause[] = DIFFICULTY_CAUSES;

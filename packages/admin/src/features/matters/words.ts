import { MEASURE_STATES } from '@chi-tieu/shared/domain/matters/measures';
import { TASK_STATES } from '@chi-tieu/shared/domain/matters/tasks';
import type {
  DirectionSheetQuery,
  GuidanceSheetQuery,
  MatterStepsFragment,
  MeasureEffect,
  MeasureSheetQuery,
  MeasureState,
  ReceiptState,
  TaskState,
} from '@chi-tieu/shared/generated/graphql';
import { difference, points, pointsUnsigned, whole } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';
import './texts.ts';

export type GuidanceSeen = NonNullable<GuidanceSheetQuery['guidance']>;
export type MeasureSeen = NonNullable<MeasureSheetQuery['measure']>;
export type DirectionSeen = NonNullable<DirectionSheetQuery['direction']>;
export type TaskSeen = DirectionSeen['tasks'][number];
export type StepSeen = MatterStepsFragment;

const MEASURE_TONES: Record<MeasureState, Tone> = { PLANNED: 'none', UNDER_WAY: 'risk', DONE: 'met', GIVEN_UP: 'none' };
const TASK_TONES: Record<TaskState, Tone> = {
  ...{ GIVEN: 'open', NOTED: 'risk', DONE: 'risk', CONFIRMED: 'met', CALLED_OFF: 'none' },
};
const RECEIPT_TONES: Record<ReceiptState, Tone> = {
  ...{ TO_ACKNOWLEDGE: 'risk', OVERDUE: 'miss', ACKNOWLEDGED: 'met', NOT_NEEDED: 'none' },
};

/** The step that brought an edition of guidance, with its files. */
export const broughtBy = (guidance: GuidanceSeen, edition: number): StepSeen | undefined =>
  guidance.steps.findLast((step) => (step.act === 'ISSUED' || step.act === 'REISSUED') && step.edition === edition);

export const measureTone = (state: MeasureState): Tone => MEASURE_TONES[state];
export const measureText = (state: MeasureState): string => t(`matters.measureState.${state}`);
export const taskTone = (state: TaskState): Tone => TASK_TONES[state];
export const taskText = (state: TaskState): string => t(`matters.taskState.${state}`);
export const receiptTone = (state: ReceiptState): Tone => RECEIPT_TONES[state];
export const receiptText = (state: ReceiptState): string => t(`matters.receipt.${state}`);
export const MEASURES: readonly MeasureState[] = MEASURE_STATES;
export const TASKS: readonly TaskState[] = TASK_STATES;

/** `25 hồ sơ`, or `2,50 điểm phần trăm`. */
export const effectText = (effect: MeasureEffect, value: number): string =>
  effect === 'DOSSIERS'
    ? t('matters.dossiers', { count: whole(value) })
    : t('matters.points', { count: pointsUnsigned(value) });

/** The same with its sign, for what came. */
export const cameText = (effect: MeasureEffect, value: number): string =>
  effect === 'DOSSIERS'
    ? t('matters.dossiers', { count: difference(value) })
    : t('matters.points', { count: points(value) });

import type { Day } from '@chi-tieu/shared/domain/days';
import { today, urlDay, type FrameState } from '../../app/useFrame.ts';
import type { UrlField } from '../../app/useUrlState.ts';

/** The day as of which a page shows things: the end of the frame's period, or today while that is still to come. */
export const urlAsOf = (frame: FrameState): UrlField<Day> =>
  urlDay(() => [frame.variables.value.to, today()].sort()[0] ?? today());

import type { Day } from '@chi-tieu/shared/domain/days';

/** Whether a grant holds on a day: of one’s own, others are still to come or over. */
export const holdsOn =
  (on: Day) =>
  ({ from, to }: { readonly from: Day | null; readonly to: Day | null }): boolean =>
    (from === null || from <= on) && (to === null || to >= on);

import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { CopyTargetsMutation } from '@chi-tieu/shared/generated/graphql';
import { target } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import type { SheetChange } from '../sheet/useSheetHistory.ts';
import './texts.ts';

export type Copied = CopyTargetsMutation['copyTargets'];
type CopiedTarget = Copied['targets'][number];

/** A sheet has no place to say so, and with units below it would be another target. */
const isOwnAlone = ({ scope, unit }: CopiedTarget): boolean => scope === 'OWN' && unit.kind !== 'COMMUNE';

/** What copying changes in a sheet, as one step: targets first, each with what locks it, then limits. */
export function changesOf({ targets, limits }: Copied): SheetChange[] {
  const numbers = targets
    .filter((one) => !isOwnAlone(one))
    .flatMap(({ unit: { code }, percent, locked }): SheetChange[] => [
      { code, field: 'target', value: hundredthsOf(percent) },
      { code, field: 'lock', value: locked ? 1 : 0 },
    ]);
  const bounds = limits.flatMap(({ unit: { code }, floor, ceiling }): SheetChange[] => [
    { code, field: 'floor', value: floor === null ? null : hundredthsOf(floor) },
    { code, field: 'ceiling', value: ceiling === null ? null : hundredthsOf(ceiling) },
  ]);
  return [...numbers, ...bounds];
}

/** How many units get a target. */
export const countOf = ({ targets }: Copied): number => targets.filter((one) => !isOwnAlone(one)).length;

/** Units that others became, each with its mean and of whom. */
export function mergedTexts({ targets }: Copied): string[] {
  return targets
    .filter(({ mergedFrom }) => mergedFrom.length > 1)
    .map(({ unit, percent, mergedFrom }) =>
      t('copying.mergedPair', {
        name: unit.name,
        percent: target(percent),
        from: mergedFrom.map(({ name }) => name).join(', '),
      }),
    );
}

/** What is not copied, each with why. */
export function leftTexts({ left, targets }: Copied): string[] {
  const gone = left.map(({ unit, percent, why }) =>
    t('copying.leftPair', {
      name: unit.name,
      percent: target(percent),
      why: t(why === 'GONE' ? 'copying.gone' : 'copying.elsewhere'),
    }),
  );
  const own = targets
    .filter(isOwnAlone)
    .map(({ unit, percent }) =>
      t('copying.leftPair', { name: unit.name, percent: target(percent), why: t('copying.own') }),
    );
  return [...gone, ...own];
}

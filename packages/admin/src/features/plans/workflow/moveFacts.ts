import { percentOf } from '@chi-tieu/shared/domain/percent';
import { percent, points, whole } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import { riseOf, type PlanUnit } from '../sheet/planUnit.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import { threadsOf } from '../talk/threads.ts';
import type { PlanTalk } from '../talk/usePlanTalk.ts';
import './texts.ts';

type Said = Pick<PlanTalk, 'comments' | 'proposals' | 'isKnown'>;

/** What is moved on, as pairs of words: its sum, who is left out, who rises most, and, where it is known, what still waits for a word. */
export function moveFacts(
  sheet: Pick<Sheet, 'units' | 'targetOf' | 'required' | 'rolled'>,
  talk: Said | null,
): (readonly [name: string, value: string])[] {
  const children = sheet.units.filter(({ isIssuer }) => !isIssuer);
  const { childrenWithoutTarget } = sheet.rolled.value;
  const most = steepest(children, sheet.targetOf);
  return [
    [t('moving.sum'), sumOf(sheet)],
    [
      t('moving.withoutTarget'),
      t('moving.ofUnits', { count: whole(childrenWithoutTarget), all: whole(children.length) }),
    ],
    ...(most ? [[t('moving.rise'), t('moving.riseOf', { points: points(most.rise), name: most.name })] as const] : []),
    ...(talk?.isKnown.value ? [[t('moving.open'), openOf(talk)] as const] : []),
  ];
}

function sumOf({ required, rolled }: Pick<Sheet, 'required' | 'rolled'>): string {
  const written = (value: number | null): string => (value === null ? '—' : percent(percentOf(value)));
  const achieved = written(rolled.value.achieved);
  if (required.value === null) return t('moving.noRequired', { achieved });
  return t('moving.ofRequired', { achieved, required: written(required.value) });
}

function steepest(units: readonly PlanUnit[], targetOf: Sheet['targetOf']): { rise: number; name: string } | null {
  const rises = units.flatMap((unit) => {
    const rise = riseOf(unit, targetOf(unit.code));
    return rise === null ? [] : [{ rise, name: unit.name }];
  });
  return rises.reduce<(typeof rises)[number] | null>((most, one) => (most && most.rise >= one.rise ? most : one), null);
}

function openOf({ comments, proposals }: Said): string {
  const threads = threadsOf(comments.value).filter(({ isOpen }) => isOpen).length;
  const waiting = proposals.value.filter(({ state }) => state === 'OPEN').length;
  return t('moving.openCount', { comments: whole(threads), proposals: whole(waiting) });
}

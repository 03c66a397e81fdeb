import type { ServiceListAction } from '@chi-tieu/shared/generated/graphql';
import { language, t, type PlainKey } from '../../i18n/i18n.ts';
import { levelText, tierTexts } from './levels.ts';
import type { DifferenceKind } from './listDifference.ts';
import type { ListEvent } from './listEvents.ts';
import './listTexts.ts';

/** What a line of a decision may do, in the order of menus. */
export const ACTIONS: readonly ServiceListAction[] = ['ADD', 'REMOVE', 'CHANGE_LEVEL'];

const TEXTS: Record<ServiceListAction, PlainKey> = {
  ADD: 'lists.add',
  REMOVE: 'lists.remove',
  CHANGE_LEVEL: 'lists.changeLevel',
};
const OUTCOMES: Record<DifferenceKind, PlainKey> = {
  ADDED: 'lists.added',
  REMOVED: 'lists.removed',
  CHANGED: 'lists.changed',
};

/** What a line does, in words: `Đưa vào danh mục`. */
export const actionText = (action: ServiceListAction): string => t(TEXTS[action]);

/** What differs, in words: `Thêm`, `Bớt`, `Đổi mức độ`. */
export const differenceText = (kind: DifferenceKind): string => t(OUTCOMES[kind]);

/** What a decision did to a procedure, as part of a sentence: `đưa vào danh mục, mức độ 4, cấp huyện · xã`. */
export function eventText({
  action,
  level,
  tiers: named,
}: Pick<ListEvent<never>, 'action' | 'level' | 'tiers'>): string {
  const tiers = tierTexts(named).toLocaleLowerCase(language.value);
  const to = level === null ? '' : levelText(level).toLocaleLowerCase(language.value);
  if (action === 'REMOVE') return t('lists.eventRemoved', { tiers });
  return t(action === 'ADD' ? 'lists.eventAdded' : 'lists.eventChanged', { level: to, tiers });
}

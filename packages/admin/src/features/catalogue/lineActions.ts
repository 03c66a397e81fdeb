import type { ForceAction, ServiceListAction } from '@chi-tieu/shared/generated/graphql';
import { actionText, ACTIONS } from './actions.ts';
import { forceText } from './forceBars.ts';
import { t } from '../../i18n/i18n.ts';
import './decisionTexts.ts';
import './texts.ts';

/** What a decision may say of a procedure's being in force. */
export type ForceVerb = Exclude<ForceAction, 'STATED'>;
/** What a line of a decision does: to a list, or to a procedure's being in force. */
export type LineAction = ServiceListAction | ForceVerb;

export const FORCE_VERBS: readonly ForceVerb[] = ['ENFORCED', 'AMENDED', 'REPLACED', 'REPEALED'];

/** Whether a line speaks of a procedure's being in force, and of no list. */
export const isForce = (action: LineAction | ''): action is ForceVerb =>
  (FORCE_VERBS as readonly string[]).includes(action);

/** What a line does, in words: `Đưa vào danh mục`, `Bãi bỏ`. */
export function lineActionText(action: LineAction): string {
  if (action === 'REPLACED') return t('decisions.replace');
  return isForce(action) ? forceText({ action }) : actionText(action);
}

/** Everything that a line may do, in the order of menus. */
export const LINE_ACTIONS: readonly LineAction[] = [...ACTIONS, ...FORCE_VERBS];

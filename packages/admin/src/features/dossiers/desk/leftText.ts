import { t } from '../../../i18n/i18n.ts';
import type { Mend } from './mending.ts';
import './texts.ts';

const WORDS = {
  MERGED: 'desk.leftMerged',
  CHANGED: 'desk.leftChanged',
  UNCHANGED: 'desk.leftUnchanged',
} as const;

/** What taking a decision back left as it is, and why; empty where that is nothing. */
export function leftText({ left }: Mend): string {
  return left.map(({ reason, count }) => t(WORDS[reason], { count })).join(' ');
}

import type { HeldState } from '@chi-tieu/shared/generated/graphql';
import { t } from '../../i18n/i18n.ts';
import './importTexts.ts';

const TEXTS = {
  WAITING: 'imports.heldWaiting',
  RELEASED: 'imports.heldReleased',
  DISCARDED: 'imports.heldDiscarded',
} as const satisfies Record<HeldState, unknown>;

/** What became of an import that was held, with how many rows: its receipt says zeros. */
export const heldStateText = ({ state, rows }: { state: HeldState; rows: number }): string =>
  t(TEXTS[state], { count: rows });

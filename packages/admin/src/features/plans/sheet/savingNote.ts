import { t } from '../../../i18n/i18n.ts';
import type { GridNote } from '../../../ui/grid/gridColumn.ts';
import type { Sheet } from './useSheet.ts';

/** What is to be said of a cell on its way to the server, by its key. */
export function savingNote({ saving }: Sheet, key: string): GridNote | null {
  switch (saving.states.get(key)) {
    case 'waiting':
    case 'saving':
      return { kind: 'busy', text: t('plans.saving') };
    case 'saved':
      return { kind: 'done', text: t('ui.saved') };
    case 'failed':
      return { kind: 'failed', text: t('plans.notSaved') };
    case 'clash':
      return { kind: 'changed', text: t('plans.clashHere') };
    case 'theirs':
      return { kind: 'changed', text: t('plans.theirsHere') };
    case undefined:
      return null;
  }
}

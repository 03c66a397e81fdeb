import { t } from '../../../i18n/i18n.ts';
import type { GridTexts } from '../../../ui/grid/gridTexts.ts';

/** What the grid says, in the language of the screen; `open` while cells can be changed. */
export function gridTexts(open: boolean): GridTexts {
  return {
    help: t(open ? 'plans.gridHelp' : 'plans.gridHelpClosed'),
    hint: open ? t('plans.gridHint') : '',
    selected: (rows, columns) => t('plans.selectedRange', { rows, columns }),
    copied: (count) => t('plans.copiedCells', { count }),
    cleared: (count) => t('plans.cleared', { count }),
    filled: (count) => t('plans.filled', { count }),
    pasted: (count) => t('plans.pasted', { count }),
    nothingToPaste: t('plans.nothingToPaste'),
    notHere: t('plans.notHere'),
    left: (text) => t('plans.left', { text: text.slice(0, 20) }),
    paste: {
      title: t('plans.pasteTitle'),
      description: (taken, refused) => t('plans.pasteDescription', { taken, refused }),
      cell: t('plans.pasteCell'),
      now: t('plans.pasteNow'),
      pasted: t('plans.pasteText'),
      outcome: t('plans.pasteOutcome'),
      willTake: t('plans.pasteWillTake'),
      willClear: t('plans.pasteWillClear'),
      same: t('plans.pasteSame'),
      outside: t('plans.pasteOutside'),
      unknown: t('plans.pasteUnknown'),
      twice: t('plans.pasteTwice'),
      unmarked: (name) => t('plans.pasteUnmarked', { name }),
      empty: t('plans.pasteEmpty'),
      take: (count) => t('plans.pasteTake', { count }),
      cancel: t('ui.cancel'),
      close: t('ui.close'),
    },
  };
}

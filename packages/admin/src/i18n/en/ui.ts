import type { Text } from '../text.ts';
import type { ui as vi } from '../vi/ui.ts';

export const ui = {
  'ui.apply': 'Apply',
  'ui.cancel': 'Cancel',
  'ui.clear': 'Clear the search',
  'ui.close': 'Close',
  'ui.closeMessage': 'Close the message',
  'ui.copied': 'Copied',
  'ui.copy': 'Copy',
  'ui.dateShape': 'dd/mm/yyyy',
  'ui.dateUnreadable': 'This is not a date. Type day, month and year, like 31/08/2022.',
  'ui.leaveForm': 'Give up what you typed?',
  'ui.leaveFormNo': 'Go on typing',
  'ui.leaveFormYes': 'Give up',
  'ui.loading': 'Loading…',
  'ui.loadingMore': 'Loading more…',
  'ui.retry': 'Try again',
  'ui.save': 'Save',
  'ui.saved': 'Saved',
  'ui.today': 'Today',
  'ui.undo': 'Undo',
} satisfies Record<keyof typeof vi, Text>;

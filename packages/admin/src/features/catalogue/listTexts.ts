import { bringTexts } from '../../i18n/i18n.ts';
import { lists } from '../../i18n/vi/lists.ts';

// Imported by every part that shows lists and decisions, so that its texts are there before any of it is drawn.
bringTexts(lists);

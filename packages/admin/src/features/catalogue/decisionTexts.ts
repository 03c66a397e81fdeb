import { bringTexts } from '../../i18n/i18n.ts';
import { decisions } from '../../i18n/vi/decisions.ts';

// Imported by every part that speaks of decisions beyond one list, so that its texts are there before any of it is drawn.
bringTexts(decisions);

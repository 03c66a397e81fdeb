import { bringTexts } from '../../i18n/i18n.ts';
import { boundaries } from '../../i18n/vi/boundaries.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(boundaries);

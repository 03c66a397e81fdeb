import { bringTexts } from '../../i18n/i18n.ts';
import { matters } from '../../i18n/vi/matters.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(matters);

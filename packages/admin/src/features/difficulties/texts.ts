import { bringTexts } from '../../i18n/i18n.ts';
import { difficulties } from '../../i18n/vi/difficulties.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(difficulties);

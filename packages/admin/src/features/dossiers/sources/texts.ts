import { bringTexts } from '../../../i18n/i18n.ts';
import { feeds } from '../../../i18n/vi/feeds.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(feeds);

import { bringTexts } from '../../../i18n/i18n.ts';
import { sources } from '../../../i18n/vi/sources.ts';

// Imported by the page, so that its texts are there before any of it is drawn.
bringTexts(sources);

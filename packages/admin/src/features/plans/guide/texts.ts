import { bringTexts } from '../../../i18n/i18n.ts';
import { guide } from '../../../i18n/vi/guide.ts';

// Imported by what leads through a plan, so that its texts are there before any of it is drawn.
bringTexts(guide);

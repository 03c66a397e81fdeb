import { bringTexts } from '../../../i18n/i18n.ts';
import { copying } from '../../../i18n/vi/copying.ts';

// Imported by every part that copies a plan, so that its texts are there before any of it is drawn.
bringTexts(copying);

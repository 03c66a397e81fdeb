import { bringTexts } from '../../../i18n/i18n.ts';
import { proposals } from '../../../i18n/vi/proposals.ts';

// Imported by what only some proposals need, so that its texts are there before any of it is drawn.
bringTexts(proposals);

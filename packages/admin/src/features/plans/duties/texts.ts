import { bringTexts } from '../../../i18n/i18n.ts';
import { duties } from '../../../i18n/vi/duties.ts';

// Imported by every part that says by when something has to be done, so that its texts are there before any of it is drawn.
bringTexts(duties);

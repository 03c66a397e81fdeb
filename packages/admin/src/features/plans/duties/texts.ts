import { bringTexts } from '../../../i18n/i18n.ts';
import { copying } from '../../../i18n/vi/copying.ts';
import { duties } from '../../../i18n/vi/duties.ts';

// Imported by every part that says by when something has to be done, or copies a plan, so that its texts are there first.
bringTexts(duties);
bringTexts(copying);

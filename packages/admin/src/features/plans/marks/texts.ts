import { bringTexts } from '../../../i18n/i18n.ts';
import { marks } from '../../../i18n/vi/marks.ts';

// Imported by every part that speaks of the marks of months, so that its texts are there before any of it is drawn.
bringTexts(marks);

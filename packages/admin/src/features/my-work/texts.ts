import { bringTexts } from '../../i18n/i18n.ts';
import { work } from '../../i18n/vi/work.ts';

// Imported by whatever shows what waits, so that its texts are there before any of it is drawn.
bringTexts(work);

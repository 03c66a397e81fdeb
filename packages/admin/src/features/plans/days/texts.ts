import { bringTexts } from '../../../i18n/i18n.ts';
import { days } from '../../../i18n/vi/days.ts';

// Imported by every part that asks for the day of a plan, so that its texts are there before any of it is drawn.
bringTexts(days);

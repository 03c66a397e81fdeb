import { bringTexts } from '../../../i18n/i18n.ts';
import { scenarios } from '../../../i18n/vi/scenarios.ts';

// Imported by every part that shows them, so that they are there before any of it is drawn.
bringTexts(scenarios);

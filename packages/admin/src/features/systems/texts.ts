import { bringTexts } from '../../i18n/i18n.ts';
import { systems } from '../../i18n/vi/systems.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(systems);

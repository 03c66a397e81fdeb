import { bringTexts } from '../../i18n/i18n.ts';
import { quarantine } from '../../i18n/vi/quarantine.ts';

// Imported by what shows rows in quarantine, so that its texts are there before any of it is drawn.
bringTexts(quarantine);

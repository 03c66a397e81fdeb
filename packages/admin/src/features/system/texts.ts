import { bringTexts } from '../../i18n/i18n.ts';
import { lateInSystem } from '../../i18n/lateInSystem.ts';

// Imported by every page of this feature, so that its texts are there before any of it is drawn.
bringTexts(lateInSystem);

import { bringTexts } from '../../../i18n/i18n.ts';
import { intake } from '../../../i18n/vi/intake.ts';

// Imported by every page of this folder, so that its texts are there before any of it is drawn.
bringTexts(intake);

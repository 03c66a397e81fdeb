import { bringTexts } from '../../../i18n/i18n.ts';
import { desk } from '../../../i18n/vi/desk.ts';

// Imported by what shows the desk, so that its texts are there before any of it is drawn.
bringTexts(desk);

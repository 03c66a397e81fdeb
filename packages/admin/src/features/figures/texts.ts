import { bringTexts } from '../../i18n/i18n.ts';
import { figures } from '../../i18n/vi/figures.ts';

// Imported by every part that shows cited figures and closed periods, so that its texts are there before any of it is drawn.
bringTexts(figures);

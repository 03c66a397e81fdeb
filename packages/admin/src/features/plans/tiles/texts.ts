import { bringTexts } from '../../../i18n/i18n.ts';
import { tiles } from '../../../i18n/vi/tiles.ts';

// Imported by what shows tiles, so that its texts are there before any of it is drawn.
bringTexts(tiles);

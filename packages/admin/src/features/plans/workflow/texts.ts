import { bringTexts } from '../../../i18n/i18n.ts';
import { moving } from '../../../i18n/vi/moving.ts';

// Imported by what says what is moved on, so that its texts are there before any of it is drawn.
bringTexts(moving);

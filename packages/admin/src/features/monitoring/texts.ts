import { bringTexts } from '../../i18n/i18n.ts';
import { monitoring } from '../../i18n/vi/monitoring.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(monitoring);

import { bringTexts } from '../../i18n/i18n.ts';
import { definitions } from '../../i18n/vi/definitions.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(definitions);

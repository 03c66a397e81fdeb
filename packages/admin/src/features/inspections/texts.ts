import { bringTexts } from '../../i18n/i18n.ts';
import { inspections } from '../../i18n/vi/inspections.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(inspections);

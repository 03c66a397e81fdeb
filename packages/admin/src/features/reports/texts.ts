import { bringTexts } from '../../i18n/i18n.ts';
import { reports } from '../../i18n/vi/reports.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(reports);

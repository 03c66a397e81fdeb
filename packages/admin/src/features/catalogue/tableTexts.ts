import { bringTexts } from '../../i18n/i18n.ts';
import { table } from '../../i18n/vi/table.ts';

// Imported by the page of the table, so that its texts are there before any of it is drawn.
bringTexts(table);

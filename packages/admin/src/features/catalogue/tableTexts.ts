import { bringTexts } from '../../i18n/i18n.ts';
import { procedures } from '../../i18n/vi/procedures.ts';

// Imported by the page of the table, so that its texts are there before any of it is drawn.
bringTexts(procedures);

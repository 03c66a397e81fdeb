import { bringTexts } from '../../i18n/i18n.ts';
import { operation } from '../../i18n/vi/operation.ts';

// Imported by every page that shows how the server is, so that its texts are there before any of it is drawn.
bringTexts(operation);

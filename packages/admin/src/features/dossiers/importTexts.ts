import { bringTexts } from '../../i18n/i18n.ts';
import { imports } from '../../i18n/vi/imports.ts';

// Imported by what tells of imports and receipts, so that its texts are there before any of it is drawn.
bringTexts(imports);

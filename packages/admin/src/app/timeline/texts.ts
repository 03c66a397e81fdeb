import { bringTexts } from '../../i18n/i18n.ts';
import { audit } from '../../i18n/vi/audit.ts';

// Imported by what shows events of the trail, so that its texts are there before any of it is drawn.
bringTexts(audit);

import { bringTexts } from '../../../i18n/i18n.ts';
import { presence } from '../../../i18n/vi/presence.ts';

// Imported by what stands on the page of a plan from its beginning.
bringTexts(presence);

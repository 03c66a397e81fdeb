import '../../figures/texts.ts';
import { bringTexts } from '../../../i18n/i18n.ts';
import { identity } from '../../../i18n/vi/identity.ts';

// Imported by the page and its dialog, so that their texts are there before any of them is drawn.
bringTexts(identity);

import { bringTexts } from '../../i18n/i18n.ts';
import { overview } from '../../i18n/vi/overview.ts';
import '../monitoring/texts.ts';

// Imported by the parts of the overview, so that its texts are there before any of it is drawn.
bringTexts(overview);

import '../monitoring/texts.ts';
import { bringTexts } from '../../i18n/i18n.ts';
import { urging } from '../../i18n/vi/urging.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(urging);

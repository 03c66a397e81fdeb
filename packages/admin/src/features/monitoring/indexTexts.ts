import './texts.ts';
import { bringTexts } from '../../i18n/i18n.ts';
import { indices } from '../../i18n/vi/indices.ts';

// Imported by the pages, so that their texts are there before any of them is drawn.
bringTexts(indices);

import { bringTexts } from '../../../i18n/i18n.ts';
import { papers } from '../../../i18n/vi/papers.ts';

// Imported by every part that speaks of papers, so that its texts are there before any of it is drawn.
bringTexts(papers);

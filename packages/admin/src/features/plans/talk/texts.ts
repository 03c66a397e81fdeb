import { bringTexts } from '../../../i18n/i18n.ts';
import { talk } from '../../../i18n/vi/talk.ts';

// Imported by every part in which one talks about a plan, so that its texts are there before any of it is drawn.
bringTexts(talk);

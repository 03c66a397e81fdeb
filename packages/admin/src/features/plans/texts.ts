import { bringTexts } from '../../i18n/i18n.ts';
import { plans } from '../../i18n/vi/plans.ts';

// Imported by the pages and by what others show of plans, so that the texts are there before any of it is drawn.
bringTexts(plans);

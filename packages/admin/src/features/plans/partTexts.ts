import { bringTexts } from '../../i18n/i18n.ts';
import { planparts } from '../../i18n/vi/planparts.ts';

// Imported by what of plans comes later than their page, or stands on another one: a draft is shown without these texts.
bringTexts(planparts);

import { bringTexts } from '../../../i18n/i18n.ts';
import { pulls } from '../../../i18n/vi/pulls.ts';

// Imported by whatever draws any of them, so that they are there before.
bringTexts(pulls);

import { delegation } from './vi/delegation.ts';
import { grants } from './vi/grants.ts';
import { intake } from './vi/intake.ts';
import { people } from './vi/people.ts';
import { roles } from './vi/roles.ts';
import { sources } from './vi/sources.ts';
import { tokens } from './vi/tokens.ts';

/** Vietnamese texts of the place "Hệ thống" that few open: they come with the pages that show them (`bringTexts`), not with the first page. */
export const lateInSystem = { ...delegation, ...grants, ...people, ...roles, ...tokens };

/** All that come with their pages: imports of the catalogue, and sources, bring their own. */
export const late = { ...lateInSystem, ...intake, ...sources };

import { delegation } from './vi/delegation.ts';
import { grants } from './vi/grants.ts';
import { people } from './vi/people.ts';
import { roles } from './vi/roles.ts';
import { tokens } from './vi/tokens.ts';

/** Vietnamese texts of the place "Hệ thống" that few open: they come with its pages (`bringTexts`), not with the first page. */
export const lateInSystem = { ...delegation, ...grants, ...people, ...roles, ...tokens };

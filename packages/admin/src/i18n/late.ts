import { delegation } from './vi/delegation.ts';
import { grants } from './vi/grants.ts';
import { people } from './vi/people.ts';
import { procedures } from './vi/procedures.ts';
import { roles } from './vi/roles.ts';
import { tokens } from './vi/tokens.ts';

/** Vietnamese texts of places that few open: they come with the pages that show them (`bringTexts`), not with the first page. */
export const late = { ...delegation, ...grants, ...people, ...procedures, ...roles, ...tokens };

import { ACCOUNT_EXAMPLES } from './accounts.ts';
import { CATALOGUE_EXAMPLES } from './catalogue.ts';
import { DUTIES } from './duties.ts';
import { FIGURE_EXAMPLES } from './figures.ts';
import { IMPORT_EXAMPLES } from './imports.ts';
import { SCENARIO_EXAMPLES } from './scenarios.ts';
import { PAPER_EXAMPLES } from './papers.ts';
import { SYSTEM_EXAMPLES } from './system.ts';
import { TALK_EXAMPLES } from './talk.ts';
import type { Examples } from './types.ts';

/** Examples of one place alone: `Unit.code`, of an argument `Query.unit(code)`. */
export const BY_PLACE: Examples = {
  ...ACCOUNT_EXAMPLES,
  ...CATALOGUE_EXAMPLES,
  ...DUTIES,
  ...FIGURE_EXAMPLES,
  ...IMPORT_EXAMPLES,
  ...SCENARIO_EXAMPLES,
  ...PAPER_EXAMPLES,
  ...SYSTEM_EXAMPLES,
  ...TALK_EXAMPLES,
};

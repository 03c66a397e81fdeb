import { ACCOUNT_EXAMPLES } from './accounts.ts';
import { CATALOGUE_EXAMPLES } from './catalogue.ts';
import { CITED_FIGURE_EXAMPLES } from './cited-figures.ts';
import { CONNECTED_EXAMPLES } from './connected.ts';
import { DEFINITION_EXAMPLES } from './definitions.ts';
import { DESK_EXAMPLES } from './desk.ts';
import { DIFFICULTY_EXAMPLES } from './difficulties.ts';
import { DUTIES } from './duties.ts';
import { FIGURE_EXAMPLES } from './figures.ts';
import { IDENTITY_EXAMPLES } from './identity.ts';
import { IMPORT_EXAMPLES } from './imports.ts';
import { MONITORING_EXAMPLES } from './monitoring.ts';
import { BOUNDARY_EXAMPLES } from './boundaries.ts';
import { MY_WORK_EXAMPLES } from './my-work.ts';
import { REPORT_EXAMPLES } from './reports.ts';
import { SCENARIO_EXAMPLES } from './scenarios.ts';
import { INSPECTION_EXAMPLES } from './inspections.ts';
import { MATTER_EXAMPLES } from './matters.ts';
import { PAPER_EXAMPLES } from './papers.ts';
import { SYSTEM_EXAMPLES } from './system.ts';
import { PULL_EXAMPLES } from './pulls.ts';
import { SOURCE_EXAMPLES } from './sources.ts';
import { TALK_EXAMPLES } from './talk.ts';
import { URGING } from './urging.ts';
import type { Examples } from './types.ts';

/** Examples of one place alone: `Unit.code`, of an argument `Query.unit(code)`. */
export const BY_PLACE: Examples = {
  ...ACCOUNT_EXAMPLES,
  ...CATALOGUE_EXAMPLES,
  ...CITED_FIGURE_EXAMPLES,
  ...CONNECTED_EXAMPLES,
  ...DEFINITION_EXAMPLES,
  ...DESK_EXAMPLES,
  ...DIFFICULTY_EXAMPLES,
  ...DUTIES,
  ...FIGURE_EXAMPLES,
  ...IDENTITY_EXAMPLES,
  ...INSPECTION_EXAMPLES,
  ...MATTER_EXAMPLES,
  ...IMPORT_EXAMPLES,
  ...MONITORING_EXAMPLES,
  ...BOUNDARY_EXAMPLES,
  ...MY_WORK_EXAMPLES,
  ...SCENARIO_EXAMPLES,
  ...PAPER_EXAMPLES,
  ...REPORT_EXAMPLES,
  ...SYSTEM_EXAMPLES,
  ...PULL_EXAMPLES,
  ...SOURCE_EXAMPLES,
  ...TALK_EXAMPLES,
  ...URGING,
};

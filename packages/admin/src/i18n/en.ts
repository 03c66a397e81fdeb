import { accounts } from './en/accounts.ts';
import { audit } from './en/audit.ts';
import { boundaries } from './en/boundaries.ts';
import { catalogue } from './en/catalogue.ts';
import { copying } from './en/copying.ts';
import { days } from './en/days.ts';
import { decisions } from './en/decisions.ts';
import { definitions } from './en/definitions.ts';
import { delegation } from './en/delegation.ts';
import { desk } from './en/desk.ts';
import { duties } from './en/duties.ts';
import { difficulties } from './en/difficulties.ts';
import { dossiers } from './en/dossiers.ts';
import { feeds } from './en/feeds.ts';
import { figures } from './en/figures.ts';
import { frame } from './en/frame.ts';
import { grants } from './en/grants.ts';
import { guide } from './en/guide.ts';
import { identity } from './en/identity.ts';
import { imports } from './en/imports.ts';
import { happened } from './en/happened.ts';
import { indices } from './en/indices.ts';
import { inspections } from './en/inspections.ts';
import { matters } from './en/matters.ts';
import { intake } from './en/intake.ts';
import { lists } from './en/lists.ts';
import { marks } from './en/marks.ts';
import { measures } from './en/measures.ts';
import { monitoring } from './en/monitoring.ts';
import { moving } from './en/moving.ts';
import { operation } from './en/operation.ts';
import { papers } from './en/papers.ts';
import { people } from './en/people.ts';
import { planparts } from './en/planparts.ts';
import { plans } from './en/plans.ts';
import { presence } from './en/presence.ts';
import { problems } from './en/problems.ts';
import { procedures } from './en/procedures.ts';
import { proposals } from './en/proposals.ts';
import { pulls } from './en/pulls.ts';
import { quarantine } from './en/quarantine.ts';
import { rates } from './en/rates.ts';
import { roles } from './en/roles.ts';
import { reports } from './en/reports.ts';
import { scenarios } from './en/scenarios.ts';
import { sources } from './en/sources.ts';
import { system } from './en/system.ts';
import { systems } from './en/systems.ts';
import { table } from './en/table.ts';
import { tiles } from './en/tiles.ts';
import { talk } from './en/talk.ts';
import { tokens } from './en/tokens.ts';
import { ui } from './en/ui.ts';
import { units } from './en/units.ts';
import { urging } from './en/urging.ts';
import { work } from './en/work.ts';
import { overview } from './en/overview.ts';

/** All English texts, fetched when English is chosen. Their keys and parameters are those of the Vietnamese ones. */
export const en = {
  ...accounts,
  ...audit,
  ...boundaries,
  ...catalogue,
  ...copying,
  ...days,
  ...decisions,
  ...definitions,
  ...delegation,
  ...desk,
  ...difficulties,
  ...dossiers,
  ...duties,
  ...feeds,
  ...figures,
  ...frame,
  ...grants,
  ...guide,
  ...identity,
  ...imports,
  ...happened,
  ...indices,
  ...inspections,
  ...matters,
  ...intake,
  ...lists,
  ...marks,
  ...measures,
  ...monitoring,
  ...moving,
  ...operation,
  ...papers,
  ...people,
  ...planparts,
  ...plans,
  ...presence,
  ...problems,
  ...procedures,
  ...proposals,
  ...pulls,
  ...quarantine,
  ...rates,
  ...roles,
  ...reports,
  ...scenarios,
  ...sources,
  ...system,
  ...systems,
  ...table,
  ...tiles,
  ...talk,
  ...tokens,
  ...ui,
  ...units,
  ...urging,
  ...work,
  ...overview,
};

import { accounts } from './en/accounts.ts';
import { audit } from './en/audit.ts';
import { catalogue } from './en/catalogue.ts';
import { copying } from './en/copying.ts';
import { days } from './en/days.ts';
import { decisions } from './en/decisions.ts';
import { definitions } from './en/definitions.ts';
import { delegation } from './en/delegation.ts';
import { desk } from './en/desk.ts';
import { duties } from './en/duties.ts';
import { dossiers } from './en/dossiers.ts';
import { feeds } from './en/feeds.ts';
import { frame } from './en/frame.ts';
import { grants } from './en/grants.ts';
import { guide } from './en/guide.ts';
import { identity } from './en/identity.ts';
import { imports } from './en/imports.ts';
import { happened } from './en/happened.ts';
import { intake } from './en/intake.ts';
import { lists } from './en/lists.ts';
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
import { roles } from './en/roles.ts';
import { scenarios } from './en/scenarios.ts';
import { sources } from './en/sources.ts';
import { system } from './en/system.ts';
import { table } from './en/table.ts';
import { talk } from './en/talk.ts';
import { tokens } from './en/tokens.ts';
import { ui } from './en/ui.ts';
import { units } from './en/units.ts';

/** The English texts of where things are kept; those of where they are watched are in enOfWatching.ts. Fetched when English is chosen. */
export const en = {
  ...accounts,
  ...audit,
  ...catalogue,
  ...copying,
  ...days,
  ...decisions,
  ...definitions,
  ...delegation,
  ...desk,
  ...dossiers,
  ...duties,
  ...feeds,
  ...frame,
  ...grants,
  ...guide,
  ...identity,
  ...imports,
  ...happened,
  ...intake,
  ...lists,
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
  ...roles,
  ...scenarios,
  ...sources,
  ...system,
  ...table,
  ...talk,
  ...tokens,
  ...ui,
  ...units,
};

import { accounts } from './en/accounts.ts';
import { audit } from './en/audit.ts';
import { catalogue } from './en/catalogue.ts';
import { copying } from './en/copying.ts';
import { decisions } from './en/decisions.ts';
import { delegation } from './en/delegation.ts';
import { duties } from './en/duties.ts';
import { dossiers } from './en/dossiers.ts';
import { frame } from './en/frame.ts';
import { grants } from './en/grants.ts';
import { imports } from './en/imports.ts';
import { intake } from './en/intake.ts';
import { lists } from './en/lists.ts';
import { marks } from './en/marks.ts';
import { moving } from './en/moving.ts';
import { operation } from './en/operation.ts';
import { papers } from './en/papers.ts';
import { people } from './en/people.ts';
import { plans } from './en/plans.ts';
import { presence } from './en/presence.ts';
import { problems } from './en/problems.ts';
import { procedures } from './en/procedures.ts';
import { proposals } from './en/proposals.ts';
import { quarantine } from './en/quarantine.ts';
import { rates } from './en/rates.ts';
import { roles } from './en/roles.ts';
import { scenarios } from './en/scenarios.ts';
import { sources } from './en/sources.ts';
import { system } from './en/system.ts';
import { table } from './en/table.ts';
import { tiles } from './en/tiles.ts';
import { talk } from './en/talk.ts';
import { tokens } from './en/tokens.ts';
import { ui } from './en/ui.ts';
import { units } from './en/units.ts';

/** All English texts, fetched when English is chosen. Their keys and parameters are those of the Vietnamese ones. */
export const en = {
  ...accounts,
  ...audit,
  ...catalogue,
  ...copying,
  ...decisions,
  ...delegation,
  ...dossiers,
  ...duties,
  ...frame,
  ...grants,
  ...imports,
  ...intake,
  ...lists,
  ...marks,
  ...moving,
  ...operation,
  ...papers,
  ...people,
  ...plans,
  ...presence,
  ...problems,
  ...procedures,
  ...proposals,
  ...quarantine,
  ...rates,
  ...roles,
  ...scenarios,
  ...sources,
  ...system,
  ...table,
  ...tiles,
  ...talk,
  ...tokens,
  ...ui,
  ...units,
};

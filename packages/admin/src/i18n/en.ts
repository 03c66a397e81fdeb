import { accounts } from './en/accounts.ts';
import { audit } from './en/audit.ts';
import { catalogue } from './en/catalogue.ts';
import { decisions } from './en/decisions.ts';
import { delegation } from './en/delegation.ts';
import { dossiers } from './en/dossiers.ts';
import { frame } from './en/frame.ts';
import { grants } from './en/grants.ts';
import { imports } from './en/imports.ts';
import { intake } from './en/intake.ts';
import { lists } from './en/lists.ts';
import { operation } from './en/operation.ts';
import { papers } from './en/papers.ts';
import { people } from './en/people.ts';
import { plans } from './en/plans.ts';
import { problems } from './en/problems.ts';
import { procedures } from './en/procedures.ts';
import { quarantine } from './en/quarantine.ts';
import { rates } from './en/rates.ts';
import { roles } from './en/roles.ts';
import { sources } from './en/sources.ts';
import { system } from './en/system.ts';
import { table } from './en/table.ts';
import { tokens } from './en/tokens.ts';
import { ui } from './en/ui.ts';
import { units } from './en/units.ts';

/** All English texts, fetched when English is chosen. Their keys and parameters are those of the Vietnamese ones. */
export const en = {
  ...accounts,
  ...audit,
  ...catalogue,
  ...decisions,
  ...delegation,
  ...dossiers,
  ...frame,
  ...grants,
  ...imports,
  ...intake,
  ...lists,
  ...operation,
  ...papers,
  ...people,
  ...plans,
  ...problems,
  ...procedures,
  ...quarantine,
  ...rates,
  ...roles,
  ...sources,
  ...system,
  ...table,
  ...tokens,
  ...ui,
  ...units,
};

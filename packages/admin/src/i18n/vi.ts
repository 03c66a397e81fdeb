import { accounts } from './vi/accounts.ts';
import { catalogue } from './vi/catalogue.ts';
import { dossiers } from './vi/dossiers.ts';
import { frame } from './vi/frame.ts';
import { planparts } from './vi/planparts.ts';
import { problems } from './vi/problems.ts';
import { rates } from './vi/rates.ts';
import { system } from './vi/system.ts';
import { ui } from './vi/ui.ts';
import { units } from './vi/units.ts';

/** All Vietnamese texts: part of the first page. Each feature keeps its own in a file of its name, keys sorted. */
export const vi = {
  ...accounts,
  ...catalogue,
  ...dossiers,
  ...frame,
  ...planparts,
  ...problems,
  ...rates,
  ...system,
  ...ui,
  ...units,
};

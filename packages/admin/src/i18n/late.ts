import { lateInSystem } from './lateInSystem.ts';
import { audit } from './vi/audit.ts';
import { decisions } from './vi/decisions.ts';
import { intake } from './vi/intake.ts';
import { operation } from './vi/operation.ts';
import { papers } from './vi/papers.ts';
import { procedures } from './vi/procedures.ts';
import { quarantine } from './vi/quarantine.ts';
import { sources } from './vi/sources.ts';
import { table } from './vi/table.ts';

/** Vietnamese texts that come with the pages that show them (`bringTexts`): known here for their names, never fetched from here. */
export const late = {
  ...lateInSystem,
  ...audit,
  ...decisions,
  ...intake,
  ...operation,
  ...papers,
  ...procedures,
  ...quarantine,
  ...sources,
  ...table,
};

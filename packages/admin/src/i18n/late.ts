import { lateInSystem } from './lateInSystem.ts';
import { audit } from './vi/audit.ts';
import { copying } from './vi/copying.ts';
import { decisions } from './vi/decisions.ts';
import { duties } from './vi/duties.ts';
import { intake } from './vi/intake.ts';
import { marks } from './vi/marks.ts';
import { moving } from './vi/moving.ts';
import { operation } from './vi/operation.ts';
import { presence } from './vi/presence.ts';
import { papers } from './vi/papers.ts';
import { procedures } from './vi/procedures.ts';
import { proposals } from './vi/proposals.ts';
import { quarantine } from './vi/quarantine.ts';
import { scenarios } from './vi/scenarios.ts';
import { sources } from './vi/sources.ts';
import { table } from './vi/table.ts';
import { tiles } from './vi/tiles.ts';
import { talk } from './vi/talk.ts';

/** Vietnamese texts that come with the pages that show them (`bringTexts`): known here for their names, never fetched from here. */
export const late = {
  ...lateInSystem,
  ...audit,
  ...copying,
  ...decisions,
  ...duties,
  ...intake,
  ...marks,
  ...moving,
  ...operation,
  ...presence,
  ...papers,
  ...procedures,
  ...proposals,
  ...quarantine,
  ...scenarios,
  ...sources,
  ...table,
  ...tiles,
  ...talk,
};

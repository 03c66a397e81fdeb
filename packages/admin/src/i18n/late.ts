import { lateInSystem } from './lateInSystem.ts';
import { audit } from './vi/audit.ts';
import { boundaries } from './vi/boundaries.ts';
import { copying } from './vi/copying.ts';
import { days } from './vi/days.ts';
import { decisions } from './vi/decisions.ts';
import { definitions } from './vi/definitions.ts';
import { desk } from './vi/desk.ts';
import { difficulties } from './vi/difficulties.ts';
import { duties } from './vi/duties.ts';
import { feeds } from './vi/feeds.ts';
import { figures } from './vi/figures.ts';
import { guide } from './vi/guide.ts';
import { happened } from './vi/happened.ts';
import { identity } from './vi/identity.ts';
import { imports } from './vi/imports.ts';
import { indices } from './vi/indices.ts';
import { inspections } from './vi/inspections.ts';
import { intake } from './vi/intake.ts';
import { lists } from './vi/lists.ts';
import { marks } from './vi/marks.ts';
import { matters } from './vi/matters.ts';
import { measures } from './vi/measures.ts';
import { monitoring } from './vi/monitoring.ts';
import { moving } from './vi/moving.ts';
import { operation } from './vi/operation.ts';
import { overview } from './vi/overview.ts';
import { papers } from './vi/papers.ts';
import { plans } from './vi/plans.ts';
import { presence } from './vi/presence.ts';
import { procedures } from './vi/procedures.ts';
import { proposals } from './vi/proposals.ts';
import { pulls } from './vi/pulls.ts';
import { quarantine } from './vi/quarantine.ts';
import { reports } from './vi/reports.ts';
import { scenarios } from './vi/scenarios.ts';
import { sources } from './vi/sources.ts';
import { systems } from './vi/systems.ts';
import { table } from './vi/table.ts';
import { talk } from './vi/talk.ts';
import { tiles } from './vi/tiles.ts';
import { urging } from './vi/urging.ts';
import { work } from './vi/work.ts';

/** Vietnamese texts that come with the pages that show them (`bringTexts`): known here for their names, never fetched from here. */
export const late = {
  ...lateInSystem,
  ...audit,
  ...boundaries,
  ...copying,
  ...days,
  ...decisions,
  ...definitions,
  ...desk,
  ...difficulties,
  ...duties,
  ...feeds,
  ...figures,
  ...guide,
  ...happened,
  ...identity,
  ...imports,
  ...indices,
  ...inspections,
  ...intake,
  ...lists,
  ...marks,
  ...matters,
  ...measures,
  ...monitoring,
  ...moving,
  ...operation,
  ...overview,
  ...papers,
  ...plans,
  ...presence,
  ...procedures,
  ...proposals,
  ...pulls,
  ...quarantine,
  ...reports,
  ...scenarios,
  ...sources,
  ...systems,
  ...table,
  ...talk,
  ...tiles,
  ...urging,
  ...work,
};

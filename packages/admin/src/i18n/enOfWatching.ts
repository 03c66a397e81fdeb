import { boundaries } from './en/boundaries.ts';
import { difficulties } from './en/difficulties.ts';
import { figures } from './en/figures.ts';
import { indices } from './en/indices.ts';
import { inspections } from './en/inspections.ts';
import { marks } from './en/marks.ts';
import { matters } from './en/matters.ts';
import { measures } from './en/measures.ts';
import { monitoring } from './en/monitoring.ts';
import { overview } from './en/overview.ts';
import { rates } from './en/rates.ts';
import { reports } from './en/reports.ts';
import { systems } from './en/systems.ts';
import { tiles } from './en/tiles.ts';
import { urging } from './en/urging.ts';
import { work } from './en/work.ts';

/** The English texts of figures, monitoring and reports: all of them in one file would be larger than any page may be. */
export const enOfWatching = {
  ...boundaries,
  ...difficulties,
  ...figures,
  ...indices,
  ...inspections,
  ...marks,
  ...matters,
  ...measures,
  ...monitoring,
  ...overview,
  ...rates,
  ...reports,
  ...systems,
  ...tiles,
  ...urging,
  ...work,
};

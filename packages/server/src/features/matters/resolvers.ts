import { DirectedReportResolver, DirectionResolver, DirectionTaskResolver } from './directions/directions.resolver.ts';
import { GuidanceResolver } from './guidance/guidance.resolver.ts';
import { GuidanceWorkResolver } from './guidance/work.resolver.ts';
import { MatterStepResolver } from './log/log.resolver.ts';
import { MeasureResolver } from './measures/measures.resolver.ts';
import { MeasureWorkResolver } from './measures/work.resolver.ts';

/** Guidance, measures, directions, and their one log. */
export const MATTERS = [
  DirectionResolver,
  DirectedReportResolver,
  DirectionTaskResolver,
  GuidanceResolver,
  GuidanceWorkResolver,
  MatterStepResolver,
  MeasureResolver,
  MeasureWorkResolver,
] as const;

import {
  InspectedUnitResolver,
  InspectionFindingResolver,
  InspectionResolver,
  InspectionSampleResolver,
  InspectionStepResolver,
} from './inspections.resolver.ts';
import { InspectionWorkResolver } from './work.resolver.ts';

/** Who goes and looks, and what came of it. */
export const INSPECTIONS = [
  InspectionResolver,
  InspectedUnitResolver,
  InspectionFindingResolver,
  InspectionSampleResolver,
  InspectionStepResolver,
  InspectionWorkResolver,
] as const;

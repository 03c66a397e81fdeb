import { ChangeResolver, DossierExplanationResolver } from './change/change.resolver.ts';
import { ChangedDossierResolver, FigureResolver } from './figures.resolver.ts';
import { ClosedPeriodResolver, PublishedResolver } from './periods/periods.resolver.ts';

/** Figures that are cited, periods that are closed, what changed and why. */
export const FIGURES = [
  ChangeResolver,
  ChangedDossierResolver,
  ClosedPeriodResolver,
  DossierExplanationResolver,
  FigureResolver,
  PublishedResolver,
] as const;

import { ConnectedSystemsMutations } from './acts.resolver.ts';
import { SecurityIncidentResolver } from './incidents/incidents.resolver.ts';
import { SystemOutageResolver } from './outages/outages.resolver.ts';
import { ConnectedSystemResolver } from './systems.resolver.ts';

/** The systems that dossiers come from, and how they stand. */
export const CONNECTED = [
  ConnectedSystemResolver,
  ConnectedSystemsMutations,
  SecurityIncidentResolver,
  SystemOutageResolver,
] as const;

import type { Rule } from './rules.ts';

const filtered: Rule = { right: 'connected.read', at: 'FILTERED' };
const reporting: Rule = { right: 'connected.report', at: 'SERVICE' };
const keeping: Rule = { right: 'connected.keep', at: 'PROVINCE' };

/** Connected systems: who sees and does what stands in docs/decisions/0013, section 16. */
export const CONNECTED_RULES = {
  Query: { connectedSystem: filtered, connectedSystems: filtered },
  Mutation: {
    changeOutage: reporting,
    checkSystemNow: keeping,
    declareOutage: reporting,
    recordIncident: reporting,
    removeConnectedSystem: keeping,
    saveConnectedSystem: keeping,
    stepIncident: reporting,
  },
} as const satisfies Record<'Query' | 'Mutation', Record<string, Rule>>;

/** What leads to a system: everything that does has asked for the caller's reach. */
export const CONNECTED_TYPES: Readonly<Record<string, readonly string[]>> = {
  ConnectedSystem: [
    'Query.connectedSystem',
    'Query.connectedSystems',
    ...['changeOutage', 'checkSystemNow', 'declareOutage', 'recordIncident', 'saveConnectedSystem', 'stepIncident'].map(
      (name) => `Mutation.${name}`,
    ),
  ],
  FedSource: ['ConnectedSystem.sources', 'SystemDelivery.missing'],
  OutageCounts: ['OutageEffect.during', 'OutageEffect.around', 'OutageEffectUnit.during', 'OutageEffectUnit.around'],
  OutageEffect: ['SystemOutage.effect'],
  OutageEffectUnit: ['OutageEffect.units'],
  SecurityIncident: ['ConnectedSystem.incidents'],
  SecurityIncidentStep: ['SecurityIncident.steps'],
  SystemAvailability: ['ConnectedSystem.availability'],
  SystemCertificate: ['ConnectedSystem.certificate'],
  SystemCheck: ['ConnectedSystem.checks', 'ConnectedSystem.lastCheck'],
  SystemDelivery: ['ConnectedSystem.deliveries'],
  SystemOutage: ['ConnectedSystem.outage', 'ConnectedSystem.outages'],
  SystemStanding: ['ConnectedSystem.standing'],
};

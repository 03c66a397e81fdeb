import { InMemoryCache, type FieldPolicy } from '@apollo/client/core';

interface Page {
  nodes?: readonly unknown[];
  edges?: readonly unknown[];
  pageInfo?: unknown;
}

/**
 * A list read page by page: a page that was asked for `after` another follows it, any other begins the list anew.
 * `keyArgs` are the arguments that make it another list.
 */
function pagedBy(...keyArgs: string[]): FieldPolicy<Page> {
  return {
    keyArgs,
    merge(existing, incoming, { args }) {
      if (!existing || args?.['after'] === undefined || args['after'] === null) return incoming;
      return { ...incoming, ...joined('nodes', existing, incoming), ...joined('edges', existing, incoming) };
    },
  };
}

function joined(part: 'nodes' | 'edges', existing: Readonly<Page>, incoming: Readonly<Page>): Page {
  return incoming[part] ? { [part]: [...(existing[part] ?? []), ...incoming[part]] } : {};
}

/** Shown differently by each question, so never shared between two answers; parts of one answer are put together. */
const PART_OF_ITS_QUESTION = { keyFields: false, merge: true } as const;

/**
 * The console's memory of answers. A unit is another one on another day, a dossier counts otherwise for another
 * indicator: only what is the same whoever asks (plans, imports, rows in quarantine) is known by its identity.
 */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Account: PART_OF_ITS_QUESTION,
      Attainment: PART_OF_ITS_QUESTION,
      DataStatus: PART_OF_ITS_QUESTION,
      Dossier: { keyFields: false },
      Explanation: PART_OF_ITS_QUESTION,
      Forecast: PART_OF_ITS_QUESTION,
      Indicator: { keyFields: ['code'] },
      Procedure: PART_OF_ITS_QUESTION,
      Query: {
        fields: {
          accounts: pagedBy('search', 'active', 'role', 'unit', 'programs'),
          auditTrail: pagedBy('about', 'by', 'act', 'from', 'to', 'seq'),
          catalogueImports: pagedBy(),
          causeMends: pagedBy(),
          closedPeriods: pagedBy('indicator', 'from', 'to', 'first'),
          reports: pagedBy('year', 'indicator'),
          changedDossiers: pagedBy('figure', 'cause'),
          decisions: pagedBy('search', 'year'),
          difficulties: pagedBy('unit', 'procedure', 'state', 'cause', 'olderThan', 'heads'),
          directionTasks: pagedBy('unit', 'state', 'report', 'overdue'),
          dossiers: pagedBy('indicator', 'unit', 'from', 'to', 'scope', 'countedAs', 'knownAt'),
          guidanceList: pagedBy('unit', 'procedure', 'state', 'overdue'),
          heldBatches: pagedBy('settled'),
          ingestBatches: pagedBy('kind'),
          inspections: pagedBy('unit', 'state', 'overdue'),
          listCoverage: pagedBy('list', 'from', 'to', 'kind'),
          measures: pagedBy('unit', 'state', 'difficulty', 'overdue'),
          procedures: pagedBy('search', 'filter', 'sort', 'on'),
          quarantine: pagedBy('batch'),
          quarantineCauses: pagedBy(),
          reminders: pagedBy('state', 'unit', 'rule'),
          units: pagedBy('on', 'under', 'kind', 'search'),
          urgeMessages: pagedBy('states', 'unit', 'reminder'),
        },
      },
      ProcedureFacets: { keyFields: false },
      ServiceList: { keyFields: ['code'], fields: { entries: pagedBy('on', 'tier') } },
      ServiceListDiff: PART_OF_ITS_QUESTION,
      Unit: PART_OF_ITS_QUESTION,
    },
  });
}

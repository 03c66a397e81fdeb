import type { ExampleOperation } from './types.ts';

/** Units with their figures, and what stands behind one. */
export const FIGURE_OPERATIONS: readonly ExampleOperation[] = [
  {
    field: 'Query.units',
    query: `query DistrictsWithFigures {
  units(on: "2022-08-31", kind: DISTRICT) {
    nodes {
      code
      name
      attainment(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") {
        rate
        target
        status
      }
    }
  }
}`,
  },
  {
    field: 'Query.attainments',
    query: `query CommunesOfACity {
  attainments(
    indicator: "ONLINE_RESOLUTION_L4"
    from: "2022-01-01"
    to: "2022-12-31"
    under: "164"
    kind: COMMUNE
  ) {
    unit { code name }
    numerator
    denominator
    rate
    target
    status
    missing
  }
}`,
  },
  {
    field: 'Query.dossiers',
    query: `query DossiersBehindAFigure {
  dossiers(
    indicator: "ONLINE_RESOLUTION_L4"
    unit: "05503"
    from: "2022-01-01"
    to: "2022-12-31"
    countedAs: DENOMINATOR
    first: 20
  ) {
    numerator
    denominator
    nodes { code channel receivedAt finishedAt countedAs reason }
    pageInfo { endCursor hasNextPage }
  }
}`,
  },
];

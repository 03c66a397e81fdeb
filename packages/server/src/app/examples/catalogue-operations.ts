import type { ExampleOperation } from './types.ts';

/** Procedures: the table, one of them through time, counts, what changed, a change of many. */
export const CATALOGUE_OPERATIONS: readonly ExampleOperation[] = [
  {
    field: 'Query.procedures',
    query: `# On QD402 at level 4 or full, for communes, on 30/06/2022, with dossiers in the first half of the year,
# and of one field or with few working days.
query ProceduresOnAListWithDossiers {
  procedures(
    on: "2022-06-30"
    filter: {
      and: [
        { onList: { list: "QD402", levels: [LEVEL_4, FULL], tiers: [COMMUNE], on: "2022-06-30" } }
        { dossiers: { from: "2022-01-01", to: "2022-06-30", unit: "164", least: 1 } }
        { or: [{ fields: ["Chứng thực", "Hộ tịch"] }, { mostDays: 3 }] }
      ]
      not: { force: { states: [NO_LONGER] } }
    }
    sort: { by: NAME }
    first: 20
  ) {
    totalCount
    nodes {
      code
      name
      field
      listEntries { tier level from to }
    }
    pageInfo { endCursor hasNextPage }
  }
}`,
  },
  {
    field: 'Query.procedure',
    query: `query ProcedureThroughTime {
  procedure(code: "2.000815", on: "2022-08-31") {
    name
    isInForce
    periods { from to openedBy { number } closedBy { number } }
    revisions { version at author changes { field before after } }
    listEntries { list { code } tier level from to }
    rate(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") { numerator denominator rate }
  }
}`,
  },
  {
    field: 'Query.procedureFacets',
    query: `query CountsBesideTheTable {
  procedureFacets(on: "2022-06-30", filter: { tiers: [COMMUNE] }) {
    fields { value count }
    force { state count }
    lists { list level count }
  }
}`,
  },
  {
    field: 'Query.changes',
    query: `# Without \`since\` from the beginning; afterwards with the cursor of the page before.
query WhatChanged {
  changes(first: 200) {
    changes { kind code version at stepId }
    cursor
    hasMore
  }
}`,
  },
  {
    field: 'Mutation.editProcedures',
    query: `mutation TryAChangeOfMany {
  editProcedures(
    selection: { filter: { fields: ["Chứng thực"], tiers: [COMMUNE] } }
    changes: { authority: "Ủy ban nhân dân cấp xã", processingDays: 1.5 }
    dryRun: true
  ) {
    selected
    changed
    parts { part changed already impossible }
    token
  }
}`,
  },
];

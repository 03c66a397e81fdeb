import type { ExampleOperation } from './types.ts';

/** Lists as of a day and between two, and decisions. */
export const DECISION_OPERATIONS: readonly ExampleOperation[] = [
  {
    field: 'Query.serviceList',
    query: `query ListOnADay {
  serviceList(code: "QD402") {
    name
    entryCount(on: "2022-06-30")
    entries(on: "2022-06-30", tier: COMMUNE, first: 20) {
      nodes { procedure { code name } tier level from to openedBy { number } }
      pageInfo { endCursor hasNextPage }
    }
  }
}`,
  },
  {
    field: 'Query.serviceListDiff',
    query: `query ListBetweenTwoDays {
  serviceListDiff(list: "QD402", from: "2022-01-01", to: "2022-12-31") {
    added { procedure { code name } tier level }
    removed { procedure { code name } tier level }
    changed { procedure { code name } tier level }
    effect(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") {
      statusChanges
      province { before { rate denominator } after { rate denominator } }
    }
  }
}`,
  },
  {
    field: 'Query.listCoverage',
    query: `query ListedWithoutADossier {
  listCoverage(list: "QD402", from: "2022-01-01", to: "2022-12-31", kind: LISTED_WITHOUT_DOSSIER, first: 20) {
    totalCount
    nodes { procedure { code name } tier level dossiers }
  }
}`,
  },
  {
    field: 'Query.decisions',
    query: `query DecisionsOfAYear {
  decisions(year: 2021, search: "402", first: 20) {
    nodes { id number issuedOn effectiveOn title signer }
  }
}`,
  },
  {
    field: 'Query.decision',
    query: `query WhatADecisionChanged {
  decision(id: "1") {
    number
    issuedOn
    effectiveOn
    amendments { list { code } added removed changed }
    force { action procedure { code name } from locator }
    files { name bytes sha256 }
  }
}`,
  },
  {
    field: 'Mutation.previewDecision',
    query: `mutation TryADecision {
  previewDecision(
    input: {
      decision: { number: "1200/QĐ-UBND", issuedOn: "2022-06-15", effectiveOn: "2022-07-01" }
      list: "QD402"
      changes: [{ action: ADD, procedure: "1.000419", tier: COMMUNE, level: LEVEL_4, locator: "Phụ lục I, trang 3" }]
      force: [{ action: REPEALED, procedure: "1.000689", locator: "Phụ lục II" }]
    }
  ) {
    amendment { lines difference { added { procedure { code name } level } } }
    procedures { code name before { from to } after { from to } }
    effects { year indicator { code } effect { statusChanges province { before { rate } after { rate } } } }
  }
}`,
  },
];

import { gql } from '@apollo/client/core';
import { describe, expect, it } from 'vitest';
import { createCache } from './cache.ts';

const DOSSIERS = gql`
  query ($countedAs: CountedAs, $after: String) {
    dossiers(indicator: "I", unit: "19", from: "2022-01-01", to: "2022-12-31", countedAs: $countedAs, after: $after) {
      totalCount
      nodes {
        code
        reason
      }
    }
  }
`;
const page = (...codes: string[]) => ({
  dossiers: {
    __typename: 'DossierConnection',
    totalCount: 4,
    nodes: codes.map((code) => ({ __typename: 'Dossier', code, reason: `why ${code}` })),
  },
});

describe('a list read page by page', () => {
  const cache = createCache();
  const write = (countedAs: string, after: string | null, ...codes: string[]): void => {
    cache.writeQuery({ query: DOSSIERS, variables: { countedAs, after }, data: page(...codes) });
  };
  const codes = (countedAs: string): string[] =>
    cache
      .readQuery<ReturnType<typeof page>>({ query: DOSSIERS, variables: { countedAs, after: null } })
      ?.dossiers.nodes.map(({ code }) => code) ?? [];

  it('grows by the pages that follow, each list for itself, and begins anew with a first page', () => {
    write('NUMERATOR', null, 'a', 'b');
    write('DENOMINATOR', null, 'x');
    write('NUMERATOR', 'b', 'c', 'd');
    expect([codes('NUMERATOR'), codes('DENOMINATOR')]).toEqual([['a', 'b', 'c', 'd'], ['x']]);
    write('NUMERATOR', null, 'e');
    expect(codes('NUMERATOR')).toEqual(['e']);
  });
});

it('keeps a unit of one day apart from the same unit of another', () => {
  const cache = createCache();
  const UNIT = gql`
    query ($on: Date) {
      unit(code: "172", on: $on) {
        id
        name
      }
    }
  `;
  for (const [on, name] of [
    ['2022-04-09', 'Thị xã Phổ Yên'],
    ['2022-04-10', 'Thành phố Phổ Yên'],
  ]) {
    cache.writeQuery({ query: UNIT, variables: { on }, data: { unit: { __typename: 'Unit', id: '9', name } } });
  }
  const nameOn = (on: string): unknown =>
    cache.readQuery<{ unit: { name: string } }>({ query: UNIT, variables: { on } })?.unit.name;
  expect([nameOn('2022-04-09'), nameOn('2022-04-10')]).toEqual(['Thị xã Phổ Yên', 'Thành phố Phổ Yên']);
});

import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import {
  clearFilters,
  exportAddress,
  filterOf,
  isNarrowed,
  readLevel,
  sortOf,
  type ProcedureFilters,
} from './procedureFilters.ts';

const filters = (given: Partial<Record<keyof ProcedureFilters, unknown>> = {}): ProcedureFilters =>
  Object.fromEntries(
    Object.entries({
      search: '',
      field: null,
      tier: '',
      inForce: '',
      level: null,
      gap: '',
      on: '2022-12-31',
      sort: '',
      ...given,
    }).map(([name, value]) => [name, ref(value)]),
  ) as unknown as ProcedureFilters;

describe('what narrows the catalogue down', () => {
  it('is nothing at first, and nothing again once cleared', () => {
    const some = filters({ search: 'khai', field: 'Hộ tịch', level: 'QD402.LEVEL_4', gap: 'tier' });
    expect([isNarrowed(filters()), filterOf(filters()), isNarrowed(some)]).toEqual([false, {}, true]);
    clearFilters(some);
    expect([isNarrowed(some), filterOf(some)]).toEqual([false, {}]);
  });

  it('is one filter of all that is chosen', () => {
    const all = filters({ field: 'Hộ tịch', tier: 'COMMUNE', inForce: '1', level: 'A.B.FULL', gap: 'list' });
    expect(filterOf(all)).toEqual({
      fields: ['Hộ tịch'],
      tiers: ['COMMUNE'],
      force: { states: ['IN_FORCE'] },
      onList: { list: 'A.B', levels: ['FULL'] },
      and: [{ not: { onList: {} } }],
    });
  });

  it('leaves out a level that there is not', () => {
    expect([readLevel('QD402.LEVEL_9'), readLevel('FULL'), readLevel(null)]).toEqual([null, null, null]);
  });
});

describe('the order', () => {
  it('is asked of the server by the name that it gives the column', () => {
    expect([sortOf('-inForce'), sortOf('name'), sortOf('colour'), sortOf('')]).toEqual([
      { by: 'IN_FORCE_TO', descending: true },
      { by: 'NAME', descending: false },
      null,
      null,
    ]);
  });
});

describe('the address of a file', () => {
  it('names filter, words, order, columns, day and language', () => {
    const given = filters({ search: ' khai ', field: 'Hộ tịch', sort: '-name' });
    const address = new URL(exportAddress('csv', given, ['code', 'inForce'], 'vi'), 'http://localhost');
    expect([address.pathname, Object.fromEntries(address.searchParams)]).toEqual([
      '/exports/procedures.csv',
      {
        on: '2022-12-31',
        language: 'vi',
        columns: 'code,inForceFrom,inForceTo',
        filter: '{"fields":["Hộ tịch"]}',
        search: 'khai',
        sort: '-NAME',
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { dayOrNull, isYes, listed, oneOf, readCsv } from './read-csv.ts';

describe('a data file', () => {
  it('gives its rows by the names of their columns', () => {
    expect(readCsv('base/service-lists.csv', ['code', 'name', 'source'])[0]).toMatchObject({ code: 'QD402' });
  });

  it('is refused when its columns are others than those asked for', () => {
    expect(() => readCsv('base/service-lists.csv', ['code', 'source', 'name'])).toThrow('base/service-lists.csv');
    expect(() => readCsv('base/service-lists.csv', ['code', 'name'])).toThrow('code,name,source');
  });
});

describe('a cell', () => {
  it('is an open end when it is empty', () => {
    expect([dayOrNull(''), dayOrNull('2022-04-10')]).toEqual([null, '2022-04-10']);
  });

  it('may hold several values or none', () => {
    expect([listed('A|B'), listed('A'), listed('')]).toEqual([['A', 'B'], ['A'], []]);
  });

  it('is refused when it is none of the words that may stand there', () => {
    expect(oneOf('OWN', ['OWN', 'SUBTREE'])).toBe('OWN');
    expect(() => oneOf('Own', ['OWN', 'SUBTREE'])).toThrow('"Own" is none of OWN, SUBTREE');
    expect([isYes('yes'), isYes('no')]).toEqual([true, false]);
    expect(() => isYes('')).toThrow();
  });
});

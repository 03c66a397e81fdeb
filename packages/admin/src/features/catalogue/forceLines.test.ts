import { describe, expect, it } from 'vitest';
import './texts.ts';
import { changesOf, forceProblems, newLine, type ForceLine } from './forceLines.ts';

const DAY = '2022-01-01';
const line = (facts: Partial<ForceLine>): ForceLine => ({ ...newLine('ENFORCED'), ...facts });

describe('the lines of one decision about one procedure', () => {
  it('may be in force, not in force and in force again', () => {
    const lines = [line({ from: '2022-01-01', to: '2022-05-31' }), line({ from: '2022-09-01' })];
    expect(forceProblems(lines, DAY)).toEqual({});
    expect(changesOf('2.000815', lines, DAY)).toEqual({
      changes: [
        { action: 'ENFORCED', procedure: '2.000815', from: '2022-01-01', locator: null },
        { action: 'REPEALED', procedure: '2.000815', from: '2022-06-01', locator: null },
        { action: 'ENFORCED', procedure: '2.000815', from: '2022-09-01', locator: null },
      ],
      lineOf: [0, 0, 1],
    });
  });

  it.each<[string, ForceLine[], Record<string, unknown>]>([
    [
      'begins while another lasts',
      [line({ from: '2022-01-01', to: '2022-05-31' }), line({ from: '2022-05-31' })],
      { 'lines.1.from': expect.stringMatching(/2.*1.*31\/05\/2022/) },
    ],
    [
      'begins while an open one lasts, whatever their order',
      [line({ from: '2022-06-01' }), line({ from: null })],
      { 'lines.0.from': expect.stringMatching(/1.*2/) },
    ],
    ['ends before it begins', [line({ from: '2022-06-01', to: '2022-05-31' })], { 'lines.0.to': expect.any(String) }],
  ])('are refused where one %s, and the line is named', (_what, lines, problems) => {
    expect(forceProblems(lines, DAY)).toEqual(problems);
  });

  it('may follow each other on the next day, and after a line that repeals', () => {
    expect(forceProblems([line({ from: '2022-01-01', to: '2022-05-31' }), line({ from: '2022-06-01' })], DAY)).toEqual(
      {},
    );
    const repealed = line({ action: 'REPEALED', from: '2022-03-01' });
    expect(forceProblems([line({}), repealed, line({ from: '2022-04-01' })], DAY)).toEqual({});
  });

  it('are sent in the order of their days, each with its page and what replaces', () => {
    const replaced = line({ action: 'REPLACED', from: '2023-01-01', replacedBy: '2.000816', locator: ' trang 3 ' });
    const { changes, lineOf } = changesOf('2.000815', [replaced, line({ from: '2022-02-01' })], DAY);
    expect(lineOf).toEqual([1, 0]);
    expect(changes[1]).toEqual({
      action: 'REPLACED',
      procedure: '2.000815',
      from: '2023-01-01',
      locator: 'trang 3',
      replacedBy: '2.000816',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { shallowRef } from 'vue';
import { useMarkedRows } from './useMarkedRows.ts';

const open = (keys = ['a', 'b', 'c', 'd', 'e']) => {
  const marked = shallowRef<ReadonlySet<string>>(new Set());
  const shown = { keys };
  return { marked, shown, ...useMarkedRows(marked, () => shown.keys) };
};
const said = (marked: { value: ReadonlySet<string> }) => [...marked.value].sort().join('');

describe('marking rows', () => {
  it('marks one and takes its mark away', () => {
    const { marked, mark } = open();
    mark(1, false);
    expect(said(marked)).toBe('b');
    mark(1, false);
    expect(said(marked)).toBe('');
  });

  it('gives all up to here what the last touched one has, both ways', () => {
    const { marked, mark } = open();
    mark(3, false);
    mark(1, true);
    expect(said(marked)).toBe('bcd');
    mark(2, false);
    mark(4, true);
    expect(said(marked)).toBe('b');
  });

  it('marks the way that Shift and the arrows go', () => {
    const { marked, reachTo } = open();
    reachTo(0, 1);
    reachTo(1, 2);
    expect(said(marked)).toBe('abc');
  });

  it('keeps marks with their rows when these are sorted anew, and knows no row beyond the last', () => {
    const { marked, shown, mark } = open();
    mark(0, false);
    shown.keys = ['e', 'd', 'c', 'b', 'a'];
    mark(2, true);
    expect(said(marked)).toBe('abc');
    mark(9, false);
    expect(said(marked)).toBe('abc');
  });
});

import { computed, ref } from 'vue';
import { describe, expect, it } from 'vitest';
import type { GridColumn } from '../../../ui/grid/gridColumn.ts';
import type { PlanUnit } from '../sheet/planUnit.ts';
import './presenceTexts.ts';
import { withOthers } from './gridTalk.ts';
import { asksForTalk } from './together.ts';
import type { PlanTalk } from './usePlanTalk.ts';

const unit = (code: string, isIssuer = false): PlanUnit => ({
  code,
  name: `Xã ${code}`,
  aliases: [],
  kind: 'COMMUNE',
  volume: 1,
  baseline: null,
  isIssuer,
  before: null,
});
const columns: GridColumn<PlanUnit>[] = [
  { key: 'name', header: 'Đơn vị', names: true, text: ({ name }) => name },
  { key: 'target', header: 'Chỉ tiêu', text: () => '' },
];

function talkOf(open: () => void): PlanTalk {
  return {
    comments: computed(() => []),
    proposals: computed(() => []),
    noted: computed(() => []),
    consultedUntil: computed(() => null),
    consultedVersion: computed(() => 0),
    isKnown: computed(() => true),
    loading: ref(false),
    error: ref(null),
    openOf: () => 0,
    refetch: () => Promise.resolve(),
    drafts: new Map(),
    asked: ref(0),
    open,
  };
}

describe('the columns of a sheet with others in it', () => {
  const at = (code: string, field: string) => (code === '2' && field === 'target' ? 'An, Bình' : null);

  it('tell who stands on a cell, and never on the issuer’s own dossiers', () => {
    const [, target] = withOthers(
      columns,
      at,
      talkOf(() => undefined),
    );
    expect(target?.others?.(unit('2'))).toEqual({ names: 'An, Bình', text: 'An, Bình đang ở ô này' });
    expect(target?.others?.(unit('1'))).toBeNull();
    expect(target?.others?.(unit('2', true))).toBeNull();
  });

  it('open the talk by Enter on a name, and nothing by it elsewhere', () => {
    let opened = 0;
    const [name, target] = withOthers(
      columns,
      at,
      talkOf(() => (opened += 1)),
    );
    name?.act?.([unit('2')]);
    expect([opened, target?.act]).toEqual([1, undefined]);
  });
});

describe('C', () => {
  const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...more });

  it('asks for the talk alone, not with Ctrl, Alt or the command key, and not as another letter', () => {
    expect(['c', 'C'].map((key) => asksForTalk(press(key)))).toEqual([true, true]);
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(asksForTalk(press('c', held))).toBe(false);
    expect(asksForTalk(press('5'))).toBe(false);
  });

  it('is a letter while one types', () => {
    const field = document.createElement('input');
    const asked: boolean[] = [];
    field.addEventListener('keydown', (event) => asked.push(asksForTalk(event)));
    field.dispatchEvent(press('c'));
    expect(asked).toEqual([false]);
  });
});

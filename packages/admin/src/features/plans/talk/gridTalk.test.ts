import { computed, createApp, h, ref } from 'vue';
import { describe, expect, it } from 'vitest';
import type { GridColumn } from '../../../ui/grid/gridColumn.ts';
import { cellOf } from '../sheet/cells.ts';
import type { PlanUnit } from '../sheet/planUnit.ts';
import './presenceTexts.ts';
import { withOthers } from './gridTalk.ts';
import { asksForTalk, talkKey } from './together.ts';
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
    takesKeyboard: () => false,
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

  it('keep what stands below a name on a phone', () => {
    const under = cellOf(({ volume }) => `${String(volume)} hồ sơ`);
    const talk = talkOf(() => undefined);
    const [shown] = withOthers(
      [{ key: 'name', header: 'Đơn vị', names: true, text: () => 'Xã 1', cell: under }],
      at,
      talk,
    );
    const cell = shown?.cell;
    const place = document.createElement('div');
    const app = createApp({ render: () => cell && h(cell, { row: unit('1') }) });
    app.mount(place);
    expect(place.textContent).toBe('1 hồ sơ');
    app.unmount();
  });

  it('let one go from row to row by press and Enter: neither opens the talk', () => {
    const shown = withOthers(
      columns,
      at,
      talkOf(() => undefined),
    );
    expect(shown.map(({ act }) => act)).toEqual([undefined, undefined]);
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

  it('is a letter of what is typed right before it, and a wish again once one went on or paused', () => {
    const asks = talkKey();
    const at = (key: string, timeStamp: number): boolean =>
      asks(Object.defineProperty(press(key), 'timeStamp', { value: timeStamp }));
    expect([at('a', 10), at('b', 100), at('c', 200)]).toEqual([false, false, false]);
    expect([at('5', 2_000), at('Enter', 2_100), at('c', 2_200)]).toEqual([false, false, true]);
    expect([at('5', 3_000), at('Shift', 3_500), at('C', 3_900), at('c', 6_000)]).toEqual([false, false, false, true]);
  });

  it('held down asks once', () => {
    expect(asksForTalk(press('c', { repeat: true }))).toBe(false);
  });
});

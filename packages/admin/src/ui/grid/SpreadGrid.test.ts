import { readPercent } from '@chi-tieu/shared/domain/vietnamese-format';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApp, h, nextTick, reactive, type App } from 'vue';
import type { GridChange, GridColumn, GridDeed } from './gridColumn.ts';
import type { GridTexts } from './gridTexts.ts';
import SpreadGrid from './SpreadGrid.vue';

interface Row {
  code: string;
  name: string;
  volume: number;
  target: number | null;
}

const texts: GridTexts = {
  help: 'help',
  hint: 'hint',
  selected: (rows, columns) => `${rows}×${columns}`,
  copied: (count) => `copied ${count}`,
  cleared: (count) => `cleared ${count}`,
  filled: (count) => `filled ${count}`,
  pasted: (count) => `pasted ${count}`,
  nothingToPaste: 'nothing',
  notHere: 'not here',
  left: (text) => `left ${text}`,
  paste: {
    title: 'preview',
    description: (taken, refused) => `${taken} taken, ${refused} refused`,
    cell: 'cell',
    now: 'now',
    pasted: 'pasted',
    outcome: 'outcome',
    willTake: 'will take',
    willClear: 'will clear',
    same: 'same',
    outside: 'outside',
    unknown: 'unknown',
    twice: 'twice',
    unmarked: (name) => `unmarked ${name}`,
    empty: 'empty',
    take: (count) => `take ${count}`,
    cancel: 'cancel',
    close: 'close',
  },
};

// Made ready beforehand: on a busy machine that takes longer than one waits for a dialog.
beforeAll(() => import('./PastePreview.vue'));

let app: App | undefined;
afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
});

/** A grid of three communes on the page, the third one locked, with everything it says. */
function mount() {
  const rows = reactive<Row[]>([
    { code: 'a', name: 'Xã Na Mao', volume: 100, target: 5000 },
    { code: 'b', name: 'Xã Phú Lạc', volume: 300, target: null },
    { code: 'c', name: 'Xã Tân Linh', volume: 200, target: 6000 },
  ]);
  const heard: string[] = [];
  const columns: GridColumn<Row>[] = [
    {
      key: 'name',
      header: 'Unit',
      names: true,
      text: ({ name }) => name,
      find: (name) => {
        const row = rows.findIndex((one) => one.name === name || (name === 'xa phu lac' && one.code === 'b'));
        return row < 0 ? null : { row, unmarked: name === 'xa phu lac' };
      },
      sort: { active: true, descending: false, press: () => heard.push('sort') },
    },
    {
      key: 'volume',
      header: 'Volume',
      text: ({ volume }) => String(volume),
      measure: { unit: 'dossiers', value: ({ volume }) => volume },
    },
    {
      key: 'target',
      header: 'Target',
      text: ({ target }) => (target === null ? '' : String(target / 100)),
      measure: { unit: 'percent', value: ({ target }) => target },
      table: { heading: (text) => (text === 'Target' ? 1 : 0), isFigure: (text) => readPercent(text) !== null },
      edit: {
        value: ({ target }) => target,
        write: (value) => (value === null ? '' : String(value / 100)),
        read: (text) => {
          const value = text.trim() === '' ? null : readPercent(text);
          return value === null && text.trim() !== '' ? { problem: `no percentage: ${text}` } : { value };
        },
        refusal: ({ code }) => (code === 'c' ? 'locked' : null),
      },
    },
  ];
  const change = (changes: GridChange[], deed: GridDeed): void => {
    heard.push(`${deed} ${changes.map(({ row, value }) => `${row}=${value}`).join(' ')}`);
    for (const { row, value } of changes) Object.assign(rows.find(({ code }) => code === row) ?? {}, { target: value });
  };
  const host = document.body.appendChild(document.createElement('div'));
  app = createApp(() =>
    h(
      SpreadGrid<Row>,
      {
        label: 'grid',
        rows,
        columns,
        keyOf: ({ code }: Row) => code,
        texts,
        weightOf: ({ volume }: Row) => volume,
        start: 'target',
        onChange: change,
        onDraft: (draft: GridChange | null) => heard.push(draft ? `draft ${draft.row}=${draft.value}` : 'draft none'),
        onUndo: () => heard.push('undo'),
        onRedo: () => heard.push('redo'),
      },
      {
        status: ({
          cells,
          summary,
        }: {
          cells: number;
          summary: { mean: number | null; weightedMean: number | null } | null;
        }) => `${cells} cells, mean ${summary?.mean}, weighted ${summary?.weightedMean}`,
      },
    ),
  );
  app.mount(host);
  const cell = (place: string): HTMLElement => {
    const found = host.querySelector<HTMLElement>(`[data-cell="${place}"]`);
    if (!found) throw new Error(`No cell ${place}`);
    return found;
  };
  return { rows, heard, host, cell, status: () => host.querySelector('footer')?.textContent ?? '' };
}

/** Waits until what follows from an event is on the page, focus included. */
async function settled(): Promise<void> {
  for (let i = 0; i < 4; i++) await nextTick();
}

async function press(key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await settled();
  return event;
}

async function type(text: string): Promise<void> {
  const field = document.activeElement as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
}

async function clipboard(kind: 'copy' | 'paste', text = ''): Promise<string> {
  const held = { text };
  const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), {
    clipboardData: { getData: () => held.text, setData: (_type: string, data: string) => (held.text = data) },
  });
  document.dispatchEvent(event);
  await settled();
  return held.text;
}

const focused = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset['cell'];

it('sorts by a press on a header that stands for an order, and selects the column of any other', async () => {
  const { heard } = mount();
  const [name, volume] = document.querySelectorAll<HTMLElement>('[role="columnheader"]');
  expect([name?.getAttribute('aria-sort'), volume?.hasAttribute('aria-sort')]).toEqual(['ascending', false]);
  name?.querySelector('button')?.click();
  volume?.click();
  await settled();
  expect(heard).toEqual(['sort']);
  expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(3);
});

describe('the keyboard', () => {
  it('types over a cell, tells what is being typed, takes it with Enter and goes on below', async () => {
    const { cell, heard } = mount();
    cell('0.2').focus();
    await press('5');
    await type('55,5');
    await press('Enter');
    expect(heard.filter((one) => !one.endsWith('none'))).toEqual(['draft a=500', 'draft a=5550', 'type a=5550']);
    expect(focused()).toBe('1.2');
  });

  it('leaves a cell as it was with Escape', async () => {
    const { cell, rows, heard } = mount();
    cell('0.2').focus();
    await press('F2');
    expect((document.activeElement as HTMLInputElement).value).toBe('50');
    await type('70');
    await press('Escape');
    expect([rows[0]?.target, heard.at(-1), focused()]).toEqual([5000, 'draft none', '0.2']);
  });

  it('keeps what cannot be read in the cell and says why', async () => {
    const { cell, host, rows } = mount();
    cell('0.2').focus();
    await press('1');
    await type('101');
    await press('Enter');
    expect(host.querySelector('[role="alert"]')?.textContent).toContain('no percentage: 101');
    expect([document.activeElement?.tagName, rows[0]?.target]).toEqual(['INPUT', 5000]);
  });

  it('does not open a locked cell, and says so', async () => {
    const { cell, status } = mount();
    cell('2.2').dispatchEvent(new Event('focusin', { bubbles: true }));
    cell('0.2').focus();
    await press('End', { ctrlKey: true });
    await press('5');
    expect([focused(), status()]).toEqual(['2.2', expect.stringContaining('locked')]);
  });

  it('says of a letter typed over a number why it is not taken, and changes nothing', async () => {
    const { cell, rows, status } = mount();
    cell('0.2').focus();
    await press('x');
    expect([focused(), status(), rows[0]?.target]).toEqual(['0.2', expect.stringContaining('no percentage: x'), 5000]);
  });

  it('clears and fills down what is selected, but not what is locked', async () => {
    const { cell, heard } = mount();
    cell('0.2').focus();
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    await press('d', { ctrlKey: true });
    await press('Delete');
    expect(heard.filter((one) => !one.startsWith('draft'))).toEqual(['fill b=5000', 'clear a=null b=null']);
  });

  it('asks for undo and redo, and lets go of letters it has no use for', async () => {
    const { cell, heard } = mount();
    cell('0.2').focus();
    await press('z', { ctrlKey: true });
    await press('y', { ctrlKey: true });
    await press('Z', { ctrlKey: true, shiftKey: true });
    expect(heard).toEqual(['undo', 'redo', 'redo']);
    expect((await press('g')).defaultPrevented).toBe(false);
  });

  it.each(['beforeunload', 'pagehide'])('takes what is being typed when the page goes (%s)', async (goes) => {
    const { cell, rows, heard } = mount();
    cell('0.2').focus();
    await press('5');
    await type('55,5');
    const event = new Event(goes, { cancelable: true });
    window.dispatchEvent(event);
    expect([rows[0]?.target, heard.at(-1), event.defaultPrevented]).toEqual([5550, 'type a=5550', false]);
    await settled();
    expect(focused()).toBe('0.2');
  });

  it('lets the browser ask where what is being typed cannot be read', async () => {
    const { cell, host, rows } = mount();
    cell('0.2').focus();
    await press('5');
    await type('555');
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    await settled();
    expect([rows[0]?.target, event.defaultPrevented]).toEqual([5000, true]);
    expect(host.querySelector('[role="alert"]')?.textContent).toContain('no percentage: 555');
  });

  it('leaves the grid with Tab at the end of a row, and holds one cell that Tab reaches', async () => {
    const { cell, host } = mount();
    cell('0.2').focus();
    expect((await press('Tab')).defaultPrevented).toBe(false);
    expect(host.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });
});

describe('the selection', () => {
  it('is drawn with the mouse, and the status bar sums it up', async () => {
    const { cell, status } = mount();
    cell('0.2').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, buttons: 1 }));
    cell('2.2').dispatchEvent(new PointerEvent('pointermove', { bubbles: true, buttons: 1 }));
    await settled();
    expect(status()).toContain('3 cells, mean 5500, weighted 5667');
    expect(cell('1.2').getAttribute('aria-selected')).toBe('true');
  });

  it('of different units is counted, not added up', async () => {
    const { cell, status } = mount();
    cell('0.2').focus();
    await press('ArrowLeft', { shiftKey: true });
    expect(status()).toContain('2 cells, mean undefined');
  });
});

describe('the clipboard', () => {
  it('gets the selection as a spreadsheet takes it', async () => {
    const { cell } = mount();
    cell('0.2').focus();
    await press('ArrowDown', { shiftKey: true });
    await press('Home', { shiftKey: true });
    expect(await clipboard('copy')).toBe('Xã Na Mao\t100\t50\r\nXã Phú Lạc\t300\t');
  });

  it('is taken at once where all fits', async () => {
    const { cell, heard } = mount();
    cell('0.2').focus();
    await clipboard('paste', '40\r\n"41,5 %"\r\n');
    expect(heard).toEqual(['paste a=4000 b=4150']);
  });

  it('is shown cell by cell before anything changes where it does not fit, and takes what it can on demand', async () => {
    const { cell, heard } = mount();
    cell('0.2').focus();
    await clipboard('paste', 'tốt\n41\n42\n43\n');
    await expect.poll(() => document.querySelector('[role="dialog"]')?.textContent).toContain('1 taken, 3 refused');
    const shown = document.querySelector('[role="dialog"]')?.textContent ?? '';
    for (const part of ['no percentage: tốt', 'locked', 'outside', 'will take']) expect(shown).toContain(part);
    expect(heard).toEqual([]);
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes('take 1'))?.click();
    await settled();
    expect(heard).toEqual(['paste b=4100']);
  });

  it('of a table finds rows by their names and values by their header', async () => {
    const { cell, heard } = mount();
    cell('0.2').focus();
    await clipboard('paste', 'No\tUnit\tTarget\n1\tXã Phú Lạc\t44\n2\tXã Na Mao\t33\n');
    expect(heard).toEqual(['paste b=4400 a=3300']);
  });

  it('is shown before it is taken where a name was known only without its marks', async () => {
    const { cell, heard } = mount();
    cell('0.2').focus();
    await clipboard('paste', 'xa phu lac\t44\nXã Na Mao\t33\n');
    await expect
      .poll(() => document.querySelector('[role="dialog"]')?.textContent)
      .toContain('will take, unmarked xa phu lac');
    expect(heard).toEqual([]);
  });

  it('is nobody’s business while the keyboard is elsewhere', async () => {
    const { heard } = mount();
    await clipboard('paste', '40');
    expect(heard).toEqual([]);
  });
});

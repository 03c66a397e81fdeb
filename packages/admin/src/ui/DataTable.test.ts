import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, defineComponent, h, nextTick, ref, type App } from 'vue';
import type { Column } from './column.ts';
import DataTable from './DataTable.vue';

interface Commune {
  code: string;
  name: string;
  rate: number | null;
}

const columns: Column<Commune>[] = [
  { key: 'name', header: 'Tên', sortable: true, value: ({ name }) => name },
  { key: 'rate', header: 'Tỷ lệ', align: 'end', sortable: true, value: ({ rate }) => rate },
];
const few: Commune[] = [
  { code: '1', name: 'Ân Tình', rate: 40 },
  { code: '2', name: 'An Khánh', rate: null },
  { code: '3', name: 'Đào Xá', rate: 9.5 },
];
const many = Array.from({ length: 2000 }, (_, i): Commune => ({ code: String(i), name: `Xã ${i}`, rate: i % 100 }));

let app: App | undefined;
let host: HTMLElement;
const opened: string[] = [];
const more = vi.fn();

/** A table in a place 360 pixels high. The environment lays nothing out, so it is told what a browser would say. */
async function show(rows: readonly Commune[], hasMore = false): Promise<void> {
  const sort = ref('');
  const Page = defineComponent(
    () => () =>
      h(DataTable<Commune>, {
        label: 'Đơn vị',
        rows,
        columns,
        keyOf: ({ code }: Commune) => code,
        hasMore,
        sort: sort.value,
        'onUpdate:sort': (word: string) => (sort.value = word),
        onOpen: (row: Commune) => opened.push(row.code),
        onMore: more,
      }),
  );
  app = createApp(Page);
  app.mount(host);
  await settled();
}
const settled = async (): Promise<void> => {
  await nextTick();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await nextTick();
};
const names = (): string[] =>
  [...host.querySelectorAll('tr[data-row] td:first-child')].map((cell) => cell.textContent.trim());
const press = async (key: string): Promise<void> => {
  const at = document.activeElement?.matches('tr[data-row]')
    ? document.activeElement
    : host.querySelector('tr[tabindex="0"]');
  at?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await settled();
};
const header = (text: string): HTMLElement => {
  const found = [...host.querySelectorAll('th')].find((cell) => cell.textContent.includes(text));
  if (!found) throw new Error(`no header ${text}`);
  return found;
};

beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
  opened.length = 0;
  more.mockClear();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(360);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
afterEach(() => {
  app?.unmount();
  host.remove();
  vi.restoreAllMocks();
});

describe('a table', () => {
  it('sorts by a header, what has no value always last, and says how it is sorted', async () => {
    await show(few);
    const button = header('Tỷ lệ').querySelector('button');
    const seen: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      button?.click();
      await settled();
      seen.push([header('Tỷ lệ').getAttribute('aria-sort'), names()]);
    }
    expect(seen).toEqual([
      ['descending', ['Ân Tình', 'Đào Xá', 'An Khánh']],
      ['ascending', ['Đào Xá', 'Ân Tình', 'An Khánh']],
      ['none', ['Ân Tình', 'An Khánh', 'Đào Xá']],
    ]);
  });

  it('lets the keyboard go through the rows and open one', async () => {
    await show(few);
    host.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await press('Home');
    await press('Enter');
    expect(opened).toEqual(['3', '1']);
  });

  it('has one stop for Tab', async () => {
    await show(few);
    expect(host.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
  });

  it('draws only the rows in sight, and tells how many there are', async () => {
    await show(many);
    expect(names().length).toBeGreaterThan(5);
    expect(names().length).toBeLessThan(60);
    expect(host.querySelector('table')?.getAttribute('aria-rowcount')).toBe('2001');
  });

  it('asks for more when the end is near, and only while there is more', async () => {
    await show(few, true);
    expect(more).toHaveBeenCalled();
    app?.unmount();
    more.mockClear();
    await show(few, false);
    expect(more).not.toHaveBeenCalled();
  });
});

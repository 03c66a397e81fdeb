import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, h, nextTick, ref, type App } from 'vue';
import { useRowWindow, type RowWindow } from './useRowWindow.ts';

const ROW = 20;
const count = ref(1000);
let app: App;
let rows: RowWindow;
let place: HTMLElement;

/** A place 200 pixels high. The environment lays nothing out, so it is told what a browser would say. */
beforeEach(async () => {
  count.value = 1000;
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(200);
  const scroller = ref<HTMLElement | null>(null);
  app = createApp({
    setup: () => {
      rows = useRowWindow({
        count: () => count.value,
        rowHeight: () => ROW,
        scroller: () => scroller.value,
        around: 3,
      });
      return () => h('div', { ref: scroller });
    },
  });
  app.mount(document.body.appendChild(document.createElement('div')));
  await nextTick();
  place = document.querySelector<HTMLElement>('div > div') as HTMLElement;
});
afterEach(() => {
  app.unmount();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});
const drawn = (): [number, number] => [rows.first.value, rows.end.value];

describe('the rows that are drawn', () => {
  it('are those in sight and some around them, wherever one scrolls', () => {
    expect(drawn()).toEqual([0, 14]);
    place.scrollTop = 2000;
    place.dispatchEvent(new Event('scroll'));
    expect(drawn()).toEqual([97, 114]);
  });

  it('hold a row from the moment that it is brought into sight', () => {
    rows.reveal(500);
    expect(drawn()[0]).toBeLessThanOrEqual(500);
    expect(drawn()[1]).toBeGreaterThan(500);
    // Its end stands at the end of the place, below a head of 36 pixels.
    expect(place.scrollTop).toBe(500 * ROW + ROW + 36 - 200);
    rows.reveal(495);
    expect(place.scrollTop).toBe(500 * ROW + ROW + 36 - 200);
    rows.reveal(10);
    expect(place.scrollTop).toBe(10 * ROW);
  });

  it('are the last ones while fewer come than there were', () => {
    rows.reveal(999);
    count.value = 20;
    expect(drawn()).toEqual([6, 20]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, defineComponent, h, nextTick, ref, type App } from 'vue';
import { lazyPart, showFailedPartsBy, untilItComes } from './lazyPart.ts';

const Part = defineComponent({
  props: { name: { type: String, required: true } },
  emits: ['close'],
  setup:
    (props, { emit }) =>
    () =>
      h('p', { onClick: () => emit('close') }, `part ${props.name}`),
});
const Failed = defineComponent({
  props: { busy: Boolean },
  emits: ['retry', 'close'],
  setup:
    (_props, { emit }) =>
    () => [
      h('button', { id: 'retry', onClick: () => emit('retry') }),
      h('button', { id: 'close', onClick: () => emit('close') }),
    ],
});
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) await nextTick();
};

let host: HTMLElement;
let app: App;
let away: boolean;
let asked: number;
beforeEach(async () => {
  [away, asked] = [true, 0];
  showFailedPartsBy(Failed);
  const Lazy = lazyPart(() => {
    asked++;
    return away ? Promise.reject(new TypeError('no line')) : Promise.resolve({ default: Part });
  });
  const open = ref(true);
  host = document.createElement('div');
  app = createApp(() => [
    h('input'),
    open.value
      ? h(Lazy, { name: 'a', onClose: () => (open.value = false) })
      : h('i', { onClick: () => (open.value = true) }),
  ]);
  app.mount(host);
  await settled();
});
afterEach(() => app.unmount());
const press = async (what: string): Promise<void> => {
  host.querySelector(what)?.dispatchEvent(new Event('click'));
  await settled();
};

describe('a part whose scripts do not come', () => {
  it('leaves the page as it is, and comes when it is tried again', async () => {
    const field = host.querySelector('input');
    expect(host.querySelector('#retry')).not.toBeNull();
    away = false;
    await press('#retry');
    expect(host.textContent).toBe('part a');
    expect(host.querySelector('input')).toBe(field);
    expect(asked).toBe(2);
  });

  it('closes as the part itself would, and is asked for anew when it is opened again', async () => {
    await press('#close');
    expect(host.querySelector('#retry')).toBeNull();
    away = false;
    await press('i');
    expect(host.textContent).toBe('part a');
  });

  it('is there at once the next time, with its own way to close', async () => {
    away = false;
    await press('#retry');
    await press('p');
    expect(host.textContent).toBe('');
    await press('i');
    expect([host.textContent, asked]).toEqual(['part a', 2]);
  });
});

it('tries again until it comes where nobody waits in front of it', async () => {
  vi.useFakeTimers();
  let tries = 0;
  const coming = untilItComes(() => (++tries < 3 ? Promise.reject(new TypeError('no line')) : Promise.resolve('here')));
  await vi.advanceTimersByTimeAsync(1999);
  expect(tries).toBe(1);
  await vi.advanceTimersByTimeAsync(4001);
  expect([await coming, tries]).toEqual(['here', 3]);
  vi.useRealTimers();
});

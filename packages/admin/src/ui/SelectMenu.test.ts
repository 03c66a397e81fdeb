import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, h, ref, type App } from 'vue';
import SelectMenu from './SelectMenu.vue';

const OPTIONS = [
  { value: 'a', label: 'Một' },
  { value: 'b', label: 'Hai' },
];
let app: App;
const chosen = ref('a');

beforeEach(() => {
  chosen.value = 'a';
  app = createApp(() =>
    h(SelectMenu<string>, {
      label: 'Kỳ',
      options: OPTIONS,
      modelValue: chosen.value,
      'onUpdate:modelValue': (value: string) => (chosen.value = value),
    }),
  );
  app.mount(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  app.unmount();
  document.body.replaceChildren();
});
const button = (): HTMLElement | null => document.querySelector('button[role="combobox"]');
const options = (): (string | null)[] =>
  [...document.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent);

describe('a select menu', () => {
  it('says what is chosen before its list was fetched', () => {
    expect(button()?.getAttribute('aria-label')).toBe('Kỳ: Một');
    expect(button()?.getAttribute('aria-expanded')).toBe('false');
  });

  it.each(['ArrowDown', 'ArrowUp', 'h'])('opens by %s, and then has one button still', async (key) => {
    button()?.focus();
    button()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(options()).toEqual(['Một', 'Hai']), { timeout: 15_000 });
    expect(document.querySelectorAll('button[role="combobox"]')).toHaveLength(1);
    expect(button()?.getAttribute('aria-expanded')).toBe('true');
    expect(button()?.getAttribute('aria-label')).toBe('Kỳ: Một');
  });

  it('does not open for somebody who went on meanwhile', async () => {
    const elsewhere = document.body.appendChild(document.createElement('input'));
    button()?.click();
    elsewhere.focus();
    await vi.waitFor(() => expect(button()?.getAttribute('aria-busy')).toBeNull());
    expect(options()).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { createApp, h, nextTick, ref } from 'vue';
import DateField from './DateField.vue';

/** A field that holds a day, and what happens when one types and leaves it. */
function fieldWith(day: string | null) {
  const held = ref(day);
  const host = document.createElement('div');
  createApp(() =>
    h(DateField, {
      label: 'Từ ngày',
      unreadable: 'Không đọc được',
      modelValue: held.value,
      'onUpdate:modelValue': (value: string | null) => (held.value = value),
    }),
  ).mount(host);
  const input = host.querySelector('input');
  if (!input) throw new Error('no input');
  const type = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
    await nextTick();
    await nextTick();
  };
  return { held, input, type, host };
}

it.each([
  ['31082022', '2022-08-31', '31/08/2022'],
  ['1/9/2022', '2022-09-01', '01/09/2022'],
  ['', null, ''],
])('takes %j for %s', async (typed, expected, shown) => {
  const { held, input, type } = fieldWith('2022-01-01');
  await type(typed);
  expect([held.value, input.value]).toEqual([expected, shown]);
});

it('leaves the day alone and says so when it cannot be read', async () => {
  const { held, input, type, host } = fieldWith('2022-01-01');
  await type('31/02/2022');
  expect([held.value, input.value]).toEqual(['2022-01-01', '31/02/2022']);
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(host.textContent).toContain('Không đọc được');
});

it('withdraws its complaint while one types, not when one leaves: what lies below must not move under a click', async () => {
  const { input, type, host } = fieldWith(null);
  await type('ngày mai');
  expect(host.textContent).toContain('Không đọc được');
  input.value = '31122099';
  input.dispatchEvent(new Event('input'));
  await nextTick();
  await nextTick();
  expect(host.textContent).not.toContain('Không đọc được');
});

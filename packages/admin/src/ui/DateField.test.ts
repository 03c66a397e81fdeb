import { describe, expect, it } from 'vitest';
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

describe('a form with a day in it', () => {
  /** Two days in a form within the page, and what was sent of it. */
  function formWithDays() {
    const [sent, first, second] = [ref(0), ref<string | null>(null), ref<string | null>('2022-01-01')];
    const host = document.body.appendChild(document.createElement('div'));
    const field = (held: typeof first, label: string) =>
      h(DateField, {
        label,
        unreadable: 'Không đọc được',
        modelValue: held.value,
        'onUpdate:modelValue': (value: string | null) => (held.value = value),
      });
    const app = createApp(() =>
      h('form', { novalidate: true, onSubmit: () => sent.value++ }, [field(first, 'Từ'), field(second, 'Đến')]),
    );
    app.mount(host);
    const submit = async (): Promise<void> => {
      host.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await nextTick();
    };
    const inputs = [...host.querySelectorAll('input')];
    const type = async (at: number, text: string): Promise<void> => {
      const input = inputs[at];
      if (!input) throw new Error('no input');
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await nextTick();
    };
    const close = (): void => {
      app.unmount();
      host.remove();
    };
    return { sent, first, second, inputs, submit, type, close };
  }

  it.each(['31/02/2027', '30/11', 'mai'])(
    'is not sent while «%s» stands there; the keyboard goes to it',
    async (text) => {
      const { sent, inputs, submit, type, close } = formWithDays();
      await type(1, text);
      await submit();
      expect(sent.value).toBe(0);
      expect(document.activeElement).toBe(inputs[1]);
      expect(inputs[1]?.getAttribute('aria-invalid')).toBe('true');
      expect(inputs[1]?.value).toBe(text);
      close();
    },
  );

  it('is sent with the day as it stands there, also where nobody left the field', async () => {
    const { sent, first, second, submit, type, close } = formWithDays();
    await type(0, '30/11/26');
    await type(1, '');
    await submit();
    expect([sent.value, first.value, second.value]).toEqual([1, '2026-11-30', null]);
    close();
  });

  it('says nothing any more once the field is gone, nor to other forms', async () => {
    const { sent, submit, type, close } = formWithDays();
    await type(0, 'mai');
    const other = formWithDays();
    await other.submit();
    await submit();
    expect([other.sent.value, sent.value]).toEqual([1, 0]);
    close();
    other.close();
  });
});

it('complains once the press is over with which one leaves it: nothing moves away from under that', async () => {
  const { type, host } = fieldWith(null);
  window.dispatchEvent(new Event('pointerdown'));
  await type('ngày mai');
  expect(host.textContent).not.toContain('Không đọc được');
  window.dispatchEvent(new Event('pointerup'));
  await new Promise((done) => setTimeout(done, 5));
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

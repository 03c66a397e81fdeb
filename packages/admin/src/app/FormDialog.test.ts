import { afterEach, expect, it } from 'vitest';
import { createApp, h, nextTick, ref, type App } from 'vue';
import TextField from '../ui/TextField.vue';
import FormDialog from './FormDialog.vue';

let app: App | undefined;
afterEach(() => app?.unmount());

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

/** A dialog of two fields that are both wanted, and which makes a secret once they are there. */
async function opened() {
  const [name, unit, tried, made, closed] = [ref(''), ref(''), ref(false), ref(''), ref(0)];
  const field = (label: string, text: typeof name) =>
    h(TextField, {
      label,
      modelValue: text.value,
      'onUpdate:modelValue': (typed: string) => (text.value = typed),
      problem: tried.value && text.value === '' ? `${label}?` : undefined,
    });
  const submit = async (): Promise<void> => {
    tried.value = true;
    await nextTick();
    if (name.value !== '' && unit.value !== '') made.value = 'Đã tạo';
  };
  app = createApp(() =>
    h(
      FormDialog,
      { title: 'Mới', action: 'Tạo', busy: false, made: made.value, submit, onClose: () => closed.value++ },
      { default: () => [field('Tên', name), field('Đơn vị', unit)], secret: () => h('p', 'bí mật') },
    ),
  );
  app.mount(document.createElement('div'));
  await settled();
  const dialog = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('[role=dialog]');
    if (!found) throw new Error('no dialog');
    return found;
  };
  const send = async (): Promise<void> => {
    dialog()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
  };
  const type = async (text: string): Promise<void> => {
    const input = dialog().querySelector('[aria-invalid=true]') ?? dialog().querySelector('input');
    if (!(input instanceof HTMLInputElement)) throw new Error('no field');
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  };
  const pressBeside = async (): Promise<void> => {
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' }));
    await settled();
  };
  return { dialog, send, type, pressBeside, closed };
}

it('marks all faulty fields at once and takes the keyboard to the first of them', async () => {
  const { dialog, send, type } = await opened();
  await send();
  expect([...dialog().querySelectorAll('[aria-invalid=true]')]).toHaveLength(2);
  const [first, second] = dialog().querySelectorAll('input');
  expect(document.activeElement).toBe(first);
  await type('Một cửa');
  await send();
  expect(document.activeElement).toBe(second);
});

it('closes by a press beside it only until something was typed', async () => {
  const { type, pressBeside, closed } = await opened();
  await type('M');
  await pressBeside();
  expect(closed.value).toBe(0);
  app?.unmount();
  const empty = await opened();
  await empty.pressBeside();
  expect(empty.closed.value).toBe(1);
});

it('shows the secret instead of the form, and lets neither Escape nor a press beside it close that', async () => {
  const { dialog, send, type, pressBeside, closed } = await opened();
  await send();
  await type('Một cửa');
  await type('Huyện Đồng Hỷ');
  await send();
  expect(dialog().textContent).toContain('bí mật');
  expect(dialog().querySelector('form')).toBeNull();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  await pressBeside();
  expect(closed.value).toBe(0);
  [...dialog().querySelectorAll('button')].at(-1)?.click();
  expect(closed.value).toBe(1);
});

it('begins in its first field', async () => {
  const { dialog } = await opened();
  expect(document.activeElement).toBe(dialog().querySelector('input'));
});

it('asks by Escape once something was typed, and closes then by a second word alone', async () => {
  const { dialog, type, closed } = await opened();
  const escape = async (): Promise<void> => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await settled();
  };
  const press = async (name: string): Promise<void> => {
    [...dialog().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)?.click();
    await settled();
  };
  await type('Một cửa');
  await escape();
  expect(closed.value).toBe(0);
  expect(dialog().textContent).toContain('Bỏ những gì đã nhập?');
  expect(document.activeElement?.textContent.trim()).toBe('Nhập tiếp');
  await press('Nhập tiếp');
  expect(dialog().textContent).not.toContain('Bỏ những gì đã nhập?');
  expect(document.activeElement).toBe(dialog().querySelector('input'));
  await escape();
  await press('Bỏ');
  expect(closed.value).toBe(1);
});

it('closes by Escape while nothing was typed', async () => {
  const { closed } = await opened();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  expect(closed.value).toBe(1);
});

import { ApolloError } from '@apollo/client/core';
import { expect, it } from 'vitest';
import { useRefusal } from './useRefusal.ts';

const refuse =
  (code: string, message: string, fields: { path: string; message: string }[] = []) =>
  () =>
    Promise.reject(new ApolloError({ graphQLErrors: [{ message, extensions: { code, fields } }] }));

it('tells a refusal in the field that it is about, and not once more for the whole', async () => {
  const { run, about, whole, busy } = useRefusal();
  const field = { path: 'input.username', message: 'Tên đăng nhập không hợp lệ.' };
  const running = run(refuse('BAD_USER_INPUT', 'Sai', [field]));
  expect(busy.value).toBe(true);
  expect(await running).toBe(false);
  expect([busy.value, about('input.username'), about('input.name'), whole.value]).toEqual([
    false,
    field.message,
    undefined,
    '',
  ]);
});

it('tells that something is taken in the form’s own field where it has one, else for the whole', async () => {
  const taken = refuse('CONFLICT', 'Tên đăng nhập đã có.');
  const [inField, inNone] = [useRefusal({ fieldTakes: true }), useRefusal()];
  await inField.run(taken);
  await inNone.run(taken);
  expect([inField.taken.value, inField.whole.value]).toEqual(['Tên đăng nhập đã có.', '']);
  expect([inNone.taken.value, inNone.whole.value]).toEqual([undefined, 'Tên đăng nhập đã có. Không có gì bị ghi đè.']);
});

it('forgets the last refusal when it is tried again', async () => {
  const { run, whole } = useRefusal();
  await run(refuse('FORBIDDEN', 'Tài khoản này không được làm việc đó ở đây.'));
  expect(whole.value).toContain('không được làm việc đó');
  expect(await run(() => Promise.resolve())).toBe(true);
  expect(whole.value).toBe('');
});

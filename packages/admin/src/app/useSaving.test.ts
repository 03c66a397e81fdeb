import { ApolloError } from '@apollo/client/core';
import { beforeEach, expect, it, vi } from 'vitest';
import { useSaving } from './useSaving.ts';

const cache = { evict: vi.fn(), gc: vi.fn() };
vi.mock('@vue/apollo-composable', () => ({ useApolloClient: () => ({ client: { cache } }) }));
beforeEach(() => void cache.evict.mockClear());

it('tells what is lacking once somebody tried, and why a part of a field was refused', async () => {
  const done = vi.fn();
  const { tried, lacking, aboutMany, frame, save } = useSaving(done);
  expect(lacking('', 'Thiếu')).toBeUndefined();
  tried.value = true;
  expect([null, ' ', [], 'a', ['a']].map((value) => lacking(value, 'Thiếu'))).toEqual([
    ...['Thiếu', 'Thiếu', 'Thiếu', undefined, undefined],
  ]);
  const fields = [{ path: 'input.units.1', message: 'Không có đơn vị này.' }];
  const refused = new ApolloError({
    graphQLErrors: [{ message: 'Sai', extensions: { code: 'BAD_USER_INPUT', fields } }],
  });
  await save(() => Promise.reject(refused));
  expect([aboutMany('input.units', 1), aboutMany('input.units', 2)]).toEqual([undefined, 'Không có đơn vị này.']);
  // What was refused is neither told as done nor read anew.
  expect([done.mock.calls.length, cache.evict.mock.calls.length, frame.value.busy]).toEqual([0, 0, false]);
  await save(() => Promise.resolve('7'));
  expect(done).toHaveBeenCalledWith('7');
  expect(cache.evict).toHaveBeenCalledOnce();
});

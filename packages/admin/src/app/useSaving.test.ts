import { ApolloClient, ApolloError, ApolloLink, gql, InMemoryCache } from '@apollo/client/core';
import { provideApolloClient } from '@vue/apollo-composable';
import { expect, it, vi } from 'vitest';
import { useSaving } from './useSaving.ts';

const KEPT = gql`
  {
    figure
  }
`;

it('tells what is lacking once somebody tried, and why a part of a field was refused', async () => {
  const done = vi.fn();
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
  client.writeQuery({ query: KEPT, data: { figure: 'cũ' } });
  const kept = (): unknown => client.readQuery({ query: KEPT });
  const { tried, lacking, aboutMany, frame, save } = provideApolloClient(client)(() => useSaving(done));
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
  expect([done.mock.calls.length, kept(), frame.value.busy]).toEqual([0, { figure: 'cũ' }, false]);
  await save(() => Promise.resolve('7'));
  expect(done).toHaveBeenCalledWith('7');
  expect(kept()).toBeNull();
});

import { ApolloError } from '@apollo/client/core';
import { expect, it } from 'vitest';
import { problemOf } from './problem.ts';

const answered = (message: string, extensions: Record<string, unknown>): ApolloError =>
  new ApolloError({ graphQLErrors: [{ message, extensions }] });

const refusedBeforeItWasRead = (message: string, code: string): ApolloError =>
  new ApolloError({
    networkError: Object.assign(new Error('403'), {
      response: new Response(null, { status: 403 }),
      statusCode: 403,
      result: { errors: [{ message, extensions: { code } }] },
    }),
  });

it.each([
  ['no answer', new TypeError('Failed to fetch'), 'NETWORK', 'Không kết nối được với máy chủ'],
  [
    'no answer to a query',
    new ApolloError({ networkError: new Error('502') }),
    'NETWORK',
    'Không kết nối được với máy chủ',
  ],
  [
    'an internal error',
    answered('stack, SQL', { code: 'INTERNAL_SERVER_ERROR' }),
    'INTERNAL_SERVER_ERROR',
    'Máy chủ gặp lỗi khi trả lời',
  ],
  [
    'a page that is too old to be answered',
    refusedBeforeItWasRead('Hãy tải lại trang', 'FORBIDDEN'),
    'FORBIDDEN',
    'Hãy tải lại trang',
  ],
  [
    'an answer of something on the way',
    refusedBeforeItWasRead('?', 'ELSEWHERE'),
    'NETWORK',
    'Không kết nối được với máy chủ',
  ],
  ['an error without a code', answered('?', {}), 'INTERNAL_SERVER_ERROR', 'Máy chủ gặp lỗi khi trả lời'],
  ['a conflict', answered('Bản đã đổi', { code: 'CONFLICT' }), 'CONFLICT', 'Bản đã đổi'],
  [
    'a thing that is not there',
    answered('Không có đơn vị 999', { code: 'NOT_FOUND' }),
    'NOT_FOUND',
    'Không có đơn vị 999',
  ],
])('says what happened, what is safe and what to do for %s', (_case, error, code, what) => {
  const problem = problemOf(error);
  expect([problem.code, problem.what]).toEqual([code, what]);
  expect(problem.safe).not.toBe('');
  expect(problem.toDo).not.toBe('');
});

it('names the fields of a refused input, and nothing that only looks like one', () => {
  const fields = [{ path: 'aliases.0', message: 'đã dùng' }, 'aliases', null, { path: 'x' }];
  expect(problemOf(answered('Sai', { code: 'BAD_USER_INPUT', fields })).fields).toEqual([
    { path: 'aliases.0', message: 'đã dùng' },
  ]);
});

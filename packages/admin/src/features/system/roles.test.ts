import { ALL_ROLES } from '@chi-tieu/shared/domain/access/rights';
import { beforeAll, expect, it } from 'vitest';
import { roleOptions } from './roles.ts';

beforeAll(() => import('./texts.ts'));

const offered = (forProgram: boolean): string[] => roleOptions(null, forProgram).map(({ value }) => value);

it('offers a person every role but the one of connections, and a program that one first', () => {
  expect(offered(false)).toEqual(ALL_ROLES.filter((role) => role !== 'INTEGRATION'));
  expect(offered(true)[0]).toBe('INTEGRATION');
  expect([...offered(true)].sort()).toEqual([...ALL_ROLES].sort());
});

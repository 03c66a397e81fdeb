import { ALL_RIGHTS } from '@chi-tieu/shared/domain/access/rights';
import { expect, it } from 'vitest';
import { late } from '../../../i18n/late.ts';
import { RIGHT_GROUPS, rightText } from './rightsTable.ts';

it('leaves no right out, and names each once and in words', () => {
  const shown = RIGHT_GROUPS.flatMap(({ rights }) => rights);
  expect([...shown].sort()).toEqual([...ALL_RIGHTS].sort());
  for (const right of shown) expect(late).toHaveProperty([rightText(right)]);
});

import type { Proposal } from '@chi-tieu/shared/domain/cascade/cascade';
import { expect, it } from 'vitest';
import type { PlanUnit } from '../sheet/planUnit.ts';
import { proposalParts } from './openProposals.ts';

it('parts proposals for empty cells from those that would replace a number; what is locked or the same is neither', () => {
  const units = ['a', 'b', 'c', 'd', 'e'].map((code) => ({ code, isIssuer: false }) as PlanUnit);
  const targets = new Map([
    ['b', 6000],
    ['c', 5500],
    ['d', 7000],
  ]);
  const byCode = new Map(['a', 'b', 'c', 'd'].map((code) => [code, { code, percent: 5500 } as Proposal]));
  const read = (code: string, field: string) => (field === 'lock' ? Number(code === 'd') : (targets.get(code) ?? null));
  const { fresh, replacing } = proposalParts({ units, proposals: { byCode }, read });
  expect([fresh, replacing].map((part) => part.map(({ code }) => code))).toEqual([['a'], ['b']]);
});

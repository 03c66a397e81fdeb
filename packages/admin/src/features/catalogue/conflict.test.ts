import { ApolloError } from '@apollo/client/core';
import { describe, expect, it } from 'vitest';
import { conflictIn, resolved, undecided, type Conflict, type ConflictField } from './conflict.ts';
import { NOTHING_SAID } from './procedureValues.ts';

const field = (told: Pick<ConflictField, 'field' | 'touchedBy'> & Partial<ConflictField>): ConflictField => ({
  ancestor: null,
  current: null,
  own: null,
  changedBy: null,
  changedAt: null,
  ...told,
});
const conflict: Conflict = {
  code: '2.000815',
  version: 3,
  fields: [
    field({ field: 'name', ancestor: 'Cũ', current: 'Của họ', own: 'Cũ', touchedBy: 'CURRENT' }),
    field({ field: 'authority', current: null, own: 'UBND xã', touchedBy: 'OWN' }),
    field({ field: 'fees', ancestor: 'Không', current: '1.000', own: '2.000', touchedBy: 'BOTH' }),
    field({ field: 'conditions', current: 'Có', own: 'Có', touchedBy: 'SAME' }),
  ],
};
const own = {
  ...NOTHING_SAID,
  name: 'Cũ',
  authority: 'UBND xã',
  fees: '2.000',
  conditions: 'Có',
  tiers: ['COMMUNE' as const],
};

describe('a conflict', () => {
  it('leaves to be chosen only what both sides changed', () => {
    expect(undecided(conflict, {})).toEqual(['fees']);
    expect(undecided(conflict, { fees: 'current' })).toEqual([]);
  });

  it.each([
    ['own', '2.000'],
    ['current', '1.000'],
    ['ancestor', 'Không'],
  ] as const)('keeps what each side alone changed, and takes the chosen value: %s', (whose, fees) => {
    expect(resolved(own, conflict, { fees: whose })).toEqual({ ...own, name: 'Của họ', fees });
  });

  it('is found in the error that tells it, and in no other', () => {
    const error = (extensions: Record<string, unknown>) =>
      new ApolloError({ graphQLErrors: [{ message: 'x', extensions }] });
    expect(conflictIn(error({ code: 'CONFLICT', conflicts: [conflict] }))).toEqual(conflict);
    expect(conflictIn(error({ code: 'CONFLICT', version: 3 }))).toBeNull();
    expect(conflictIn(new Error('x'))).toBeNull();
  });
});
